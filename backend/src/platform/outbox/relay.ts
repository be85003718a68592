import type { Logger } from 'pino';
import type { Clock } from '../clock/clock.ts';
import type { JobDeclaration, JobOrder } from '../queue/job.ts';
import { LONGEST_PAUSE_MS, type OpenRow, type OutboxStore } from './outbox-store.ts';

const LEASE_MS = 60_000;
const BATCH = 200;
const AWAY_MS = 2_000;

export interface RelayParts {
  readonly store: Pick<OutboxStore, 'take' | 'isEmpty' | 'settle' | 'postpone'>;
  readonly find: (name: string) => JobDeclaration | undefined;
  /** Resolves when the orders are kept by the queue, or done where there is none. */
  readonly add: (orders: readonly JobOrder[]) => Promise<void>;
  /** Without a queue one order is done at a time, and its failures are its own. */
  readonly onTheSpot: boolean;
  /** Has the relay run again in a while. */
  readonly again: (inMs: number) => void;
  readonly clock: Pick<Clock, 'machineNow'>;
  readonly log: Logger;
}

const orderOf = ({ unit_id, position, topic, message }: OpenRow): JobOrder => ({
  name: topic,
  payload: message,
  key: `outbox-${unit_id}-${position}`,
});

const pauseAfter = (tries: number, firstPauseMs: number): number =>
  Math.min(firstPauseMs * 2 ** Math.min(tries - 1, 20), LONGEST_PAUSE_MS);

/** Takes what commands left in the outbox to the queue, each order at least once. */
export class Relay {
  readonly #parts: RelayParts;

  constructor(parts: RelayParts) {
    this.#parts = parts;
  }

  /** Until nothing is left that may be taken; gives how many orders were taken over. */
  async run(signal: AbortSignal): Promise<number> {
    const { store, clock, onTheSpot } = this.#parts;
    let taken = 0;
    while (!signal.aborted) {
      const rows = await store.take(clock.machineNow(), LEASE_MS, onTheSpot ? 1 : BATCH);
      // None for us may only mean that another worker was quicker by a hair.
      if (rows.length === 0 && (await store.isEmpty(clock.machineNow()))) break;
      await this.#hand(rows);
      taken += rows.length;
    }
    return taken;
  }

  async #hand(rows: readonly OpenRow[]): Promise<void> {
    const { store, find, clock, log } = this.#parts;
    const known = rows.filter(({ topic }) => find(topic) !== undefined);
    const unknown = rows.filter((row) => !known.includes(row));
    for (const { topic, position } of unknown)
      log.error({ topic, position }, 'nobody does this job');
    await store.settle(unknown, 'dead', clock.machineNow());
    if (known.length === 0) return;
    try {
      await this.#parts.add(known.map(orderOf));
    } catch (error) {
      await this.#putBack(known, error);
      return;
    }
    await store.settle(known, 'sent', clock.machineNow());
  }

  /** A queue that is away is no fault of the orders; work done on the spot has its tries counted. */
  async #putBack(rows: readonly OpenRow[], error: unknown): Promise<void> {
    const { store, clock, log, onTheSpot, find, again } = this.#parts;
    const [{ topic, tries } = { topic: '', tries: 1 }] = rows;
    const retries = onTheSpot ? find(topic)?.retries : undefined;
    log.warn({ err: error, topic, tries, rows: rows.length }, 'orders stay in the outbox');
    if (retries !== undefined && tries >= retries.attempts) {
      log.error({ topic }, 'a job was given up');
      await store.settle(rows, 'dead', clock.machineNow());
      return;
    }
    const inMs = retries ? pauseAfter(tries, retries.firstPauseMs) : AWAY_MS;
    await store.postpone(rows, clock.machineNow() + inMs);
    again(inMs);
  }
}
