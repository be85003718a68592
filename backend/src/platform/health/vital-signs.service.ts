import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type EpochMs } from '../clock/clock.ts';
import { DatabaseService } from '../database/database.service.ts';
import { Tenancy } from '../database/tenancy.ts';
import { type Backlog, OutboxStore } from '../outbox/outbox-store.ts';
import type { LaneDepth } from '../queue/queue-store.ts';
import { QueueService } from '../queue/queue.service.ts';
import { within } from './within.ts';

const LIMIT_MS = 1_000;

/** What the product leans on, as it is now. Undefined: no answer in time. */
export interface VitalSigns {
  readonly outbox: { readonly open: number; readonly lagSeconds: number } | undefined;
  readonly queue: readonly LaneDepth[] | undefined;
  /** How far the database machine's clock is ahead of ours. */
  readonly skewMs: number | undefined;
}

/** Feels the pulse of everything a request may need, for health and for metrics alike. */
@Injectable()
export class VitalSignsService {
  readonly #database: Pick<DatabaseService, 'answersWithin'>;
  readonly #tenancy: Tenancy;
  readonly #queue: QueueService;
  readonly #clock: Clock;
  readonly #outbox: OutboxStore;
  #asking: Promise<readonly LaneDepth[]> | undefined;

  constructor(
    @Inject(DatabaseService) database: Pick<DatabaseService, 'answersWithin'>,
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(QueueService) queue: QueueService,
    @Inject(CLOCK) clock: Clock,
  ) {
    this.#database = database;
    this.#tenancy = tenancy;
    this.#queue = queue;
    this.#clock = clock;
    this.#outbox = new OutboxStore(tenancy);
  }

  get queueKind(): QueueService['kind'] {
    return this.#queue.kind;
  }

  databaseAnswers(): Promise<boolean> {
    return this.#database.answersWithin(LIMIT_MS);
  }

  async read(): Promise<VitalSigns> {
    const [backlog, queue, skewMs] = await Promise.all([
      within(LIMIT_MS, this.#outbox.backlog()),
      within(LIMIT_MS, this.#askQueue()),
      within(LIMIT_MS, this.#skew()),
    ]);
    const outbox = backlog && { open: backlog.open, lagSeconds: this.#lagOf(backlog) };
    return { outbox, queue, skewMs };
  }

  /** A Redis that is away keeps questions for later: one at a time is enough. */
  #askQueue(): Promise<readonly LaneDepth[]> {
    this.#asking ??= this.#queue.depths().finally(() => (this.#asking = undefined));
    return this.#asking;
  }

  async #skew(): Promise<number> {
    const asked = this.#clock.machineNow();
    const [row] = await this.#tenancy.ask<{ readonly at: EpochMs }>(
      { units: [] },
      'select clock_timestamp() as at',
    );
    if (row === undefined) throw new Error('the database does not know what time it is');
    return Math.round(row.at - (asked + this.#clock.machineNow()) / 2);
  }

  /** Rows are dated by the office's clock, which a trial may run faster, or hold. */
  #lagOf({ oldestAt }: Backlog): number {
    const rate = this.#clock.officeRate();
    if (oldestAt === null || rate === 0) return 0;
    return Math.max(0, (this.#clock.officeNow() - oldestAt) / 1_000 / rate);
  }
}
