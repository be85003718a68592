import { Inject } from '@nestjs/common';
import * as z from 'zod';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Tenancy } from '../database/tenancy.ts';
import { HandlesJob, type JobHandler } from '../queue/job-handler.ts';
import { declareJob } from '../queue/job.ts';
import { FeedStore } from './feed-store.ts';

const DAY_MS = 86_400_000;
const KEPT_DAYS = 7;

export const pruneFeed = declareJob({
  name: 'feed.prune',
  payload: z.strictObject({}),
  everyMs: DAY_MS / 24,
});

/** A page that was away longer than the feed is kept fetches everything anew. */
@HandlesJob(pruneFeed)
export class PruneFeedJob implements JobHandler<Record<string, never>> {
  readonly #store: FeedStore;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#store = new FeedStore(tenancy);
    this.#clock = clock;
  }

  async handle(): Promise<void> {
    await this.#store.prune(this.#clock.officeNow() - KEPT_DAYS * DAY_MS);
  }
}
