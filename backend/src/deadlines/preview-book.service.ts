import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { CalendarApplied } from '#contract/calendars';
import { instant, type Instant } from '#domain/working-time';
import type { LayerChange } from '../calendars/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

export interface ShownPreview {
  readonly unitId: number;
  readonly change: LayerChange;
  /** SHA-256 of what was shown, in hexadecimal. */
  readonly fingerprint: string;
}

export interface FoundPreview extends ShownPreview {
  readonly id: string;
  /** What was answered when it was applied. */
  readonly outcome: CalendarApplied | null;
}

/** What people were shown before a calendar comes into force. */
@Injectable()
export class PreviewBook {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  now(): Instant {
    return instant(this.#clock.officeNow());
  }

  /** Keeps what was shown; what nobody applied within a week is forgotten. */
  async keep({ unitId, change, fingerprint }: ShownPreview, by: string): Promise<string> {
    const [id, at] = [randomUUID(), sqlInstant(this.now())];
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await transaction.execute(
        `delete from calendar_preview where unit_id = $1 and applied_at is null
           and shown_at < $2::timestamptz - interval '7 days'`,
        [unitId, at],
      );
      await transaction.execute(
        `insert into calendar_preview (unit_id, id, change, fingerprint, shown_at, shown_to)
         values ($1, $2, $3, decode($4, 'hex'), $5, $6)`,
        [unitId, id, JSON.stringify(change), fingerprint, at, by],
      );
    });
    return id;
  }

  /** A preview of one of these units. */
  async find(id: string, units: readonly number[]): Promise<FoundPreview | undefined> {
    const [found] = await this.#tenancy.ask<FoundPreview>(
      { units },
      `select id, unit_id as "unitId", change, encode(fingerprint, 'hex') as fingerprint,
         outcome
       from calendar_preview where id = $1`,
      [id],
    );
    return found;
  }

  /** Marks it applied; false where somebody was quicker. */
  async claim(
    transaction: Transaction,
    { unitId, id }: Pick<FoundPreview, 'unitId' | 'id'>,
    outcome: CalendarApplied,
  ): Promise<boolean> {
    const claimed = await transaction.execute(
      `update calendar_preview set applied_at = $3, outcome = $4
       where unit_id = $1 and id = $2 and applied_at is null`,
      [unitId, id, sqlInstant(this.now()), JSON.stringify(outcome)],
    );
    return claimed === 1;
  }
}
