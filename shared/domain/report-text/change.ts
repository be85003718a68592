import { percentageOf, type Share } from '../report/index.ts';

/** How a number stands to the one before. */
export interface Change {
  readonly before: number;
  readonly after: number;
  readonly way: 'more' | 'fewer' | 'same';
  readonly by: number;
  /** Null where there was nothing before, where nothing is left, and where it doubled or more: nobody reads 240 % as growth. */
  readonly percent: string | null;
}

/**
 * The change of a count. Nothing grows by 0 %: what is the same is said to be the same.
 *
 * @example changeOf(3615, 3735) // more, by 120, 3,32 %
 */
export function changeOf(before: number, after: number): Change {
  const by = Math.abs(after - before);
  const way = after === before ? 'same' : after > before ? 'more' : 'fewer';
  const share = percentageOf({ numerator: by, denominator: before });
  const isTold = way !== 'same' && share.code === 'percent' && by < before;
  return { before, after, way, by, percent: isTold ? share.text : null };
}

/** How a share stands to the one before, in points. */
export interface PointChange {
  readonly way: Change['way'];
  /** With two decimals. */
  readonly points: string;
}

/**
 * The change of a share, as whoever subtracts the two printed figures finds it; null where one of them is of
 * nothing.
 *
 * @example pointsBetween(9900 of 10000, 9950 of 10000) // more, '0,50'
 */
export function pointsBetween(before: Share, after: Share): PointChange | null {
  const [first, second] = [percentageOf(before), percentageOf(after)];
  if (first.code !== 'percent' || second.code !== 'percent') return null;
  const by = Math.abs(second.hundredths - first.hundredths);
  const points = `${String(Math.floor(by / 100))},${String(by % 100).padStart(2, '0')}`;
  if (by === 0) return { way: 'same', points };
  return { way: second.hundredths > first.hundredths ? 'more' : 'fewer', points };
}
