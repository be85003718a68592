import { MINUTE_MS, dayOf, dueDayOf, type Instant } from '../working-time/index.ts';

/** *Trước hạn*, *đúng hạn*, *quá hạn*. */
export type DueResult = 'early' | 'onTime' | 'late';

/** Parameters of the unit; offices differ in what they compare. */
export interface OutcomeRules {
  readonly earlyBy: 'minute' | 'day';
  readonly lateAfter: 'dueMoment' | 'endOfDueDay';
}

export const DEFAULT_OUTCOME_RULES: OutcomeRules = { earlyBy: 'minute', lateAfter: 'dueMoment' };

/**
 * How a finish stands to its due moment. Without a due moment nothing is ever late.
 *
 * @example outcomeOf(2026-02-25T17:00:40, 2026-02-25T17:00, DEFAULT_OUTCOME_RULES) → 'onTime'
 */
export function outcomeOf(
  finishedAt: Instant,
  dueAt: Instant | null,
  { earlyBy, lateAfter }: OutcomeRules,
): DueResult {
  if (dueAt === null) return 'early';
  if (
    isPastMinute(finishedAt, dueAt) &&
    (lateAfter === 'dueMoment' || isPastDay(finishedAt, dueAt))
  ) {
    return 'late';
  }
  const early =
    earlyBy === 'day'
      ? dayOf(finishedAt) < dueDayOf(dueAt)
      : minuteOf(finishedAt) < minuteOf(dueAt);
  return early ? 'early' : 'onTime';
}

/** Moments are compared as whole minutes: what happens within the due minute is in time. */
export const isPastMinute = (at: Instant, dueAt: Instant): boolean =>
  minuteOf(at) > minuteOf(dueAt);

const isPastDay = (at: Instant, dueAt: Instant): boolean => dayOf(at) > dueDayOf(dueAt);

const minuteOf = (at: Instant): number => Math.floor(at / MINUTE_MS);
