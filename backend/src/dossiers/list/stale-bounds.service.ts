import { Inject, Injectable } from '@nestjs/common';
import { HOUR_MS, dayOf, instant, plusDays, startOf, workingBetween } from '#domain/working-time';
import type { Instant, WorkingCalendar } from '#domain/working-time';
import { OfficeBook } from '../office/office-book.service.ts';

/** Longer than any run of days off. */
const DAYS_BACK = 60;

/** The moment since which the given working time has passed. */
const workingTimeAgo = (calendar: WorkingCalendar, now: Instant, length: number): Instant => {
  let low = startOf(plusDays(dayOf(now), -DAYS_BACK)) as number;
  let high = now as number;
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (workingBetween(calendar, instant(middle), now) > length) low = middle;
    else high = middle;
  }
  return instant(high);
};

/** Before when a source must have spoken last to be called stale, by each unit's own setting. */
@Injectable()
export class StaleBounds {
  readonly #offices: OfficeBook;

  constructor(@Inject(OfficeBook) offices: OfficeBook) {
    this.#offices = offices;
  }

  async of(units: readonly number[], now: Instant): Promise<ReadonlyMap<number, Instant>> {
    const bounds = await Promise.all(
      units.map(async (id) => {
        const [{ settings }, calendar] = await Promise.all([
          this.#offices.unit(id),
          this.#offices.calendar(id),
        ]);
        return [id, workingTimeAgo(calendar, now, settings.staleAfter * HOUR_MS)] as const;
      }),
    );
    return new Map(bounds);
  }
}
