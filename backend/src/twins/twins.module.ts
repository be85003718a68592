import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { TwinsController } from './twins.controller.ts';
import { TwinBook } from './twins.service.ts';

@Module({
  imports: [DatabaseModule, DossiersModule],
  controllers: [TwinsController],
  providers: [TwinBook],
})
export class TwinsModule {}
