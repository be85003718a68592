import { Inject } from '@nestjs/common';
import { occurrenceSchema } from '#contract/jobs';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Tenancy } from '../database/tenancy.ts';
import { forgetAnswers } from '../idempotency/forget-answers.ts';
import { HandlesJob } from '../queue/job-handler.ts';
import { declareJob } from '../queue/job.ts';
import { ScheduleRuns } from './schedule-runs.service.ts';
import { ScheduleStore } from './schedule-store.ts';
import { ScheduledJob } from './scheduled-job.ts';

const DAY_MS = 86_400_000;
const RUNS_KEPT_DAYS = 400;
const ANSWERS_KEPT_DAYS = 30;

export const tidyUpPlatform = declareJob({
  name: 'platform.tidyUp',
  payload: occurrenceSchema,
  lane: 'long',
  fires: { at: '02:10' },
});

/** Forgets by night what the platform no longer needs: stored answers, and which schedules ran long ago. */
@HandlesJob(tidyUpPlatform)
export class TidyUpPlatformJob extends ScheduledJob {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(
    @Inject(ScheduleRuns) runs: ScheduleRuns,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
  ) {
    super(runs, tidyUpPlatform);
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  protected async work(): Promise<void> {
    const now = this.#clock.machineNow();
    await forgetAnswers(this.#tenancy, now - ANSWERS_KEPT_DAYS * DAY_MS);
    await new ScheduleStore(this.#tenancy).prune(now - RUNS_KEPT_DAYS * DAY_MS);
  }
}
