import { accepted, refused } from '../../kernel/index.ts';
import type { Decider, Happenings } from './happening.ts';

/** Money is whole đồng. */
export function amountRefusal(amount: number): Happenings | undefined {
  return Number.isSafeInteger(amount) && amount >= 0
    ? undefined
    : refused('amount-not-whole', { amount });
}

export const chargeFee: Decider<'charge-fee'> = (body) =>
  amountRefusal(body.amount) ?? accepted([{ type: 'feeCharged', payload: body }]);

export const payFee: Decider<'pay-fee'> = (body) =>
  amountRefusal(body.amount) ?? accepted([{ type: 'feePaid', payload: body }]);
