import * as z from 'zod';
import { Inject } from '@nestjs/common';
import type { Logger } from 'pino';
import { CLOCK, type Clock } from '../clock/clock.ts';
import { Tenancy } from '../database/tenancy.ts';
import { LOG } from '../log/log.module.ts';
import { HandlesJob, type JobHandler, type JobRun } from '../queue/job-handler.ts';
import { declareJob } from '../queue/job.ts';
import { QueueService } from '../queue/queue.service.ts';
import { OutboxStore } from './outbox-store.ts';
import { Relay } from './relay.ts';

const nothing = z.strictObject({});
type Nothing = z.infer<typeof nothing>;

const DAY_MS = 86_400_000;
const KEPT_DAYS = 7;

export const relayOutbox = declareJob({ name: 'outbox.relay', payload: nothing, everyMs: 15_000 });
export const pruneOutbox = declareJob({
  name: 'outbox.prune',
  payload: nothing,
  everyMs: DAY_MS / 24,
});

@HandlesJob(relayOutbox)
export class RelayOutboxJob implements JobHandler<Nothing> {
  readonly #relay: Relay;
  readonly #queue: QueueService;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(QueueService) queue: QueueService,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#queue = queue;
    this.#relay = new Relay({
      store: new OutboxStore(tenancy),
      find: (name) => queue.find(name),
      add: (orders) => queue.add(orders),
      onTheSpot: queue.kind === 'off',
      again: (inMs) => queue.soon(relayOutbox.name, inMs),
      clock,
      log,
    });
  }

  async handle(_nothing: Nothing, { signal }: JobRun): Promise<void> {
    // Rows wait better in the table than on a lease.
    if (this.#queue.isOpen) await this.#relay.run(signal);
  }
}

@HandlesJob(pruneOutbox)
export class PruneOutboxJob implements JobHandler<Nothing> {
  readonly #store: OutboxStore;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#store = new OutboxStore(tenancy);
    this.#clock = clock;
  }

  async handle(): Promise<void> {
    await this.#store.prune(this.#clock.machineNow() - KEPT_DAYS * DAY_MS);
  }
}
