import type { FeedOp } from '#contract/stream';
import type { EpochMs } from '../clock/clock.ts';
import { Follower } from '../database/follower.ts';
import type { Tenancy } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';

export interface FeedRow {
  readonly position: number;
  readonly unit_id: number;
  readonly op: FeedOp;
  readonly type: string;
  readonly id: string;
}

export interface FeedPage {
  readonly rows: readonly FeedRow[];
  /** Where to go on: nothing at or below can appear any more. */
  readonly upTo: number;
}

const PLACES = `select settled_position() as now, position as floor from feed_floor`;

const PRUNE = `with gone as (delete from feed where at < $1 returning position)
  select max(position) as position from gone`;

const RAISE_FLOOR = 'update feed_floor set position = $1 where position < $1';

/** The changes of the last days, in an order in which nothing appears late. */
export class FeedStore {
  readonly #tenancy: Tenancy;
  readonly #follower: Follower;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
    this.#follower = new Follower(tenancy);
  }

  after(position: number, units: readonly number[], limit: number): Promise<FeedPage> {
    const columns = ['unit_id', 'op', 'type', 'id'];
    return this.#follower.read<FeedRow>(
      { table: 'feed', columns, after: position, limit },
      { units },
    );
  }

  /** Where the feed is now, and below which place nothing is kept any more. */
  async places(): Promise<{ readonly now: number; readonly floor: number }> {
    const [places] = await this.#tenancy.ask<{ readonly now: number; readonly floor: number }>(
      { units: [] },
      PLACES,
    );
    if (places === undefined) throw new Error('the feed has no floor');
    return places;
  }

  prune(before: EpochMs): Promise<void> {
    return this.#tenancy.everywhere(async (transaction) => {
      const [gone] = await transaction.query<{ readonly position: number | null }>(PRUNE, [
        sqlInstant(before),
      ]);
      const position = gone?.position ?? 0;
      if (position > 0) await transaction.execute(RAISE_FLOOR, [position]);
    });
  }
}
