import { Module } from '@nestjs/common';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { CatalogueService } from './catalogue.service.ts';
import { MatchesController } from './matches.controller.ts';
import { ProcedureMatches } from './matches.service.ts';
import { ProcedureLists } from './procedure-lists.service.ts';
import { ProcedureService } from './procedure.service.ts';
import { ProceduresController } from './procedures.controller.ts';
import { StarterService } from './starter.service.ts';

@Module({
  imports: [DatabaseModule],
  controllers: [MatchesController, ProceduresController],
  providers: [StarterService, ProcedureService, CatalogueService, ProcedureLists, ProcedureMatches],
  exports: [CatalogueService, ProcedureLists, ProcedureService],
})
export class ProceduresModule {}
