import {
  WEEKDAYS,
  dayOf,
  instant,
  plusDays,
  startOf,
  weekdayPlace,
  type Instant,
} from '../working-time/index.ts';

/**
 * The midnight that ends the week somebody speaks of; what is due at that very moment is still of it.
 *
 * @example weekEndOf(Wednesday 2026-03-04 10:00) → Monday 2026-03-09 00:00
 */
export function weekEndOf(now: Instant): Instant {
  const today = dayOf(now);
  return instant(startOf(plusDays(today, WEEKDAYS.length - weekdayPlace(today))));
}
