import type { JobDeclaration, JobOrder, Lane } from './job.ts';

/** Does one delivered order; rejects when it is to be tried again. */
export type Doer = (order: Pick<JobOrder, 'name' | 'payload'>) => Promise<void>;

/** How much lies in a lane, by what is to become of it. */
export interface LaneDepth {
  readonly lane: Lane;
  readonly state: 'waiting' | 'active' | 'delayed' | 'failed';
  readonly count: number;
}

/**
 * The doorbell of the office: what it holds may be lost without losing work, because the truth is in
 * the rows. One seam over BullMQ on PostgreSQL, BullMQ on Redis, and no queue at all.
 */
export interface QueueStore {
  readonly kind: 'postgresql' | 'redis' | 'off';
  open(): Promise<void>;
  /** Resolves when every order is kept by the store; never called while a visitor waits. */
  add(orders: readonly JobOrder[]): Promise<void>;
  /** Has repeating work ordered again and again, by whichever process works. */
  repeat(job: JobDeclaration): Promise<void>;
  work(doer: Doer): Promise<void>;
  /** Asks the store what it holds; rejects when it does not answer. */
  depths(): Promise<readonly LaneDepth[]>;
  /** Takes no new orders, lets those under way end within the time, then lets go of them. */
  close(withinMs: number): Promise<void>;
}

/** Nothing rings: the rounds of the watchdog find all work in the rows. */
export class NoQueue implements QueueStore {
  readonly kind = 'off';
  #doer: Doer | undefined;

  open(): Promise<void> {
    return Promise.resolve();
  }

  /** Without a store to keep them, orders are done on the spot: the giver still has the row. */
  async add(orders: readonly JobOrder[]): Promise<void> {
    const doer = this.#doer;
    if (doer === undefined) throw new Error('no worker is here to do this on the spot');
    for (const order of orders) await doer(order);
  }

  repeat(): Promise<void> {
    return Promise.resolve();
  }

  work(doer: Doer): Promise<void> {
    this.#doer = doer;
    return Promise.resolve();
  }

  depths(): Promise<readonly LaneDepth[]> {
    return Promise.resolve([]);
  }

  close(): Promise<void> {
    this.#doer = undefined;
    return Promise.resolve();
  }
}
