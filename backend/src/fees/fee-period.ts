import { FEE_DAYS } from '#contract/fees';
import { dayOf, instant, type Day } from '#domain/working-time';
import type { Clock } from '../platform/clock/clock.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';

interface Asked {
  readonly from?: Day | undefined;
  readonly to?: Day | undefined;
}

interface Period {
  readonly from: Day;
  readonly to: Day;
}

export const today = (clock: Clock): Day => dayOf(instant(clock.officeNow()));

/** The days meant: today where none is said, one day where only one is. */
export const periodOf = ({ from, to }: Asked, clock: Clock): Period => {
  const last = to ?? from ?? today(clock);
  const first = from ?? last;
  if (last < first) throw new ProblemError('book-range-inverted');
  if (last - first >= FEE_DAYS) throw new ProblemError('book-too-long', { days: FEE_DAYS });
  return { from: first, to: last };
};
