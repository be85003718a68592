import { Inject } from '@nestjs/common';
import * as z from 'zod';
import { deliveryChannels } from '#contract/alerts';
import { HandlesJob, type JobHandler, type JobRun } from '../../platform/queue/job-handler.ts';
import { type JobOrder, declareJob, orderJob } from '../../platform/queue/job.ts';
import { QueueService } from '../../platform/queue/queue.service.ts';
import type { Lane } from './parcel.ts';
import { PostOffice } from './post-office.service.ts';

const nothing = z.strictObject({});

/** Looks where somebody waits; asked for as soon as an alert has something to send. */
export const sendDeliveries = declareJob({
  name: 'delivery.send',
  payload: nothing,
  everyMs: 15_000,
});

// Its failures are kept in the rows: what the queue would try again the next look finds anyway.
export const clearLane = declareJob({
  name: 'delivery.clear',
  payload: z.strictObject({ unitId: z.int(), channel: z.enum(deliveryChannels) }),
  lane: 'long',
  retries: { attempts: 1, firstPauseMs: 1_000 },
});

const orderOf = (lane: Lane): JobOrder =>
  orderJob(clearLane, lane, `delivery-${lane.channel}-${lane.unitId}`);

@HandlesJob(sendDeliveries)
export class SendDeliveriesJob implements JobHandler<Record<string, never>> {
  readonly #post: PostOffice;
  readonly #queue: QueueService;

  constructor(@Inject(PostOffice) post: PostOffice, @Inject(QueueService) queue: QueueService) {
    this.#post = post;
    this.#queue = queue;
  }

  async handle(_nothing: Record<string, never>, { signal }: JobRun): Promise<void> {
    const lanes = await this.#post.lanes();
    // With the queue away the mail still leaves, lane beside lane.
    if (!this.#queue.isOpen || this.#queue.kind === 'off') {
      await Promise.all(lanes.map((lane) => this.#post.clear(lane, signal)));
    } else await this.#queue.add(lanes.map(orderOf));
  }
}

@HandlesJob(clearLane)
export class ClearLaneJob implements JobHandler<Lane> {
  readonly #post: PostOffice;

  constructor(@Inject(PostOffice) post: PostOffice) {
    this.#post = post;
  }

  handle(lane: Lane, { signal }: JobRun): Promise<void> {
    return this.#post.clear(lane, signal);
  }
}
