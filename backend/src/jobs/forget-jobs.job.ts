import { Inject } from '@nestjs/common';
import { occurrenceSchema } from '#contract/jobs';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { HandlesJob } from '../platform/queue/job-handler.ts';
import { declareJob } from '../platform/queue/job.ts';
import { ScheduleRuns } from '../platform/schedule/schedule-runs.service.ts';
import { ScheduledJob } from '../platform/schedule/scheduled-job.ts';

const KEPT_DAYS = 30;
const DAY_MS = 86_400_000;

export const forgetJobs = declareJob({
  name: 'job.forget',
  payload: occurrenceSchema,
  lane: 'long',
  fires: { at: '02:20' },
});

/** Forgets jobs whose results nobody will ask for any more; what they did stays where it was done. */
@HandlesJob(forgetJobs)
export class ForgetJobsJob extends ScheduledJob {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(
    @Inject(ScheduleRuns) runs: ScheduleRuns,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
  ) {
    super(runs, forgetJobs);
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  protected async work(): Promise<void> {
    const before = sqlInstant(this.#clock.officeNow() - KEPT_DAYS * DAY_MS);
    await this.#tenancy.everywhere((transaction) =>
      transaction.execute(
        `delete from job where state in ('done', 'failed', 'cancelled') and changed_at < $1`,
        [before],
      ),
    );
  }
}
