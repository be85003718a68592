import { accepted, refused, type Result } from '../kernel/index.ts';
import { plusDays, startOf, type Day, type Instant } from '../working-time/index.ts';

/** The days a report speaks of, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** The same as moments: `start` belongs to the period, `end` no more. */
export interface Bounds {
  readonly start: Instant;
  readonly end: Instant;
}

/**
 * From 00:00 of the first day to before 00:00 of the day after the last, local time.
 *
 * @example boundsOf({ from: 15/12/2025, to: 14/01/2026 }) // 2025-12-15T00:00+07:00 to 2026-01-15T00:00+07:00
 */
export const boundsOf = ({ from, to }: Period): Bounds => ({
  start: startOf(from),
  end: startOf(plusDays(to, 1)),
});

export const isWithin = (at: Instant, { start, end }: Bounds): boolean => at >= start && at < end;

/**
 * A period as somebody asked for it; one that ends before it begins is refused.
 *
 * @example checkPeriod(14/01/2026, 15/12/2025) // refused: period-ends-before-it-begins
 */
export function checkPeriod(from: Day, to: Day): Result<Period, 'period-ends-before-it-begins'> {
  return to < from ? refused('period-ends-before-it-begins', { from, to }) : accepted({ from, to });
}
