import { Module } from '@nestjs/common';
import { OfficeModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { UnitsModule } from '../units/index.ts';
import { SourcesController } from './sources.controller.ts';
import { SourcesService } from './sources.service.ts';

@Module({
  imports: [DatabaseModule, OfficeModule, UnitsModule],
  controllers: [SourcesController],
  providers: [SourcesService],
})
export class SourcesModule {}
