import { percentageOf } from '../report/index.ts';

/** How a printed percentage stands to the share it names. */
export type Agreement = 'agrees' | 'cut-off' | 'not-whole' | 'differs';

interface Claimed {
  readonly part: number;
  readonly whole: number;
  readonly percent: number;
  readonly decimals: number;
}

const nearest = (part: number, whole: number, scale: number): number =>
  Number((BigInt(part) * 200n * BigInt(scale) + BigInt(whole)) / (2n * BigInt(whole)));

/** As reports round it, nothing rounded up to all or down to none. */
const isClamped = ({ part, whole, percent }: Claimed): boolean => {
  const text = percentText(part, whole);
  return text !== null && Number(text.replace(',', '.')) === percent;
};

/** Half up at as many decimals as were printed; 100 % only where nothing is missing (ADR 0051). */
export function agreementOf(claimed: Claimed): Agreement {
  const { part, whole, percent, decimals } = claimed;
  if (whole === 0) return part === 0 ? 'agrees' : 'differs';
  const scale = 10 ** decimals;
  const printed = Math.round(percent * scale);
  if (part < whole && printed === 100 * scale) return 'not-whole';
  if (nearest(part, whole, scale) === printed || isClamped(claimed)) return 'agrees';
  const cut = Number((BigInt(part) * 100n * BigInt(scale)) / BigInt(whole));
  return cut === printed ? 'cut-off' : 'differs';
}

/** What a report would print; null where there is nothing to divide by. */
export function percentText(part: number, whole: number): string | null {
  const told = percentageOf({ numerator: part, denominator: whole });
  return told.code === 'percent' ? told.text : null;
}
