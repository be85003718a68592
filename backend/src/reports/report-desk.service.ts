import { Inject, Injectable } from '@nestjs/common';
import { instant, type Instant } from '#domain/working-time';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Frame } from './engine/frame.ts';
import type { Heard } from './report-answer.ts';

interface Read<Found> {
  readonly heard: Heard;
  readonly found: Found;
}

const LAST_ENTERED = `select max(event.position) as position from unnest($1::int[]) as scope (unit_id)
  cross join lateral (select position from dossier_event as told
    where told.unit_id = scope.unit_id and recorded_at <= $2::timestamptz
    order by recorded_at desc, position desc limit 1) as event`;

/** Reads what a report asks, all of it as of one position of the log. */
@Injectable()
export class ReportDesk {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  async read<Found>(
    { units, asOf }: Frame,
    work: (transaction: Transaction, now: Instant) => Promise<Found>,
  ): Promise<Read<Found>> {
    const ids = units.map(({ id }) => id);
    // Before the snapshot: all up to the position is in it, and of what comes later perhaps a little.
    const position = asOf === undefined ? await this.#settled(ids) : await this.#last(ids, asOf);
    const now = asOf ?? instant(this.#clock.officeNow());
    const found = await this.#tenancy.within(
      // What is open is looked up by the one that counts: others would only carry the dossiers to it.
      { units: ids, role: 'reader', isSteady: true, byOne: true },
      (transaction) => work(transaction, now),
    );
    return { heard: { position, now }, found };
  }

  async #settled(units: readonly number[]): Promise<number> {
    const [settled] = await this.#tenancy.ask<{ readonly position: number }>(
      { units, role: 'reader' },
      'select settled_position() as position',
    );
    if (settled === undefined) throw new Error('The log has no position');
    return settled.position;
  }

  /** The last event that had been entered by then. */
  async #last(units: readonly number[], asOf: Instant): Promise<number> {
    const [last] = await this.#tenancy.ask<{ readonly position: number | null }>(
      { units, role: 'reader' },
      LAST_ENTERED,
      [units, sqlInstant(asOf)],
    );
    return last?.position ?? 0;
  }
}
