import { Inject } from '@nestjs/common';
import { HandlesJob, type JobHandler, type JobRun } from '../platform/queue/job-handler.ts';
import { orderJob } from '../platform/queue/job.ts';
import { QueueService } from '../platform/queue/queue.service.ts';
import { CitizenPost } from './citizen-post.service.ts';
import { clearMessages, sendMessages } from './rounds.ts';

@HandlesJob(sendMessages)
export class SendMessagesJob implements JobHandler<Record<string, never>> {
  readonly #post: CitizenPost;
  readonly #queue: QueueService;

  constructor(@Inject(CitizenPost) post: CitizenPost, @Inject(QueueService) queue: QueueService) {
    this.#post = post;
    this.#queue = queue;
  }

  async handle(_nothing: Record<string, never>, { signal }: JobRun): Promise<void> {
    const units = await this.#post.waiting();
    // With the queue away citizens are still told, unit beside unit.
    if (!this.#queue.isOpen || this.#queue.kind === 'off') {
      await Promise.all(units.map((unitId) => this.#post.clear(unitId, signal)));
      return;
    }
    await this.#queue.add(
      units.map((unitId) => orderJob(clearMessages, { unitId }, `citizens-${unitId}`)),
    );
  }
}

@HandlesJob(clearMessages)
export class ClearMessagesJob implements JobHandler<{ readonly unitId: number }> {
  readonly #post: CitizenPost;

  constructor(@Inject(CitizenPost) post: CitizenPost) {
    this.#post = post;
  }

  handle({ unitId }: { readonly unitId: number }, { signal }: JobRun): Promise<void> {
    return this.#post.clear(unitId, signal);
  }
}
