import { Inject } from '@nestjs/common';
import * as z from 'zod';
import { occurrenceSchema, type Occurrence } from '#contract/jobs';
import { HandlesJob, type JobHandler, type JobRun } from '../platform/queue/job-handler.ts';
import { declareJob } from '../platform/queue/job.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import { ScheduleRuns } from '../platform/schedule/schedule-runs.service.ts';
import { ScheduledJob } from '../platform/schedule/scheduled-job.ts';
import { BriefingPost } from './briefing-post.service.ts';

/** The day of an office begins at half past seven. */
export const planBriefings = declareJob({
  name: 'briefing.plan',
  payload: occurrenceSchema,
  lane: 'long',
  fires: { at: '07:30' },
});

// Its failures are kept in the rows: what the queue would try again the next look finds anyway.
export const sendBriefings = declareJob({
  name: 'briefing.send',
  payload: z.strictObject({}),
  lane: 'long',
  everyMs: 60_000,
  retries: { attempts: 1, firstPauseMs: 1_000 },
});

@HandlesJob(planBriefings)
export class PlanBriefingsJob extends ScheduledJob {
  readonly #post: BriefingPost;
  readonly #queue: QueueService;

  constructor(
    @Inject(ScheduleRuns) runs: ScheduleRuns,
    @Inject(BriefingPost) post: BriefingPost,
    @Inject(QueueService) queue: QueueService,
  ) {
    super(runs, planBriefings);
    this.#post = post;
    this.#queue = queue;
  }

  protected async work({ firesAt }: Occurrence, { signal }: JobRun): Promise<void> {
    const planned = await this.#post.plan(firesAt, signal);
    if (planned > 0) this.#queue.soon(sendBriefings.name);
  }
}

@HandlesJob(sendBriefings)
export class SendBriefingsJob implements JobHandler<Record<string, never>> {
  readonly #post: BriefingPost;

  constructor(@Inject(BriefingPost) post: BriefingPost) {
    this.#post = post;
  }

  handle(_nothing: Record<string, never>, { signal }: JobRun): Promise<void> {
    return this.#post.clear(signal);
  }
}
