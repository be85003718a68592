import type { PaymentMethod } from '../dossier/index.ts';
import { accepted, refused, type Result } from '../kernel/index.ts';

/** A payment in the book of the day and the officer that took it. */
export interface Taken {
  readonly dossierId: string;
  readonly version: number;
  readonly amount: number;
  readonly method: PaymentMethod;
}

/** How often and how much was taken in one way. */
export interface BookLine {
  readonly method: PaymentMethod;
  readonly count: number;
  readonly amount: number;
}

/** What the cashier has counted: notes in the drawer, lines of the bank. */
export interface Counted {
  readonly method: PaymentMethod;
  readonly amount: number;
}

/** The book as it is closed: it stays so, whatever is told of the day later. */
export interface ClosedBook {
  readonly revision: number;
  readonly lines: readonly BookLine[];
  readonly members: readonly Taken[];
  readonly counted: readonly Counted[];
  /** Counted less ours: below nothing, money is missing. */
  readonly difference: number;
}

export const FEE_REFUSALS = [
  'fee-book-moved',
  'fee-count-incomplete',
  'fee-difference-unexplained',
  'fee-day-ahead',
] as const;

export type FeeRefusal = (typeof FEE_REFUSALS)[number] | 'amount-not-whole';

/** Cash first, as it is what is counted; words of other systems behind ours, in their own order. */
const ORDER: readonly PaymentMethod[] = ['cash', 'transfer', 'online'];

const placeOf = ({ method }: Pick<BookLine, 'method'>): string => {
  const place = ORDER.indexOf(method);
  return `${place === -1 ? ORDER.length : place}${method}`;
};

/** Ways of paying as a book lists them. */
export const inBookOrder = <Line extends Pick<BookLine, 'method'>>(
  lines: readonly Line[],
): readonly Line[] => lines.toSorted((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));

export const sumOf = (lines: readonly { readonly amount: number }[]): number =>
  lines.reduce((sum, { amount }) => sum + amount, 0);

/**
 * The lines of a book: for each way of paying how often, and how much.
 *
 * @example bookLinesOf([cash 8.000, cash 2.000, online 400.000]) // [cash 2 × 10.000, online 1 × 400.000]
 */
export function bookLinesOf(taken: readonly Taken[]): readonly BookLine[] {
  const methods = [...new Set(taken.map(({ method }) => method))];
  const lines = methods.map((method) => {
    const own = taken.filter((one) => one.method === method);
    return { method, count: own.length, amount: sumOf(own) };
  });
  return inBookOrder(lines);
}

export interface ClosingAsked {
  readonly taken: readonly Taken[];
  /** Of the latest closing; 0 where the day was not closed yet. */
  readonly revision: number;
  /** What whoever counted had before their eyes. */
  readonly seen: { readonly revision: number; readonly count: number; readonly amount: number };
  readonly counted: readonly Counted[];
  readonly reason?: string | undefined;
}

/** Closes the book of a day: what was counted against what was told, and why they differ. */
export function closeBook(asked: ClosingAsked): Result<ClosedBook, FeeRefusal> {
  const { taken, counted, revision } = asked;
  const lines = bookLinesOf(taken);
  const refusal = moved(asked) ?? miscounted(asked, lines);
  if (refusal !== undefined) return refusal;
  return accepted({
    ...{ revision: revision + 1, lines, members: taken, counted: inBookOrder(counted) },
    difference: sumOf(counted) - sumOf(lines),
  });
}

/** Somebody took money, or closed the book, while it was counted: the count is of another book. */
function moved({ taken, revision, seen }: ClosingAsked) {
  const amount = sumOf(taken);
  const isSame =
    seen.revision === revision && seen.count === taken.length && seen.amount === amount;
  return isSame ? undefined : refused('fee-book-moved', { revision, count: taken.length, amount });
}

function miscounted({ counted, reason }: ClosingAsked, lines: readonly BookLine[]) {
  const wrong = counted.find(({ amount }) => !Number.isSafeInteger(amount) || amount < 0);
  if (wrong !== undefined) return refused('amount-not-whole', { amount: wrong.amount });
  const methods = counted.map(({ method }) => method);
  const missing = lines.find(({ method }) => !methods.includes(method));
  const isTwice = new Set(methods).size < methods.length;
  if (missing !== undefined || isTwice) {
    return refused('fee-count-incomplete', { method: missing?.method ?? null });
  }
  const isDifferent = counted.some(({ method, amount }) => amount !== amountOf(lines, method));
  return isDifferent && reason === undefined
    ? refused('fee-difference-unexplained', { difference: sumOf(counted) - sumOf(lines) })
    : undefined;
}

const amountOf = (lines: readonly BookLine[], method: PaymentMethod): number =>
  lines.find((line) => line.method === method)?.amount ?? 0;

/** A payment that is another one than when the book was closed; null: it was not, or is no more. */
export interface LaterChange {
  readonly dossierId: string;
  readonly version: number;
  readonly was: Pick<Taken, 'amount' | 'method'> | null;
  readonly is: Pick<Taken, 'amount' | 'method'> | null;
}

const keyOf = ({ dossierId, version }: Pick<Taken, 'dossierId' | 'version'>): string =>
  `${dossierId} ${version}`;

/** *Thay đổi sau khi chốt sổ*: entered late, corrected or voided since, dossier by dossier. */
export function changedSince(
  members: readonly Taken[],
  taken: readonly Taken[],
): readonly LaterChange[] {
  const before = new Map(members.map((one) => [keyOf(one), one]));
  const after = new Map(taken.map((one) => [keyOf(one), one]));
  const keys = [...new Set([...before.keys(), ...after.keys()])].toSorted();
  return keys.flatMap((key) => changeOf(before.get(key), after.get(key)));
}

function changeOf(was: Taken | undefined, is: Taken | undefined): readonly LaterChange[] {
  const named = was ?? is;
  const [before, after] = [moneyOf(was), moneyOf(is)];
  if (named === undefined || JSON.stringify(before) === JSON.stringify(after)) return [];
  const { dossierId, version } = named;
  return [{ dossierId, version, was: before, is: after }];
}

const moneyOf = (taken: Taken | undefined): LaterChange['is'] =>
  taken === undefined ? null : { amount: taken.amount, method: taken.method };
