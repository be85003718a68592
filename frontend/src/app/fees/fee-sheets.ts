import type { HeldOffice } from '#contract/dossiers';
import { exemptionOf, feeAccountOf, feeEntriesOf, refundOf, type FeeEntry } from '#domain/fee';
import type { FeesWords } from '#wording/fees';
import { type ActSheet, formOf } from '../dossiers/index.ts';
import { numberText } from '../language/index.ts';

export const feeActs = ['collect', 'refund', 'exempt'] as const;
export type FeeAct = (typeof feeActs)[number];

export interface FeesOf {
  readonly held: HeldOffice;
  readonly code: string;
  readonly words: FeesWords;
  /** The payment one stands on; without it the latest one. */
  readonly version: number | undefined;
  /** Whether whoever asks may let a waiting dossier go on with its payment. */
  readonly endsWait: boolean;
}

const AMOUNT = { name: 'amount', kind: 'money', required: true } as const;
const REASON = { name: 'reason', kind: 'long', required: true, max: 2000 } as const;

const isPayment = ({ kind, amount }: FeeEntry): boolean => kind === 'payment' && amount > 0;
const isCharge = ({ kind, amount }: FeeEntry): boolean => kind !== 'payment' && amount > 0;

const numbered = (said: unknown): number => (typeof said === 'number' ? said : Number.NaN);

const textOf = (said: unknown): string => (typeof said === 'string' ? said : '');

const entriesOf = ({ held }: FeesOf): readonly FeeEntry[] => feeEntriesOf(held.state.history);

/** A dossier that waits for its payment goes on with it; any other just has one more line in the book. */
const collecting = (of: FeesOf): ActSheet | undefined => {
  const owing = feeAccountOf(entriesOf(of))?.owing ?? 0;
  if (owing <= 0) return undefined;
  const type = of.endsWait ? 'receive-payment' : 'pay-fee';
  return {
    ...{ type, name: 'fee-collect', heading: of.words.headings.collect(of.code) },
    fields: formOf(type),
    initial: { amount: numberText(owing), method: 'cash' },
    bodyOf: (said) => said,
  };
};

const refunding = (of: FeesOf): ActSheet | undefined => {
  const entries = entriesOf(of).filter(isPayment);
  const payment = entries.find(({ version }) => version === of.version) ?? entries.at(-1);
  if (payment === undefined) return undefined;
  const over = -(feeAccountOf(entriesOf(of))?.owing ?? 0);
  const most = over > 0 ? Math.min(over, payment.amount) : payment.amount;
  return {
    ...{ type: 'correct', name: `fee-refund-${payment.version}` },
    heading: of.words.headings.refund(of.code),
    fields: [AMOUNT, REASON],
    initial: { amount: numberText(most) },
    bodyOf: ({ amount, reason }) => refundOf(payment, numbered(amount), textOf(reason)),
  };
};

const exempting = (of: FeesOf): ActSheet | undefined => {
  const charge = entriesOf(of).findLast(isCharge);
  if (charge === undefined) return undefined;
  return {
    ...{ type: 'correct', name: `fee-exempt-${charge.version}` },
    heading: of.words.headings.exempt(of.code),
    fields: [AMOUNT, REASON],
    initial: { amount: '0' },
    bodyOf: ({ amount, reason }) => exemptionOf(charge, numbered(amount), textOf(reason)),
  };
};

const SHEETS: Readonly<Record<FeeAct, (of: FeesOf) => ActSheet | undefined>> = {
  collect: collecting,
  refund: refunding,
  exempt: exempting,
};

/** What is asked for, filled in as it will mostly be; undefined where there is nothing to do it to. */
export const feeSheet = (act: FeeAct, of: FeesOf): ActSheet | undefined => SHEETS[act](of);
