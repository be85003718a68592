import { setTimeout as pause } from 'node:timers/promises';
import { type DynamicModule, Inject, Module } from '@nestjs/common';
import type { Logger } from 'pino';
import * as z from 'zod';
import { type JobRef, type Occurrence, jobRefSchema, occurrenceSchema } from '#contract/jobs';
import { JobService, JobsModule } from '../../backend/src/jobs/index.ts';
import { ClockModule } from '../../backend/src/platform/clock/clock.module.ts';
import { ConfigModule } from '../../backend/src/platform/config/config.module.ts';
import type { Doors } from '../../backend/src/platform/config/doors.ts';
import type { Environment } from '../../backend/src/platform/config/environment.ts';
import { SEAL_SCHEMA } from '../../backend/src/platform/database/catalogue.ts';
import { DatabaseModule } from '../../backend/src/platform/database/database.module.ts';
import { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { LogModule } from '../../backend/src/platform/log/log.module.ts';
import { OutboxModule } from '../../backend/src/platform/outbox/outbox.module.ts';
import { DeclaresJobs } from '../../backend/src/platform/queue/declares-jobs.module.ts';
import {
  HandlesJob,
  type JobHandler,
  type JobRun,
} from '../../backend/src/platform/queue/job-handler.ts';
import { declareJob } from '../../backend/src/platform/queue/job.ts';
import { QueueModule } from '../../backend/src/platform/queue/queue.module.ts';
import { BellModule } from '../../backend/src/platform/realtime/bell.module.ts';
import { FeedModule } from '../../backend/src/platform/realtime/feed.module.ts';
import { ScheduleModule } from '../../backend/src/platform/schedule/schedule.module.ts';
import { ScheduleRuns } from '../../backend/src/platform/schedule/schedule-runs.service.ts';
import { ScheduledJob } from '../../backend/src/platform/schedule/scheduled-job.ts';
import type { TestDatabase } from './database.ts';

const oneId = z.strictObject({ id: z.string() });
const nothing = z.strictObject({});

/** Leaves a mark each time it is done, so that a test can count. */
export const leaveMark = declareJob({
  name: 'mark.leave',
  payload: oneId,
  retries: { attempts: 3, firstPauseMs: 50 },
});
const sweepMarks = declareJob({ name: 'mark.sweep', payload: nothing, everyMs: 1_000 });
/** Does many things slowly, so that a test can kill in between. */
export const stampAll = declareJob({ name: 'stamp.all', payload: jobRefSchema, lane: 'long' });

/** Every night on the office's clock, and each night counts. */
export const leaveNightly = declareJob({
  name: 'mark.nightly',
  payload: occurrenceSchema,
  fires: { at: '02:30', missed: 'each' },
});

const STAMP_MS = 60;

@HandlesJob(leaveMark)
class LeaveMarkJob implements JobHandler<{ id: string }> {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async handle({ id }: { id: string }): Promise<void> {
    await this.#tenancy.ask({ units: [] }, 'insert into mark (id, pid) values ($1, $2)', [
      id,
      process.pid,
    ]);
    if (id.startsWith('broken')) throw new Error('this one never works');
  }
}

@HandlesJob(sweepMarks)
class SweepMarksJob implements JobHandler<Record<string, never>> {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async handle(): Promise<void> {
    await this.#tenancy.ask({ units: [] }, `insert into mark (id, pid) values ('sweep', $1)`, [
      process.pid,
    ]);
  }
}

@HandlesJob(stampAll)
class StampAllJob implements JobHandler<JobRef> {
  readonly #jobs: JobService;
  readonly #tenancy: Tenancy;

  constructor(@Inject(JobService) jobs: JobService, @Inject(Tenancy) tenancy: Tenancy) {
    this.#jobs = jobs;
    this.#tenancy = tenancy;
  }

  async handle(ref: JobRef, { signal }: JobRun): Promise<void> {
    await this.#jobs.run(
      ref,
      async ({ target, idempotencyKey }) => {
        const values = [idempotencyKey, target];
        await this.#tenancy.ask({ units: [] }, 'insert into stamp_try values ($1, $2)', values);
        // As a command does: the same key does it once.
        const once = 'insert into stamp values ($1, $2) on conflict do nothing';
        await this.#tenancy.ask({ units: [] }, once, values);
        await pause(STAMP_MS);
        return { id: target, status: 200 };
      },
      signal,
    );
  }
}

@HandlesJob(leaveNightly)
class LeaveNightlyJob extends ScheduledJob {
  readonly #tenancy: Tenancy;

  constructor(@Inject(ScheduleRuns) runs: ScheduleRuns, @Inject(Tenancy) tenancy: Tenancy) {
    super(runs, leaveNightly);
    this.#tenancy = tenancy;
  }

  protected async work({ firesAt }: Occurrence): Promise<void> {
    await this.#tenancy.ask({ units: [] }, 'insert into mark (id, pid) values ($1, $2)', [
      `night ${firesAt}`,
      process.pid,
    ]);
  }
}

/** The tables in which the marks are left. */
export async function layOutWorkshop(database: TestDatabase): Promise<void> {
  await database.asRoot(`create table mark (place serial, id text not null, pid int not null)`);
  await database.asRoot(`create table stamp (key text primary key, target text not null)`);
  await database.asRoot(`create table stamp_try (key text not null, target text not null)`);
  await database.asRoot('grant all on mark, stamp, stamp_try, mark_place_seq to motcua_app');
  // They belong here: the books of the spec begin with them.
  await database.asRoot(SEAL_SCHEMA);
}

/** The platform with some work of a test's own. */
@Module({})
export class WorkshopModule {
  static of(environment: Environment, log: Logger, doors: Doors): DynamicModule {
    return {
      module: WorkshopModule,
      imports: [
        ConfigModule.of(environment, doors),
        LogModule.of(log),
        DatabaseModule,
        ClockModule,
        BellModule,
        QueueModule,
        OutboxModule,
        ScheduleModule,
        FeedModule,
        JobsModule,
        DeclaresJobs.of(leaveMark, sweepMarks, stampAll, leaveNightly),
      ],
      providers: [LeaveMarkJob, SweepMarksJob, StampAllJob, LeaveNightlyJob],
    };
  }
}
