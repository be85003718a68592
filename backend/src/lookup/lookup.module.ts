import { Module } from '@nestjs/common';
import { DossiersModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { LookupController } from './lookup.controller.ts';
import { MissBook } from './miss-book.service.ts';

@Module({
  imports: [DatabaseModule, DossiersModule],
  controllers: [LookupController],
  providers: [MissBook],
})
export class LookupModule {}
