import { FIRST_DAY } from './calendar-range.ts';
import { MINUTE_MS, instant, startOf, type Day, type Instant } from './instant.ts';
import { known } from './known.ts';
import { hoursAt, type DayHours, type WorkingCalendar } from './working-calendar.ts';

const placeOf = (calendar: WorkingCalendar, day: number): number =>
  known(calendar.placeOf, day - FIRST_DAY);

/**
 * Whether the office works on a day.
 *
 * @example isWorkingDay(calendar, 2026-01-10) → true, a Saturday worked for 02/01
 */
export const isWorkingDay = (calendar: WorkingCalendar, day: Day): boolean =>
  placeOf(calendar, day + 1) > placeOf(calendar, day);

/**
 * The nth working day strictly after a day, whether or not that day is worked; with n = 0 the day itself.
 *
 * @example nthWorkingDayAfter(calendar, 2026-02-13, 3) → 2026-02-25, over Tết
 */
export function nthWorkingDayAfter(calendar: WorkingCalendar, day: Day, n: number): Day {
  if (n === 0) return day;
  return known(calendar.dayAt, placeOf(calendar, day + 1) + n - 1) as Day;
}

/**
 * The end of the nth working day strictly after a day: what nearly every due moment is.
 *
 * @example endOfNthWorkingDay(calendar, 2026-02-13, 3) → 2026-02-25T17:00+07:00
 */
export const endOfNthWorkingDay = (calendar: WorkingCalendar, day: Day, n: number): Instant =>
  instant(known(calendar.closesAt, placeOf(calendar, day + 1) + n - 1) * MINUTE_MS);

/**
 * The first working day strictly after a day.
 *
 * @example nextWorkingDay(calendar, 2026-01-09) → 2026-01-10
 */
export const nextWorkingDay = (calendar: WorkingCalendar, day: Day): Day =>
  nthWorkingDayAfter(calendar, day, 1);

/**
 * The day itself when it is worked, else the next one that is.
 *
 * @example workingDayFrom(calendar, 2026-02-16) → 2026-02-23
 */
export const workingDayFrom = (calendar: WorkingCalendar, day: Day): Day =>
  known(calendar.dayAt, placeOf(calendar, day)) as Day;

/**
 * How many working days d there are with after < d ≤ through.
 *
 * @example workingDaysIn(calendar, 2026-02-13, 2026-02-25) → 3
 */
export const workingDaysIn = (calendar: WorkingCalendar, after: Day, through: Day): number =>
  placeOf(calendar, through + 1) - placeOf(calendar, after + 1);

/**
 * How many days d there are with after < d ≤ through that no official notice has confirmed.
 *
 * @example provisionalDaysIn(calendar, 2027-02-04, 2027-02-12) → 5
 */
export const provisionalDaysIn = (calendar: WorkingCalendar, after: Day, through: Day): number =>
  known(calendar.provisionalBefore, through + 1 - FIRST_DAY) -
  known(calendar.provisionalBefore, after + 1 - FIRST_DAY);

/**
 * The end of a day's last working hours, at most the midnight that ends it. A closed day has the end of a
 * full working day, for promises that somebody else made for it.
 *
 * @example dayEnd(calendar, 2026-02-25) → 2026-02-25T17:00+07:00
 */
export const dayEnd = (calendar: WorkingCalendar, day: Day): Instant =>
  instant(startOf(day) + hoursOn(calendar, day).closes * MINUTE_MS);

/**
 * The beginning of a day's first working hours; of a closed day, that of a full working day.
 *
 * @example dayStart(calendar, 2026-02-25) → 2026-02-25T07:30+07:00
 */
export const dayStart = (calendar: WorkingCalendar, day: Day): Instant =>
  instant(startOf(day) + hoursOn(calendar, day).opens * MINUTE_MS);

function hoursOn(calendar: WorkingCalendar, day: Day): DayHours {
  const place = placeOf(calendar, day);
  return placeOf(calendar, day + 1) > place ? hoursAt(calendar, place) : calendar.fullDay;
}
