import { randomUUID } from 'node:crypto';
import { instant, type Instant } from '#domain/working-time';
import type { EpochMs } from '../clock/clock.ts';
import type { Tenancy, Transaction } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';

/** One time at which a schedule was due, in office time. */
export interface Fire {
  readonly schedule: string;
  readonly firesAt: Instant;
}

// Only what is behind us: a clock that was once ahead must not silence the schedule until it gets there again.
const LAST = `select max(fires_at) as last from schedule_run where schedule = $1 and fires_at <= $2`;

const ORDER = `insert into schedule_run (schedule, fires_at, ordered_at) values ($1, $2, $3)
  on conflict do nothing`;

const LOST = `update schedule_run set ordered_at = $1
  where finished_at is null and ordered_at < $2 and (leased_until is null or leased_until <= $1 or leased_until > $3)
  returning schedule, fires_at`;

// A lease a whole one beyond the longest there is was taken before the machine's clock was set back: nobody keeps
// it. By less it is only another's clock, or the same moment read a little earlier.
const CLAIM = `update schedule_run set lease = $3, leased_until = $5, tries = tries + 1
  where schedule = $1 and fires_at = $2 and finished_at is null
    and (leased_until is null or leased_until <= $4
      or leased_until > $5::timestamptz + ($5::timestamptz - $4::timestamptz))`;

const KEEP = `update schedule_run set leased_until = $4
  where schedule = $1 and fires_at = $2 and lease = $3`;

const END = `update schedule_run set finished_at = $4, lease = null, leased_until = null
  where schedule = $1 and fires_at = $2 and lease = $3`;

const RELEASE = `update schedule_run set lease = null, leased_until = null
  where schedule = $1 and fires_at = $2 and lease = $3`;

const PRUNE = `delete from schedule_run as old where finished_at < $1 and exists
  (select from schedule_run as later where later.schedule = old.schedule
     and later.fires_at > old.fires_at)`;

const keyOf = ({ schedule, firesAt }: Fire): [string, string] => [schedule, sqlInstant(firesAt)];

const LATEST = `select distinct on (schedule) schedule, fires_at as "firesAt",
    finished_at as "finishedAt", tries
  from schedule_run order by schedule, fires_at desc`;

/** The last time of a schedule that was ordered, and what became of it. */
export interface LatestRun {
  readonly schedule: string;
  readonly firesAt: EpochMs;
  readonly finishedAt: EpochMs | null;
  readonly tries: number;
}

/** Which times of which schedule were seen to. Times are the office's, leases the machine's. */
export class ScheduleStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async last(schedule: string, now: Instant): Promise<Instant | undefined> {
    const values = [schedule, sqlInstant(now)];
    const [row] = await this.#ask<{ readonly last: number | null }>(LAST, values);
    return row === undefined || row.last === null ? undefined : instant(row.last);
  }

  latest(): Promise<readonly LatestRun[]> {
    return this.#ask<LatestRun>(LATEST, []);
  }

  /** False when somebody has seen to this time already; the row decides, whoever rang. */
  async order(transaction: Transaction, fire: Fire, machineNow: EpochMs): Promise<boolean> {
    return (await transaction.execute(ORDER, [...keyOf(fire), sqlInstant(machineNow)])) === 1;
  }

  /** Ordered, and neither finished nor under way after so long: the order was lost with its queue. */
  async lost(machineNow: EpochMs, patienceMs: number, transaction: Transaction) {
    const moments = [machineNow, machineNow - patienceMs, machineNow + patienceMs];
    const values = moments.map(sqlInstant);
    const rows = await transaction.query<{ schedule: string; fires_at: number }>(LOST, values);
    return rows.map(({ schedule, fires_at }): Fire => ({ schedule, firesAt: instant(fires_at) }));
  }

  /** The lease under which the work may be done; none when it was done, or is being done. */
  async claim(fire: Fire, now: EpochMs, until: EpochMs): Promise<string | undefined> {
    const lease = randomUUID();
    const values = [...keyOf(fire), lease, sqlInstant(now), sqlInstant(until)];
    return (await this.#execute(CLAIM, values)) === 1 ? lease : undefined;
  }

  /** False when the lease went to another meanwhile. */
  async keep(fire: Fire, lease: string, until: EpochMs): Promise<boolean> {
    return (await this.#execute(KEEP, [...keyOf(fire), lease, sqlInstant(until)])) === 1;
  }

  async end(fire: Fire, lease: string, now: EpochMs): Promise<void> {
    await this.#execute(END, [...keyOf(fire), lease, sqlInstant(now)]);
  }

  async release(fire: Fire, lease: string): Promise<void> {
    await this.#execute(RELEASE, [...keyOf(fire), lease]);
  }

  /** The last of each schedule stays: it says from when on something was missed. */
  prune(finishedBefore: EpochMs): Promise<number> {
    return this.#execute(PRUNE, [sqlInstant(finishedBefore)]);
  }

  #ask<Row extends object>(sql: string, values: readonly unknown[]): Promise<readonly Row[]> {
    return this.#tenancy.ask<Row>({ units: [] }, sql, values);
  }

  #execute(sql: string, values: readonly unknown[]): Promise<number> {
    return this.#tenancy.within({ units: [] }, (transaction) => transaction.execute(sql, values));
  }
}
