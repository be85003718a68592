import type { CommandBodies } from '../dossier/index.ts';
import type { FeeEntry } from './fee-entry.ts';

type Correction = CommandBodies['correct'];

/**
 * *Hoàn trả*: no event of its own tells it. Money given back makes the payment it was taken by one of less, or
 * of nothing; the closed book of its day goes on saying what it said, and names the change.
 *
 * @example refundOf({ version: 3, amount: 8000 }, 3000, 'Thu nhầm') // version 3 was a payment of 5.000
 */
export const refundOf = (
  { version, amount }: Pick<FeeEntry, 'version' | 'amount'>,
  given: number,
  reason: string,
): Correction => ({ version, changes: { payload: { amount: amount - given } }, reason });

/** *Miễn, giảm*: what was charged is brought down to what is owed. */
export const exemptionOf = (
  { version }: Pick<FeeEntry, 'version'>,
  amount: number,
  reason: string,
): Correction => ({ version, changes: { payload: { amount } }, reason });
