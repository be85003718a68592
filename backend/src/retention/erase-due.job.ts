import { Inject } from '@nestjs/common';
import { occurrenceSchema } from '#contract/jobs';
import { ScheduleRuns } from '../platform/schedule/schedule-runs.service.ts';
import { ScheduledJob } from '../platform/schedule/scheduled-job.ts';
import { HandlesJob } from '../platform/queue/job-handler.ts';
import { declareJob } from '../platform/queue/job.ts';
import { RetentionRound } from './retention-round.service.ts';

export const eraseDue = declareJob({
  name: 'retention.erase',
  payload: occurrenceSchema,
  lane: 'long',
  fires: { at: '02:40' },
});

@HandlesJob(eraseDue)
export class EraseDueJob extends ScheduledJob {
  readonly #round: RetentionRound;

  constructor(
    @Inject(ScheduleRuns) runs: ScheduleRuns,
    @Inject(RetentionRound) round: RetentionRound,
  ) {
    super(runs, eraseDue);
    this.#round = round;
  }

  protected work(): Promise<void> {
    return this.#round.go();
  }
}
