/** A part of a whole, kept as two whole numbers until somebody prints it. */
export interface Share {
  readonly numerator: number;
  readonly denominator: number;
}

/** `not-arising` is printed *không phát sinh*: where there was nothing there is neither 0 % nor 100 %. */
export type Percentage =
  | { readonly code: 'not-arising' }
  | { readonly code: 'percent'; readonly hundredths: number; readonly text: string };

const WHOLE = 10_000;

/**
 * The share in percent as reports print it: half up to two decimals with a comma, on whole numbers only.
 * `100` stands only where nothing is missing and `0` only where there is nothing; a share that would round
 * to either keeps the last hundredth (ADR 0051).
 *
 * @example percentageOf({ numerator: 3740, denominator: 3743 }) // 99,92 for 15/12/2025 – 14/01/2026
 */
export function percentageOf({ numerator, denominator }: Share): Percentage {
  if (denominator === 0) return { code: 'not-arising' };
  const hundredths = hundredthsOf(numerator, denominator);
  return { code: 'percent', hundredths, text: textOf(hundredths) };
}

function hundredthsOf(numerator: number, denominator: number): number {
  if (numerator === 0) return 0;
  if (numerator === denominator) return WHOLE;
  const [part, whole] = [BigInt(numerator), BigInt(denominator)];
  const rounded = Number((part * 2n * BigInt(WHOLE) + whole) / (2n * whole));
  if (numerator > denominator) return Math.max(rounded, WHOLE + 1);
  return Math.min(Math.max(rounded, 1), WHOLE - 1);
}

function textOf(hundredths: number): string {
  if (hundredths === 0 || hundredths === WHOLE) return String(hundredths / 100);
  const decimals = String(hundredths % 100).padStart(2, '0');
  return `${String(Math.floor(hundredths / 100))},${decimals}`;
}
