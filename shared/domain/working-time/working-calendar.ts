import type { CalendarDefinition } from './calendar-definition.ts';
import type { SpecialDay } from './calendar-layer.ts';
import type { Day } from './instant.ts';
import { known, member } from './known.ts';

/** The hours of one kind of day, in minutes from midnight: from, to, from, to … */
export interface DayHours {
  readonly bounds: readonly number[];
  readonly opens: number;
  readonly closes: number;
  readonly length: number;
}

/**
 * A calendar made ready for counting. A *place* is the number of a working day among all working days of the
 * calendar; with sums kept per place no question walks through minutes, and few walk through days.
 */
export interface WorkingCalendar {
  readonly version: string;
  readonly definition: CalendarDefinition;
  /** Per day from `FIRST_DAY` on, and one more: how many working days lie before it. */
  readonly placeOf: Int32Array;
  /** Per place: the day. */
  readonly dayAt: Int32Array;
  /** Per place: the minute since 1970 at which that day closes. */
  readonly closesAt: Int32Array;
  /** Per place, and one more: working minutes of all places before it. */
  readonly minutesBefore: Int32Array;
  /** Per place: which of `kinds` its hours are. */
  readonly kindAt: Int32Array;
  readonly kinds: readonly DayHours[];
  /** Hours of *làm bù* without hours of its own, and of a promise that falls on a closed day. */
  readonly fullDay: DayHours;
  /** Per day, and one more: how many provisional days lie before it. */
  readonly provisionalBefore: Int32Array;
  readonly specialDays: ReadonlyMap<Day, SpecialDay>;
}

/** The hours of the working day at a place. */
export const hoursAt = (calendar: WorkingCalendar, place: number): DayHours =>
  member(calendar.kinds, known(calendar.kindAt, place));
