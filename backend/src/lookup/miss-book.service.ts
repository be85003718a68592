import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock, type EpochMs } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { networkOf } from './network-of.ts';

const WINDOW_MS = 3_600_000;
/** A commune shares one address; one person does not mistype thirty slips in an hour. */
const OF_NETWORK = 30;
const OF_ALL = 500;
const ALL = 'all';

const COUNT = `insert into lookup_miss as miss (bucket, began_at, n) values ($1, $2, 1)
  on conflict (bucket) do update set
    n = case when miss.began_at <= $3 then 1 else miss.n + 1 end,
    began_at = case when miss.began_at <= $3 then excluded.began_at else miss.began_at end
  returning n, began_at`;

// Each guess of a flood may come from another address: what is over is not kept.
const FORGET = 'delete from lookup_miss where began_at <= $1';

interface Count {
  readonly n: number;
  readonly began_at: number;
}

/** Counts wrong pairs, and them alone. Machine time: whoever guesses does not follow the office's clock. */
@Injectable()
export class MissBook {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  /** Counts that are full, and until when: a flood of wrong pairs is not written down one by one. */
  readonly #full = new Map<string, EpochMs>();

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** The seconds to wait, when there have been too many; 0 while there have not. */
  async miss(address: string): Promise<number> {
    const hash = createHash('sha256')
      .update(`lookup ${networkOf(address)}`)
      .digest('hex');
    const network = `address:${hash}`;
    const known = Math.max(this.#waitFor(network), this.#waitFor(ALL));
    if (known > 0) return known;
    // One network that is full leaves the rest of the common count to the others.
    const own = await this.#count(network, OF_NETWORK);
    return own > 0 ? own : this.#count(ALL, OF_ALL);
  }

  #waitFor(bucket: string): number {
    const left = (this.#full.get(bucket) ?? 0) - this.#clock.machineNow();
    if (left > 0) return Math.max(1, Math.ceil(left / 1000));
    this.#full.delete(bucket);
    return 0;
  }

  async #count(bucket: string, limit: number): Promise<number> {
    const now = this.#clock.machineNow();
    const [row] = await this.#tenancy.ask<Count>({ units: [] }, COUNT, [
      ...[bucket, sqlInstant(now), sqlInstant(now - WINDOW_MS)],
    ]);
    if (row === undefined) return 0;
    if (bucket === ALL && row.n === 1) await this.#forget(now);
    if (row.n <= limit) return 0;
    this.#full.set(bucket, row.began_at + WINDOW_MS);
    return this.#waitFor(bucket);
  }

  async #forget(now: EpochMs): Promise<void> {
    await this.#tenancy.ask({ units: [] }, FORGET, [sqlInstant(now - WINDOW_MS)]);
  }
}
