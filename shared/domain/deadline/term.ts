import {
  HOUR_MS,
  MINUTE_MS,
  addWorking,
  dayEnd,
  dayOf,
  dueDayOf,
  endOfNthWorkingDay,
  instant,
  isWorkingDay,
  millis,
  minutesOf,
  nthWorkingDayAfter,
  plusDays,
  startOf,
  workingBetween,
  workingDayFrom,
  workingDaysIn,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { Allowance, CountingMode } from './allowance.ts';

/** What an allowance is counted in, once the unit's counting mode is known. */
type TermUnit = 'sameDay' | 'hours' | 'workingDays' | 'calendarDays';

/** An allowance ready to be counted: milliseconds of working time, days, or the cut-off's time of day. */
export interface Term {
  readonly unit: TermUnit;
  readonly amount: number;
}

/** An invention of offices that count running hours: a working day is worth eight of them. */
const HOURS_PER_DAY = 8;

export function termOf(allowance: Allowance, mode: CountingMode): Term {
  switch (allowance.kind) {
    case 'sameDay':
      return { unit: 'sameDay', amount: minutesOf(allowance.cutoff) * MINUTE_MS };
    case 'workingHours':
      return { unit: 'hours', amount: allowance.amount * HOUR_MS };
    case 'workingDays':
      return mode === 'runningHours'
        ? { unit: 'hours', amount: allowance.amount * HOURS_PER_DAY * HOUR_MS }
        : { unit: 'workingDays', amount: allowance.amount };
    case 'calendarDays':
      return { unit: 'calendarDays', amount: allowance.amount };
  }
}

/** The due moment of a term begun at a moment and put off by `moved`, counted in the unit of the term. */
export function termDue(
  term: Term,
  startedAt: Instant,
  moved: number,
  calendar: WorkingCalendar,
): Instant {
  switch (term.unit) {
    case 'sameDay':
      return sameDayDue(term.amount, startedAt, calendar);
    case 'hours':
      return addWorking(calendar, startedAt, millis(term.amount + moved));
    case 'workingDays':
      return endOfNthWorkingDay(calendar, dayOf(startedAt), term.amount + moved);
    case 'calendarDays':
      return dayEnd(calendar, workingDayFrom(calendar, landingDay(term, startedAt, moved)));
  }
}

/** The Nth calendar day, before it is rolled to a working day: BLDS 2015 Đ147 khoản 2, Đ148 khoản 5. */
export const landingDay = (term: Term, startedAt: Instant, moved: number): Day =>
  plusDays(dayOf(startedAt), term.amount + moved);

/**
 * NĐ 23/2015 Đ7: "tiếp nhận sau 15 giờ" is the next working day's; 15:00:00 is not yet after. An office that
 * closes earlier takes nothing in for the same day after closing.
 */
function sameDayDue(cutoff: number, receivedAt: Instant, calendar: WorkingCalendar): Instant {
  const day = dayOf(receivedAt);
  const end = dayEnd(calendar, day);
  const lastMoment = Math.min(startOf(day) + cutoff, end);
  if (receivedAt <= lastMoment && isWorkingDay(calendar, day)) return end;
  return endOfNthWorkingDay(calendar, day, 1);
}

/** A due moment fixed by somebody else, put off in the unit of the term; its time of day stays. */
export function movedDue(
  term: Term,
  fixedAt: Instant,
  moved: number,
  calendar: WorkingCalendar,
): Instant {
  if (moved === 0) return fixedAt;
  if (term.unit === 'hours') return addWorking(calendar, fixedAt, millis(moved));
  const day = dueDayOf(fixedAt);
  const target =
    term.unit === 'calendarDays'
      ? workingDayFrom(calendar, plusDays(day, moved))
      : nthWorkingDayAfter(calendar, day, moved);
  return instant(startOf(target) + fixedAt - startOf(day));
}

/** How far a stop from one moment to another puts a due moment off, in the unit of the term. */
export function measureStop(
  term: Term,
  from: Instant,
  to: Instant,
  calendar: WorkingCalendar,
): number {
  if (term.unit === 'hours') return workingBetween(calendar, from, to);
  return term.unit === 'calendarDays'
    ? dayOf(to) - dayOf(from)
    : workingDaysIn(calendar, dayOf(from), dayOf(to));
}
