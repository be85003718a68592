import type { FeedOp } from '#contract/stream';
import type { EpochMs } from '../clock/clock.ts';
import type { Tenancy } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';
import type { Cursor } from './cursor.ts';

export interface FeedRow {
  readonly cursor: Cursor;
  readonly unitId: number;
  readonly op: FeedOp;
  readonly type: string;
  readonly id: string;
}

interface StoredRow {
  readonly tx: string;
  readonly position: number;
  readonly unit_id: number;
  readonly op: FeedOp;
  readonly type: string;
  readonly id: string;
}

const AFTER = `select tx::text as tx, position, unit_id, op, type, id from feed
  where (tx, position) > ($1::text::xid8, $2::bigint)
    and tx < pg_snapshot_xmin(pg_current_snapshot())
  order by feed.tx, feed.position limit $3`;

const PLACES = `select pg_snapshot_xmin(pg_current_snapshot())::text as next,
  tx::text as floor_tx, position as floor_position from feed_floor`;

const PRUNE = `with gone as (delete from feed where at < $1 returning tx, position)
  select tx::text as tx, position from gone order by gone.tx desc, gone.position desc limit 1`;

const RAISE_FLOOR = `update feed_floor set tx = $1::text::xid8, position = $2
  where (tx, position) < ($1::text::xid8, $2::bigint)`;

const toRow = ({ tx, position, unit_id, op, type, id }: StoredRow): FeedRow => ({
  cursor: { tx: Number(tx), position },
  unitId: unit_id,
  op,
  type,
  id,
});

/** The changes of the last days, in an order in which nothing appears late. */
export class FeedStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async after(
    { tx, position }: Cursor,
    units: readonly number[],
    limit: number,
  ): Promise<readonly FeedRow[]> {
    const values = [String(tx), position, limit];
    return (await this.#tenancy.ask<StoredRow>({ units }, AFTER, values)).map(toRow);
  }

  /** Where the feed is now, and below which place nothing is kept any more. */
  async places(): Promise<{ readonly now: Cursor; readonly floor: Cursor }> {
    const [row] = await this.#tenancy.ask<{
      readonly next: string;
      readonly floor_tx: string;
      readonly floor_position: number;
    }>({ units: [] }, PLACES);
    if (row === undefined) throw new Error('the feed has no floor');
    return {
      now: { tx: Number(row.next), position: 0 },
      floor: { tx: Number(row.floor_tx), position: row.floor_position },
    };
  }

  prune(before: EpochMs): Promise<void> {
    return this.#tenancy.everywhere(async (transaction) => {
      const gone = await transaction.query<Pick<StoredRow, 'tx' | 'position'>>(PRUNE, [
        sqlInstant(before),
      ]);
      const [last] = gone;
      if (last !== undefined) await transaction.execute(RAISE_FLOOR, [last.tx, last.position]);
    });
  }
}
