import type { EpochMs } from '../clock/clock.ts';
import type { Tenancy } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';

/** As long as anything is ever left alone. */
export const LONGEST_PAUSE_MS = 300_000;

/** Nobody takes or puts off anything for that long: the machine's clock was set back since. */
const beyond = (now: EpochMs): string => sqlInstant(now + 2 * LONGEST_PAUSE_MS);

export interface OpenRow {
  readonly unit_id: number;
  readonly position: number;
  readonly topic: string;
  readonly message: unknown;
  readonly tries: number;
}

// Rows of a transaction under way are not seen, and are still open when it has committed: what is taken
// is chosen by its state and never by a position that others might have overtaken.
const TAKE = `with taken as materialized (
    select unit_id, position from outbox
    where state = 'open' and (leased_until is null or leased_until <= $1 or leased_until > $4)
    order by position limit $3 for update skip locked)
  update outbox set leased_until = $2, tries = outbox.tries + 1
  from taken where outbox.unit_id = taken.unit_id and outbox.position = taken.position
  returning outbox.unit_id, outbox.position, outbox.topic, outbox.message, outbox.tries`;

const SOME = `select from outbox
  where state = 'open' and (leased_until is null or leased_until <= $1 or leased_until > $2) limit 1`;

const SETTLE = `update outbox set state = $3, settled_at = $4, leased_until = null
  from unnest($1::int[], $2::bigint[]) as done (unit_id, position)
  where outbox.unit_id = done.unit_id and outbox.position = done.position and state = 'open'`;

const POSTPONE = `update outbox set leased_until = $3
  from unnest($1::int[], $2::bigint[]) as later (unit_id, position)
  where outbox.unit_id = later.unit_id and outbox.position = later.position and state = 'open'`;

const BACKLOG = `select count(*)::int as open, min(at) as oldest from outbox where state = 'open'`;

const keysOf = (rows: readonly OpenRow[]): [number[], number[]] => [
  rows.map(({ unit_id }) => unit_id),
  rows.map(({ position }) => position),
];

/** What nobody has taken to the queue yet, and since when, by the office's clock. */
export interface Backlog {
  readonly open: number;
  readonly oldestAt: EpochMs | null;
}

/** The open orders of all units. Leases, tries and settling are in the machine's time. */
export class OutboxStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async take(now: EpochMs, leaseMs: number, limit: number): Promise<readonly OpenRow[]> {
    const rows = await this.#tenancy.everywhere((transaction) =>
      transaction.query<OpenRow>(TAKE, [
        ...[sqlInstant(now), sqlInstant(now + leaseMs), limit, beyond(now)],
      ]),
    );
    return rows.toSorted((one, other) => one.position - other.position);
  }

  /** Whether there is nothing that may be taken. */
  async isEmpty(now: EpochMs): Promise<boolean> {
    const rows = await this.#tenancy.everywhere((transaction) =>
      transaction.query(SOME, [sqlInstant(now), beyond(now)]),
    );
    return rows.length === 0;
  }

  async backlog(): Promise<Backlog> {
    const [row] = await this.#tenancy.everywhere((transaction) =>
      transaction.query<{ readonly open: number; readonly oldest: EpochMs | null }>(BACKLOG),
    );
    return { open: row?.open ?? 0, oldestAt: row?.oldest ?? null };
  }

  async settle(rows: readonly OpenRow[], state: 'sent' | 'dead', now: EpochMs): Promise<void> {
    if (rows.length === 0) return;
    const values = [...keysOf(rows), state, sqlInstant(now)];
    await this.#tenancy.everywhere((transaction) => transaction.execute(SETTLE, values));
  }

  async postpone(rows: readonly OpenRow[], until: EpochMs): Promise<void> {
    const values = [...keysOf(rows), sqlInstant(until)];
    await this.#tenancy.everywhere((transaction) => transaction.execute(POSTPONE, values));
  }

  async prune(settledBefore: EpochMs): Promise<number> {
    return this.#tenancy.everywhere((transaction) =>
      transaction.execute(`delete from outbox where state <> 'open' and settled_at < $1`, [
        sqlInstant(settledBefore),
      ]),
    );
  }
}
