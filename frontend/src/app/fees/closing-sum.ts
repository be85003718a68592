import { type BookLine, type Counted, sumOf } from '#domain/fee';

/** What was typed for each way of paying. */
export type TypedAmounts = Readonly<Record<string, string>>;

/** `58.000`, `58 000` or `58000`; undefined where it is no amount. */
export const readAmount = (typed: string): number | undefined => {
  const digits = typed.replaceAll(/[.\s]/g, '');
  return /^\d{1,13}$/.test(digits) ? Number(digits) : undefined;
};

export interface Count {
  /** Undefined as long as something cannot be read. */
  readonly counted: readonly Counted[] | undefined;
  readonly difference: number;
  readonly isEven: boolean;
}

/**
 * What was counted against the book, while it is being typed. Where one way makes up for another the sums are
 * even and the book is not.
 */
export function countOf(lines: readonly BookLine[], typed: TypedAmounts): Count {
  const read = lines.map(({ method }) => ({ method, amount: readAmount(typed[method] ?? '') }));
  const counted = read.flatMap(({ method, amount }) =>
    amount === undefined ? [] : [{ method, amount }],
  );
  const isWhole = counted.length === lines.length;
  const isEven = isWhole && counted.every(({ amount }, place) => amount === lines[place]?.amount);
  return {
    counted: isWhole ? counted : undefined,
    ...{ difference: sumOf(counted) - sumOf(lines), isEven },
  };
}
