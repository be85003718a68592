import type { EpochMs } from '../clock/clock.ts';
import type { Tenancy } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';
import type { RoundTold } from './watchdog.ts';

/** A process that does the rounds, as it was when it was last heard of. */
export interface Pulse {
  readonly worker: string;
  readonly begunAt: EpochMs;
  readonly heardAt: EpochMs;
  readonly rounds: readonly RoundTold[];
}

const BEAT = `insert into worker_pulse (worker, begun_at, heard_at, rounds) values ($1, $2, $3, $4)
  on conflict (worker) do update set heard_at = excluded.heard_at, rounds = excluded.rounds`;

const END = 'delete from worker_pulse where worker = $1';

const FORGET = 'delete from worker_pulse where heard_at < $1';

const ALL = `select worker, begun_at as "begunAt", heard_at as "heardAt", rounds
  from worker_pulse order by begun_at, worker`;

/** What is known of every process that does the rounds, wherever it runs. */
export class PulseStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async beat({ worker, begunAt, heardAt, rounds }: Pulse): Promise<void> {
    const values = [worker, sqlInstant(begunAt), sqlInstant(heardAt), JSON.stringify(rounds)];
    await this.#tenancy.ask({ units: [] }, BEAT, values);
  }

  /** It has come to its end as it should: nobody need miss it. */
  async end(worker: string): Promise<void> {
    await this.#tenancy.ask({ units: [] }, END, [worker]);
  }

  /** Those nobody has heard of since then will not come back. */
  async forget(before: EpochMs): Promise<void> {
    await this.#tenancy.ask({ units: [] }, FORGET, [sqlInstant(before)]);
  }

  all(): Promise<readonly Pulse[]> {
    return this.#tenancy.ask<Pulse>({ units: [] }, ALL, []);
  }
}
