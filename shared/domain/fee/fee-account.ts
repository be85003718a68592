import type { Instant } from '../working-time/index.ts';
import type { FeeEntry } from './fee-entry.ts';

/**
 * Where a dossier stands with its fees. `owing` nothing was paid yet, `partly` something was; `overpaid` there
 * is money to be given back; `exempt` an officer said that nothing is owed; `untold` another system said that
 * there is a fee, but not how much.
 */
export const FEE_STANDINGS = [
  'owing',
  'partly',
  'settled',
  'overpaid',
  'exempt',
  'untold',
] as const;

export type FeeStanding = (typeof FEE_STANDINGS)[number];

export interface FeeAccount {
  readonly charged: number;
  readonly paid: number;
  /** Still to be paid; below nothing, to be given back. */
  readonly owing: number;
  readonly standing: FeeStanding;
  /** When something was last told of its fees. */
  readonly lastAt: Instant;
}

interface Sums {
  readonly charged: number;
  readonly paid: number;
  readonly isCharged: boolean;
  readonly isUntold: boolean;
}

const NOTHING: Sums = { charged: 0, paid: 0, isCharged: false, isUntold: false };

/**
 * Charges add up: a fee may arise at the receipt, with a supplement, at the hand-over. What is requested while
 * a dossier waits is what still has to be paid then: it adds only what was not charged before. Money taken
 * without a charge was owed.
 *
 * @example feeAccountOf([charge 8.000, payment 5.000]) // { charged: 8000, paid: 5000, owing: 3000, standing: 'partly' }
 */
export function feeAccountOf(entries: readonly FeeEntry[]): FeeAccount | undefined {
  const last = entries.at(-1);
  if (last === undefined) return undefined;
  const sums = entries.reduce(added, NOTHING);
  const charged = isAmountKnown(sums) ? sums.charged : sums.paid;
  const told = { ...sums, charged };
  return {
    ...{ charged, paid: sums.paid, owing: charged - sums.paid },
    standing: standingOf(told),
    lastAt: last.occurredAt,
  };
}

/** What was taken is believed to be what was owed, where nobody has said how much that is. */
const isAmountKnown = ({ charged, isCharged, isUntold }: Sums): boolean =>
  isCharged && (charged > 0 || !isUntold);

function added(sums: Sums, entry: FeeEntry): Sums {
  const { amount } = entry;
  const isUntold = sums.isUntold || (entry.source !== undefined && amount === 0);
  switch (entry.kind) {
    case 'charge':
      return { ...sums, isUntold, charged: sums.charged + amount, isCharged: true };
    case 'request':
      return {
        ...sums,
        isUntold,
        charged: Math.max(sums.charged, sums.paid + amount),
        isCharged: true,
      };
    case 'payment':
      return { ...sums, isUntold, paid: sums.paid + amount };
  }
}

function standingOf({ charged, paid, isUntold }: Sums): FeeStanding {
  if (charged > paid) return paid > 0 ? 'partly' : 'owing';
  if (charged < paid) return 'overpaid';
  if (charged > 0) return 'settled';
  return isUntold ? 'untold' : 'exempt';
}
