import { periodOf, type NamedPeriod, type Period } from '../report/index.ts';
import { formatDay, type Day } from '../working-time/index.ts';
import type { TextTemplate } from './text-figures.ts';

const yearOf = (day: Day): number => Number(formatDay(day).slice(0, 4));
const monthOf = (day: Day): number => Number(formatDay(day).slice(5, 7));
const QUARTERS = [1, 2, 3, 4] as const;

/** What each kind of report might be called that ends on a day. */
const CANDIDATES: Readonly<Record<TextTemplate, (last: Day) => readonly NamedPeriod[]>> = {
  monthly: (last) => [{ kind: 'month', year: yearOf(last), month: monthOf(last) }],
  quarterly: (last) =>
    QUARTERS.map((quarter) => ({ kind: 'quarter', year: yearOf(last), quarter })),
  halfYear: (last) => [{ kind: 'halfYear', year: yearOf(last), half: 1 }],
  nineMonths: (last) => [{ kind: 'nineMonths', year: yearOf(last) }],
  yearly: (last) => [{ kind: 'year', year: yearOf(last) }],
  weekly: (last) => [{ kind: 'week', day: last }],
  yearToDate: () => [],
};

const isSame = (one: Period, other: Period): boolean =>
  one.from === other.from && one.to === other.to;

/**
 * What a report over these days is called by its kind; days of their own are a range, whatever the kind.
 *
 * @example namedByDays('monthly', 15/12/2025 – 14/01/2026) // { kind: 'month', year: 2026, month: 1 }
 */
export function namedByDays(template: TextTemplate, { from, to }: Period): NamedPeriod {
  const found = CANDIDATES[template](to).find((named) => isSame(periodOf(named), { from, to }));
  return found ?? { kind: 'range', from, to };
}
