import { accepted, refused, type Result } from '../kernel/index.ts';
import { isTimeOfDay } from '../working-time/index.ts';
import type { Allowance } from './allowance.ts';

export type AllowanceRefusal = 'amount-not-positive-integer' | 'cutoff-not-a-time';

/**
 * Whether an allowance can be counted: a whole amount of at least 1, a cut-off that is a time of day.
 *
 * @example checkAllowance({ kind: 'workingDays', amount: 0 }) → amount-not-positive-integer
 */
export function checkAllowance(allowance: Allowance): Result<Allowance, AllowanceRefusal> {
  if (allowance.kind === 'sameDay') {
    const { cutoff } = allowance;
    return isTimeOfDay(cutoff) ? accepted(allowance) : refused('cutoff-not-a-time', { cutoff });
  }
  const { amount } = allowance;
  return Number.isSafeInteger(amount) && amount >= 1
    ? accepted(allowance)
    : refused('amount-not-positive-integer', { amount });
}
