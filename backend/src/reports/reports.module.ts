import { Module } from '@nestjs/common';
import { DossierStoreModule, DossiersModule } from '../dossiers/index.ts';
import { AuditModule } from '../audit/index.ts';
import { FormsModule } from '../forms/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { RegistersModule } from '../registers/index.ts';
import { CellService } from './cells.service.ts';
import { ReportChecksController } from './check/checks.controller.ts';
import { CityBook } from './city/city-book.service.ts';
import { CityExporter } from './city/city-exporter.service.ts';
import { CityFiles } from './city/city-files.service.ts';
import { CityController } from './city/city.controller.ts';
import { CityConsolidations } from './city/consolidation.service.ts';
import { LiveFigures } from './city/live-figures.service.ts';
import { CityOverviews } from './city/overview.service.ts';
import { ReceivedReports } from './city/received.service.ts';
import { CarryOverBook } from './comparison/carry-over.service.ts';
import { ComparisonController } from './comparison/comparison.controller.ts';
import { ComparisonService } from './comparison/comparison.service.ts';
import { DefinitionBook } from './definition-book.service.ts';
import { DigitisationService } from './digitisation.service.ts';
import { HeapReader } from './engine/heap-reader.service.ts';
import { KnownThen } from './engine/known-then.service.ts';
import { SourcePopulation } from './engine/source-population.service.ts';
import { DefinitionDesk } from './definitions/definition-desk.service.ts';
import { DefinitionsController } from './definitions/definitions.controller.ts';
import { FrameBook } from './frame-book.service.ts';
import { Ii06bService } from './ii06b.service.ts';
import { IndicatorsService } from './indicators.service.ts';
import { ExplanationsController } from './issue/explanations.controller.ts';
import { IssueDesk } from './issue/issue-desk.service.ts';
import { IssueExporter } from './issue/issue-exporter.service.ts';
import { IssueReader } from './issue/issue-reader.service.ts';
import { IssueStore } from './issue/issue-store.ts';
import { IssuesController } from './issue/issues.controller.ts';
import { PapersController } from './issue/papers.controller.ts';
import { SectionBuilder } from './issue/section-builder.service.ts';
import { Vault } from './issue/vault.ts';
import { ReportPapers } from './paper/report-papers.service.ts';
import { ReportReader } from './reading/report-reader.service.ts';
import { ReportDesk } from './report-desk.service.ts';
import { ReportsController } from './reports.controller.ts';
import { RowNameBook } from './row-names.service.ts';
import { DraftReportsJob, draftReports } from './schedule/draft-reports.job.ts';
import { ReportDrafter } from './schedule/report-drafter.service.ts';
import { ScheduleBook } from './schedule/schedule-book.service.ts';
import { SchedulesController } from './schedule/schedules.controller.ts';
import { ReportSchedules } from './schedule/schedules.service.ts';
import { LateController } from './late/late.controller.ts';
import { LateNameBook } from './late/late-names.service.ts';
import { LateService } from './late/late.service.ts';
import { PrintedLates } from './late/printed-late.service.ts';
import { LifeReader } from './steps/life-reader.service.ts';
import { ProcedureLearner } from './steps/procedure-learner.service.ts';
import { StepsController } from './steps/steps.controller.ts';
import { StepsService } from './steps/steps.service.ts';
import { TextBuilder } from './text/text-builder.service.ts';
import { TextController } from './text/text.controller.ts';
import { TextDesk } from './text/text-desk.service.ts';
import { TextStore } from './text/text-store.ts';

@Module({
  imports: [
    ...[AuditModule, DatabaseModule, DossiersModule, DossierStoreModule, FormsModule],
    ...[ProceduresModule, RegistersModule],
    DeclaresJobs.of(draftReports),
  ],
  controllers: [
    ReportsController,
    IssuesController,
    PapersController,
    SchedulesController,
    StepsController,
    LateController,
    ComparisonController,
    ReportChecksController,
    ExplanationsController,
    TextController,
    CityController,
    DefinitionsController,
  ],
  providers: [
    ...[FrameBook, ReportDesk, HeapReader, SourcePopulation, RowNameBook, DefinitionBook],
    ...[Ii06bService, DigitisationService, IndicatorsService, CellService],
    ...[IssueStore, IssueDesk, IssueReader, SectionBuilder, Vault],
    ...[IssueExporter, ReportPapers],
    ...[ScheduleBook, ReportDrafter, ReportSchedules, DraftReportsJob],
    ...[CityBook, ReceivedReports, LiveFigures, CityOverviews, CityConsolidations],
    CityExporter,
    ...[ReportReader, CityFiles, DefinitionDesk],
    ...[TextBuilder, TextDesk, TextStore],
    ...[
      LifeReader,
      ProcedureLearner,
      StepsService,
      KnownThen,
      LateService,
      LateNameBook,
      PrintedLates,
    ],
    ...[ComparisonService, CarryOverBook],
  ],
  exports: [
    ...[ReportDrafter, ReportSchedules, IssueDesk],
    ...[FrameBook, ReportDesk, SourcePopulation],
  ],
})
export class ReportsModule {}
