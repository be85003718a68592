import { accepted, refused, type Result } from '../kernel/index.ts';
import { dayOfDate } from './day-text.ts';
import type { Day } from './instant.ts';

/** A compiled calendar knows the days from here … */
export const FIRST_DAY: Day = dayOfDate(2000, 1, 1);
/** … to here. */
export const LAST_DAY: Day = dayOfDate(2100, 12, 31);

/** A moment or a count that leaves the years a calendar knows (ADR 0031). */
export class OutsideCalendarError extends RangeError {
  constructor() {
    super('Outside the years a working calendar knows: 2000 to 2100.');
    this.name = 'OutsideCalendarError';
  }
}

/**
 * Counts, and refuses where the count leaves the years of the calendar: for amounts and moments that
 * somebody typed.
 *
 * @example withinCalendar(() => nthWorkingDayAfter(calendar, day, 1_000_000)) → outside-calendar
 */
export function withinCalendar<Value>(count: () => Value): Result<Value, 'outside-calendar'> {
  try {
    return accepted(count());
  } catch (error) {
    if (error instanceof OutsideCalendarError) return refused('outside-calendar');
    throw error;
  }
}
