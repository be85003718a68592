import { createHash } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

const WINDOW_MS = 3_600_000;
/** A commune shares one address; one person does not mistype thirty slips in an hour. */
const OF_ADDRESS = 30;
/** 40 bits tried 500 times an hour: one hit in a quarter of a million years. */
const OF_ALL = 500;

const COUNT = `insert into lookup_miss as miss (bucket, began_at, n) values ($1, $2, 1)
  on conflict (bucket) do update set
    n = case when miss.began_at <= $3 then 1 else miss.n + 1 end,
    began_at = case when miss.began_at <= $3 then excluded.began_at else miss.began_at end
  returning n, began_at`;

interface Count {
  readonly n: number;
  readonly began_at: number;
}

/** Counts wrong pairs, and them alone. Machine time: whoever guesses does not follow the office's clock. */
@Injectable()
export class MissBook {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  /** The seconds to wait, when there have been too many; 0 while there have not. */
  async miss(address: string): Promise<number> {
    const hash = createHash('sha256').update(`lookup ${address}`).digest('hex');
    const waits = await Promise.all([
      this.#count(`address:${hash}`, OF_ADDRESS),
      this.#count('all', OF_ALL),
    ]);
    return Math.max(...waits);
  }

  async #count(bucket: string, limit: number): Promise<number> {
    const now = this.#clock.machineNow();
    const [row] = await this.#tenancy.ask<Count>({ units: [] }, COUNT, [
      ...[bucket, sqlInstant(now), sqlInstant(now - WINDOW_MS)],
    ]);
    if (row === undefined || row.n <= limit) return 0;
    return Math.max(1, Math.ceil((row.began_at + WINDOW_MS - now) / 1000));
  }
}
