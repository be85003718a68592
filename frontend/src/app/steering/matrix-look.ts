import type { SteeringCell, SteeringRow } from '#contract/steering';
import { AGEING_BANDS } from '#domain/steering';

/** What each officer or department holds, then how late it is. */
export const LOAD_COLUMNS = ['open', 'dueThisWeek', 'stepLate'] as const;
export const MATRIX_COLUMNS = [...AGEING_BANDS, 'withoutDue'] as const;

export type MatrixColumn = (typeof LOAD_COLUMNS)[number] | (typeof MATRIX_COLUMNS)[number];

const WARMTH: Partial<Record<SteeringCell, 'late' | 'soon' | 'calm'>> = {
  ...{ lateOverFive: 'late', lateTwoToFive: 'late', lateOne: 'late' },
  ...{ today: 'soon', inOne: 'soon' },
  ...{ inTwoToThree: 'calm', inFourToFive: 'calm', inSixToTen: 'calm', later: 'calm' },
};

const STEPS = 4;

/** The most that stands in one cell of the map: what the others are held against. */
export const heaviest = (rows: readonly SteeringRow[]): number =>
  Math.max(1, ...rows.flatMap(({ cells }) => AGEING_BANDS.map((band) => cells[band])));

/**
 * How a cell is tinted: late, soon or calm, the more the stronger. The number stands in it all the same.
 *
 * @example heatOf('lateOne', 5, 10) → 'late late-2'
 */
export function heatOf(column: MatrixColumn, count: number, most: number): string {
  const warmth = WARMTH[column];
  if (warmth === undefined || count === 0) return '';
  return `${warmth} ${warmth}-${Math.max(1, Math.ceil((count / most) * STEPS))}`;
}
