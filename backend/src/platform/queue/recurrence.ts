import {
  dayOf,
  formatDay,
  instant,
  MINUTE_MS,
  minutesOf,
  plusDays,
  startOf,
  weekdayPlace,
  type Day,
  type Instant,
} from '#domain/working-time';

/** When, by the clock on the office's wall, work is to be done again and again. */
export interface Recurrence {
  /** `02:30`. */
  readonly at: string;
  /** Every day, unless only on one of the week (0 is Monday) or of the month. */
  readonly on?: { readonly weekday: number } | { readonly dayOfMonth: number };
  /** What is made up for when nobody was there: the last time (default), or each of them. */
  readonly missed?: 'last' | 'each';
}

const FURTHEST_DAYS = 31;
/** Who was away for longer finds the rest of what he missed not worth doing. */
const MOST_MADE_UP = 400;

const isOn = (day: Day, { on }: Recurrence): boolean => {
  if (on === undefined) return true;
  if ('weekday' in on) return weekdayPlace(day) === on.weekday;
  return Number(formatDay(day).slice(8)) === on.dayOfMonth;
};

const timeOn = (day: Day, { at }: Recurrence): Instant =>
  instant(startOf(day) + minutesOf(at) * MINUTE_MS);

/** Looks day by day in one direction; a day of the month beyond the 28th would not always be found. */
const search = (
  recurrence: Recurrence,
  from: Day,
  step: 1 | -1,
  isWanted: (at: Instant) => boolean,
): Instant => {
  for (let distance = 0; distance <= FURTHEST_DAYS; distance += 1) {
    const day = plusDays(from, step * distance);
    if (isOn(day, recurrence) && isWanted(timeOn(day, recurrence))) return timeOn(day, recurrence);
  }
  throw new RangeError(`A recurrence that never comes: ${JSON.stringify(recurrence)}`);
};

/**
 * The last time it was to be done, at the latest now.
 *
 * @example lastFire({ at: '02:30' }, 03/03/2026 02:29) // 02/03/2026 02:30
 */
export const lastFire = (recurrence: Recurrence, now: Instant): Instant =>
  search(recurrence, dayOf(now), -1, (at) => at <= now);

/** The next time it is to be done, later than now. */
export const nextFire = (recurrence: Recurrence, now: Instant): Instant =>
  search(recurrence, dayOf(now), 1, (at) => at > now);

/**
 * The times to be made up for by now; `before` is the last one that was seen to.
 *
 * @example firesDue({ at: '02:30' }, 03/03 09:00, 28/02 02:30) // [03/03 02:30]
 */
export function firesDue(
  recurrence: Recurrence,
  now: Instant,
  before: Instant | undefined,
): readonly Instant[] {
  const last = lastFire(recurrence, now);
  if (before !== undefined && last <= before) return [];
  if (before === undefined || recurrence.missed !== 'each') return [last];
  const due: Instant[] = [];
  for (let at = last; at > before && due.length < MOST_MADE_UP;) {
    due.unshift(at);
    at = lastFire(recurrence, instant(at - 1));
  }
  return due;
}
