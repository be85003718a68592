import { Module } from '@nestjs/common';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { CatalogueService } from './catalogue.service.ts';
import { ProcedureService } from './procedure.service.ts';
import { ProceduresController } from './procedures.controller.ts';
import { StarterService } from './starter.service.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [ProceduresController],
  providers: [StarterService, ProcedureService, CatalogueService],
  exports: [ProcedureService],
})
export class ProceduresModule {}
