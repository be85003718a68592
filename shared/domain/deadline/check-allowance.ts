import { accepted, refused, type Result } from '../kernel/index.ts';
import { isTimeOfDay } from '../working-time/index.ts';
import type { Allowance } from './allowance.ts';

export type AllowanceRefusal =
  'amount-not-positive-integer' | 'allowance-too-long' | 'cutoff-not-a-time';

/**
 * Ten years: no procedure takes as long, so beyond it an amount is a slip of the hand; and from every receipt
 * of the coming decades such a term still ends within the years a calendar knows.
 */
const LONGEST = { workingHours: 20_000, workingDays: 2_500, calendarDays: 3_650 } as const;

/**
 * Whether an allowance can be counted: a whole amount of at least 1 and of at most ten years, a cut-off that
 * is a time of day. `path` is where it stands in what was sent.
 *
 * @example checkAllowance({ kind: 'workingDays', amount: 0 }) → amount-not-positive-integer
 */
export function checkAllowance(
  allowance: Allowance,
  path = 'allowance',
): Result<Allowance, AllowanceRefusal> {
  if (allowance.kind === 'sameDay') {
    const { cutoff } = allowance;
    return isTimeOfDay(cutoff)
      ? accepted(allowance)
      : refused('cutoff-not-a-time', { path: `${path}.cutoff`, cutoff });
  }
  const { kind, amount } = allowance;
  const at = { path: `${path}.amount`, amount };
  if (!Number.isSafeInteger(amount) || amount < 1)
    return refused('amount-not-positive-integer', at);
  const longest = LONGEST[kind];
  return amount <= longest
    ? accepted(allowance)
    : refused('allowance-too-long', { ...at, longest });
}
