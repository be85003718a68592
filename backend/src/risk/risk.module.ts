import { Module } from '@nestjs/common';
import { CalendarsModule } from '../calendars/index.ts';
import { DeadlinesModule } from '../deadlines/index.ts';
import { DossiersModule } from '../dossiers/index.ts';
import { DatabaseModule } from '../platform/database/database.module.ts';
import { DeclaresJobs } from '../platform/queue/declares-jobs.module.ts';
import { ProceduresModule } from '../procedures/index.ts';
import { DeskReader } from './desk-reader.service.ts';
import { ExperienceBook } from './experience-book.service.ts';
import { Forecaster } from './forecast.service.ts';
import { LearnRisksJob, learnRisks } from './learn-risks.job.ts';
import { Learner } from './learner.service.ts';
import { RiskController } from './risk.controller.ts';
import { Risks } from './risks.service.ts';
import { RoadReader } from './road-reader.service.ts';
import { WhatIf } from './what-if.service.ts';

@Module({
  imports: [
    ...[DatabaseModule, CalendarsModule, DeadlinesModule, DossiersModule, ProceduresModule],
    DeclaresJobs.of(learnRisks),
  ],
  controllers: [RiskController],
  providers: [
    ...[RoadReader, ExperienceBook, Learner, LearnRisksJob],
    ...[DeskReader, Forecaster, Risks, WhatIf],
  ],
})
export class RiskModule {}
