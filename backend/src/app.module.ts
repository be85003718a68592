import { type DynamicModule, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import { AuditModule } from './audit/index.ts';
import { CalendarsModule } from './calendars/index.ts';
import { DeadlinesModule } from './deadlines/index.ts';
import { DossiersModule } from './dossiers/index.ts';
import { EvaluationModule, type Narrator } from './evaluation/index.ts';
import { IdentityModule } from './identity/index.ts';
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
import { ProblemModule } from './platform/problem/problem.module.ts';
import { SecretBoxModule } from './platform/secret-box/secret-box.module.ts';
import { QueueModule } from './platform/queue/queue.module.ts';
import { BellModule } from './platform/realtime/bell.module.ts';
import { FeedModule } from './platform/realtime/feed.module.ts';
import { StreamModule } from './platform/realtime/stream.module.ts';
import { ProceduresModule } from './procedures/index.ts';
import { UnitsModule } from './units/index.ts';

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
        ConfigModule.of(environment, doors),
        LogModule.of(log),
        ClockModule,
        BellModule,
        QueueModule,
        OutboxModule,
        FeedModule,
        ClosingModule,
        ProblemModule,
        SecretBoxModule,
        AuthModule,
        HealthModule,
        AuditModule,
        IdentityModule,
        UnitsModule,
        ProceduresModule,
        CalendarsModule,
        DeadlinesModule,
        DossiersModule,
        JobsModule,
        LookupModule,
        StreamModule,
        EvaluationModule.of(trial),
        // Last: it answers every path nobody else does.
        PagesModule,
      ],
    };
  }
}
