import { Inject, Injectable } from '@nestjs/common';
import type { FeedEvent } from '#contract/stream';
import type { EpochMs } from '../clock/clock.ts';
import type { Transaction } from '../database/tenancy.ts';
import { sqlInstant } from '../database/wire-types.ts';
import type { Bell } from './bell.ts';
import { BELL } from './tokens.ts';

const INSERT = `insert into feed (unit_id, op, type, id, at)
  select $1, row->>'op', row->>'type', row->>'id', $3
  from jsonb_array_elements($2::jsonb) with ordinality as given (row, place) order by place`;

/** Tells open pages what changed: which thing, never what of it. */
@Injectable()
export class Feed {
  readonly #bell: Bell;

  constructor(@Inject(BELL) bell: Bell) {
    this.#bell = bell;
  }

  /** Writes changes in the caller's transaction; `announce` after its commit makes them quick. */
  async put(
    transaction: Transaction,
    { unitId, at }: { readonly unitId: number; readonly at: EpochMs },
    changes: readonly FeedEvent[],
  ): Promise<void> {
    if (changes.length === 0) return;
    await transaction.execute(INSERT, [unitId, JSON.stringify(changes), sqlInstant(at)]);
  }

  /** After the commit: open pages need not wait for the next look. */
  announce(): void {
    this.#bell.ring('feed');
  }
}
