import { FIRST_DAY, OutsideCalendarError } from './calendar-range.ts';
import {
  MINUTE_MS,
  dayOf,
  instant,
  millis,
  startOf,
  type Day,
  type Instant,
  type Millis,
} from './instant.ts';
import { known, member } from './known.ts';
import { hoursAt, type DayHours, type WorkingCalendar } from './working-calendar.ts';

/**
 * The moment at which so much working time has passed: time that runs out at the end of an interval is due at
 * that end, not at the next beginning. Nothing added is the moment itself, even outside hours.
 *
 * @example addWorking(calendar, 2026-03-02T16:00+07:00, hours(1)) → 2026-03-02T17:00+07:00
 */
export function addWorking(calendar: WorkingCalendar, at: Instant, length: Millis): Instant {
  if (length === 0) return at;
  const place = known(calendar.placeOf, dayOf(at) - FIRST_DAY);
  const target = workedUntil(calendar, at) + length;
  return momentReaching(calendar, target, placeReaching(calendar, target, place));
}

/**
 * The working time between two moments; negative when the second lies before the first.
 *
 * @example workingBetween(calendar, 2026-03-02T11:00+07:00, 2026-03-02T13:30+07:00) → one hour
 */
export const workingBetween = (calendar: WorkingCalendar, from: Instant, to: Instant): Millis =>
  millis(workedUntil(calendar, to) - workedUntil(calendar, from));

/** Working time from the calendar's first day to a moment. */
function workedUntil(calendar: WorkingCalendar, at: Instant): number {
  const day = dayOf(at);
  const place = known(calendar.placeOf, day - FIRST_DAY);
  const before = known(calendar.minutesBefore, place) * MINUTE_MS;
  if (known(calendar.placeOf, day + 1 - FIRST_DAY) === place) return before;
  return before + workedWithin(hoursAt(calendar, place), at - startOf(day));
}

function workedWithin({ bounds }: DayHours, timeOfDay: number): number {
  let worked = 0;
  for (let index = 0; index < bounds.length; index += 2) {
    const from = member(bounds, index) * MINUTE_MS;
    const to = member(bounds, index + 1) * MINUTE_MS;
    if (timeOfDay <= from) break;
    worked += Math.min(timeOfDay, to) - from;
  }
  return worked;
}

/** The place whose working day brings the sum to the target, looked for in widening steps from `low`. */
function placeReaching(calendar: WorkingCalendar, target: number, low: number): number {
  const { minutesBefore } = calendar;
  const last = minutesBefore.length - 1;
  if (target > known(minutesBefore, last) * MINUTE_MS) throw new OutsideCalendarError();
  let below = low;
  let step = 1;
  let above = Math.min(below + step, last);
  while (known(minutesBefore, above) * MINUTE_MS < target) {
    below = above;
    step *= 2;
    above = Math.min(below + step, last);
  }
  while (above - below > 1) {
    const middle = (above + below) >> 1;
    if (known(minutesBefore, middle) * MINUTE_MS < target) below = middle;
    else above = middle;
  }
  return below;
}

/** The moment of the working day at `place` at which the sum of working time reaches the target. */
function momentReaching(calendar: WorkingCalendar, target: number, place: number): Instant {
  const { bounds } = hoursAt(calendar, place);
  const midnight = startOf(known(calendar.dayAt, place) as Day);
  let left = target - known(calendar.minutesBefore, place) * MINUTE_MS;
  for (let index = 0; ; index += 2) {
    const from = member(bounds, index) * MINUTE_MS;
    const length = member(bounds, index + 1) * MINUTE_MS - from;
    if (left <= length) return instant(midnight + from + left);
    left -= length;
  }
}
