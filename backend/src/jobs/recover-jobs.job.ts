import { Inject } from '@nestjs/common';
import * as z from 'zod';
import { HandlesJob, type JobHandler } from '../platform/queue/job-handler.ts';
import { JobBook } from '../platform/queue/job-book.service.ts';
import { type JobOrder, declareJob } from '../platform/queue/job.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import type { UnfinishedJob } from './job-store.ts';
import { JobService } from './job.service.ts';

const BATCH = 100;

export const recoverJobs = declareJob({
  name: 'job.recover',
  payload: z.strictObject({}),
  everyMs: 5_000,
});

// While such an order waits another one is not needed; after a new lease it is a new one.
const orderOf = ({ unitId, jobId, kind, lease }: UnfinishedJob): JobOrder => ({
  name: kind,
  payload: { unitId, jobId },
  key: `job-${jobId}-${lease ?? 'new'}`,
});

/** Has unfinished jobs taken up again, whatever became of the order and of the worker who had it. */
@HandlesJob(recoverJobs)
export class RecoverJobsJob implements JobHandler<Record<string, never>> {
  readonly #jobs: JobService;
  readonly #queue: QueueService;
  readonly #book: JobBook;

  constructor(
    @Inject(JobService) jobs: JobService,
    @Inject(QueueService) queue: QueueService,
    @Inject(JobBook) book: JobBook,
  ) {
    this.#jobs = jobs;
    this.#queue = queue;
    this.#book = book;
  }

  async handle(): Promise<void> {
    if (!this.#queue.isOpen) return;
    const unfinished = await this.#jobs.unfinished(BATCH);
    const known = unfinished.filter(({ kind }) => this.#book.find(kind) !== undefined);
    await this.#queue.add(known.map(orderOf));
  }
}
