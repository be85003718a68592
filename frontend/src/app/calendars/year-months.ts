import type { CalendarDay } from '#contract/calendars';
import { parseDay, weekdayPlace } from '#domain/working-time';

export interface Month {
  readonly number: number;
  /** From Monday on; a place without a day belongs to the month before or after. */
  readonly weeks: readonly (readonly (CalendarDay | undefined)[])[];
}

const DAYS_OF_WEEK = 7;

const placeOf = ({ date }: CalendarDay): number => {
  const day = parseDay(date);
  return day === undefined ? 0 : weekdayPlace(day);
};

const weeksOf = (days: readonly CalendarDay[]): Month['weeks'] => {
  const [first] = days;
  const before: undefined[] = Array.from({ length: first === undefined ? 0 : placeOf(first) });
  const places = [...before, ...days];
  const count = Math.ceil(places.length / DAYS_OF_WEEK);
  return Array.from({ length: count }, (_none, week) =>
    Array.from({ length: DAYS_OF_WEEK }, (_day, place) => places[week * DAYS_OF_WEEK + place]),
  );
};

/** The days of a year as twelve leaves of a wall calendar. */
export const monthsOf = (days: readonly CalendarDay[]): readonly Month[] => {
  const byMonth = Map.groupBy(days, ({ date }) => Number(date.slice(5, 7)));
  return [...byMonth].map(([number, inMonth]) => ({ number, weeks: weeksOf(inMonth) }));
};
