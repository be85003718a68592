import { overdueBefore } from '../deadline/index.ts';
import {
  dayOf,
  instant,
  nthWorkingDayAfter,
  plusDays,
  startOf,
  workingDaysIn,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';

/** How many working days a dossier is late, or still has; the gravest first. */
export const AGEING_BANDS = [
  'lateOverFive',
  'lateTwoToFive',
  'lateOne',
  'today',
  'inOne',
  'inTwoToThree',
  'inFourToFive',
  'inSixToTen',
  'later',
] as const;

export type AgeingBand = (typeof AGEING_BANDS)[number];

/** From which due moment on each band reaches; it ends where the next one begins. */
export type Ageing = Readonly<Record<AgeingBand, Instant>>;

/** The 2nd of January of the year 1: no book holds anything earlier. */
const FIRST = instant(-62_135_510_400_000);

/** A due moment at midnight is of the day that ends there: a day's dues begin just after it. */
const duesFrom = (day: Day): Instant => instant(startOf(day) + 1);

/** The first day whose dues are at most so many working days late. */
function firstWithin(calendar: WorkingCalendar, today: Day, workingDays: number): Day {
  let first = today;
  while (workingDaysIn(calendar, plusDays(first, -1), today) <= workingDays) {
    first = plusDays(first, -1);
  }
  return first;
}

/** No longer within so many working days from today. */
const beyond = (calendar: WorkingCalendar, today: Day, workingDays: number): Instant =>
  duesFrom(plusDays(nthWorkingDayAfter(calendar, today, workingDays), 1));

/**
 * The bands as they lie at a moment: working days by the unit's own calendar, late by the minute as
 * everywhere else.
 *
 * @example on Friday 2026-03-06, `inOne` holds what is due from Saturday through Monday
 */
export function ageingOf(calendar: WorkingCalendar, now: Instant): Ageing {
  const today = dayOf(now);
  return {
    lateOverFive: FIRST,
    lateTwoToFive: duesFrom(firstWithin(calendar, today, 5)),
    lateOne: duesFrom(firstWithin(calendar, today, 1)),
    today: overdueBefore(now),
    inOne: duesFrom(plusDays(today, 1)),
    inTwoToThree: beyond(calendar, today, 1),
    inFourToFive: beyond(calendar, today, 3),
    inSixToTen: beyond(calendar, today, 5),
    later: beyond(calendar, today, 10),
  };
}

/** The band a due moment lies in. */
export const bandOf = (ageing: Ageing, dueAt: Instant): AgeingBand =>
  AGEING_BANDS.findLast((band) => ageing[band] <= dueAt) ?? 'lateOverFive';
