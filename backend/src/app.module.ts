import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AboutModule } from './about/index.ts';
import { AlertsModule } from './alerts/index.ts';
import { AuditModule } from './audit/index.ts';
import { BriefingsModule } from './briefings/index.ts';
import { CalendarsModule } from './calendars/index.ts';
import { CitizensModule } from './citizens/index.ts';
import { DeadlinesModule } from './deadlines/index.ts';
import { DeliveriesModule } from './deliveries/index.ts';
import { DossiersModule } from './dossiers/index.ts';
import { EvaluationModule, type Narrator } from './evaluation/index.ts';
import { FeesModule } from './fees/index.ts';
import { FormsModule } from './forms/index.ts';
import { IdentityModule } from './identity/index.ts';
import { ImportsModule } from './imports/index.ts';
import { IncidentsModule } from './incidents/index.ts';
import { JobsModule } from './jobs/index.ts';
import { LookupModule } from './lookup/index.ts';
import { AuthModule } from './platform/auth/auth.module.ts';
import { ClockModule } from './platform/clock/clock.module.ts';
import { ConfigModule } from './platform/config/config.module.ts';
import { BOTH_DOORS, type Doors } from './platform/config/doors.ts';
import type { Environment } from './platform/config/environment.ts';
import { HealthModule } from './platform/health/health.module.ts';
import { ClosingModule } from './platform/http/closing.module.ts';
import { PagesModule } from './platform/http/pages.module.ts';
import { LogModule } from './platform/log/log.module.ts';
import { OutboxModule } from './platform/outbox/outbox.module.ts';
import { MetricsModule } from './platform/metrics/metrics.module.ts';
import { OpenApiModule } from './platform/openapi/openapi.module.ts';
import { ProblemModule } from './platform/problem/problem.module.ts';
import { SecretBoxModule } from './platform/secret-box/secret-box.module.ts';
import { QueueModule } from './platform/queue/queue.module.ts';
import { BellModule } from './platform/realtime/bell.module.ts';
import { FeedModule } from './platform/realtime/feed.module.ts';
import { ScheduleModule } from './platform/schedule/schedule.module.ts';
import { StreamModule } from './platform/realtime/stream.module.ts';
import { ProceduresModule } from './procedures/index.ts';
import { ReconciliationsModule } from './reconciliations/index.ts';
import { RetentionModule } from './retention/index.ts';
import { RegistersModule } from './registers/index.ts';
import { ReportsModule } from './reports/index.ts';
import { SourcesModule } from './sources/index.ts';
import { SteeringModule } from './steering/index.ts';
import { RiskModule } from './risk/index.ts';
import { SystemModule } from './system/index.ts';
import { TwinsModule } from './twins/index.ts';
import { UnitsModule } from './units/index.ts';

/** What the office is about, one room per noun. */
const NOUNS = [
  AboutModule,
  AlertsModule,
  AuditModule,
  BriefingsModule,
  IdentityModule,
  TwinsModule,
  UnitsModule,
  ProceduresModule,
  CalendarsModule,
  DeadlinesModule,
  DossiersModule,
  FeesModule,
  DeliveriesModule,
  CitizensModule,
  FormsModule,
  ImportsModule,
  IncidentsModule,
  JobsModule,
  LookupModule,
  ReportsModule,
  RegistersModule,
  RetentionModule,
  ReconciliationsModule,
  SourcesModule,
  SteeringModule,
  RiskModule,
  SystemModule,
];

@Module({})
export class AppModule {
  /** With a narrator it is a trial: the database is filled, and he tells how far it is. */
  static of(
    environment: Environment,
    log: Logger,
    doors: Doors = BOTH_DOORS,
    trial: Narrator | null = null,
  ): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ConfigModule.of(environment, doors, trial !== null),
        LogModule.of(log),
        ClockModule,
        BellModule,
        QueueModule,
        OutboxModule,
        ScheduleModule,
        FeedModule,
        ClosingModule,
        ProblemModule,
        SecretBoxModule,
        AuthModule,
        HealthModule,
        ...NOUNS,
        StreamModule,
        EvaluationModule.of(trial),
        MetricsModule,
        OpenApiModule,
        // Last: it answers every path nobody else does.
        PagesModule,
      ],
    };
  }
}
