import type { Allowance } from '../deadline/index.ts';
import { dayOf, dueDayOf, workingDaysIn, type WorkingCalendar } from '../working-time/index.ts';
import type { Countdown } from './countdown.ts';

/** Thresholds differ by how long the whole stretch is: hours, one to three days, longer. */
export type AllowanceClass = 'sameDay' | 'short' | 'long';

const SHORT_DAYS = 3;
/** 1 ngày làm việc = 8 giờ: how official systems turn hours per step into days. */
const HOURS_A_DAY = 8;

const classOfDays = (days: number): AllowanceClass => {
  if (days < 1) return 'sameDay';
  return days <= SHORT_DAYS ? 'short' : 'long';
};

/**
 * The class of an allowance; where only a due moment was declared, that of the working days it leaves.
 * @example allowanceClassOf({ kind: 'workingDays', amount: 3 }, countdown, calendar) // 'short'
 */
export function allowanceClassOf(
  allowance: Allowance | null,
  countdown: Countdown,
  calendar: WorkingCalendar,
): AllowanceClass {
  if (allowance === null) {
    const first = dayOf(countdown.startedAt);
    return classOfDays(workingDaysIn(calendar, first, dueDayOf(countdown.dueAt)));
  }
  if (allowance.kind === 'sameDay') return 'sameDay';
  return classOfDays(
    allowance.kind === 'workingHours' ? allowance.amount / HOURS_A_DAY : allowance.amount,
  );
}
