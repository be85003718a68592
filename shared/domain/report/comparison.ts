import { dayOf, type Day, type Instant } from '../working-time/index.ts';
import { dateOf, periodOf, type NamedPeriod } from './named-period.ts';
import type { Period } from './period.ts';
import { percentageOf, type Percentage, type Share } from './share.ts';

const sameDays = (one: Period, other: Period): boolean =>
  one.from === other.from && one.to === other.to;

/** Every period with a name that may begin on a day of that year. */
function namesIn(year: number): readonly NamedPeriod[] {
  const months = Array.from({ length: 12 }, (_, index) => index + 1);
  return [
    ...months.map((month): NamedPeriod => ({ kind: 'month', year, month })),
    ...([1, 2, 3, 4] as const).map((quarter): NamedPeriod => ({ kind: 'quarter', year, quarter })),
    ...([1, 2] as const).map((half): NamedPeriod => ({ kind: 'halfYear', year, half })),
    { kind: 'nineMonths', year },
    { kind: 'year', year },
  ];
}

/**
 * By which name the office knows some days, so that they are compared with their like; days without a name are
 * a range.
 *
 * @example namedPeriodOf({ from: 15/12/2025, to: 14/01/2026 }) // { kind: 'month', year: 2026, month: 1 }
 */
export function namedPeriodOf(period: Period): NamedPeriod {
  const week: NamedPeriod = { kind: 'week', day: period.from };
  const names = [...namesIn(dateOf(period.to).year), week];
  return names.find((name) => sameDays(periodOf(name), period)) ?? { kind: 'range', ...period };
}

/** How much of a period lies in the time of which there are any dossiers. */
export type KnownPart = 'whole' | 'partly' | 'none';

/**
 * Whether figures of some days can be held against others; before the first dossier there is *không có số
 * liệu*, which is not nought.
 *
 * @example knownPart({ from: 15/12/2024, to: 14/01/2025 }, 01/07/2025 08:00) // 'none'
 */
export function knownPart({ from, to }: Period, firstCameAt: Instant | null): KnownPart {
  const first: Day | null = firstCameAt === null ? null : dayOf(firstCameAt);
  if (first === null || first > to) return 'none';
  return first > from ? 'partly' : 'whole';
}

/** What became of a number: by how many, and by what part of what it was. */
export interface CountChange {
  readonly difference: number;
  /** Of the number before; nothing where there was none. */
  readonly change: Percentage;
}

/**
 * A number against one of another period.
 *
 * @example countChange(3743, 3500) // 243 more, 6,94 %
 */
export const countChange = (now: number, before: number): CountChange => ({
  difference: now - before,
  change: percentageOf({ numerator: Math.abs(now - before), denominator: before }),
});

/**
 * A ratio against one of another period: the difference of what is printed, in hundredths of a percent point,
 * so that the three printed figures agree; null where one of them did not arise.
 *
 * @example pointChange({ 3740 of 3743 }, { 3480 of 3500 }) // 49: 99,92 against 99,43
 */
export function pointChange(now: Share, before: Share): number | null {
  const [one, other] = [percentageOf(now), percentageOf(before)];
  if (one.code === 'not-arising' || other.code === 'not-arising') return null;
  return one.hundredths - other.hundredths;
}
