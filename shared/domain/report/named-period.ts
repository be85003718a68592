import { dayOfDate, formatDay, plusDays, weekdayPlace, type Day } from '../working-time/index.ts';
import type { Period } from './period.ts';

export type Quarter = 1 | 2 | 3 | 4;
export type Half = 1 | 2;

/** The periods a commune reports over; `range` is whatever somebody asked for. */
export type NamedPeriod =
  | { readonly kind: 'month'; readonly year: number; readonly month: number }
  | { readonly kind: 'quarter'; readonly year: number; readonly quarter: Quarter }
  | { readonly kind: 'halfYear'; readonly year: number; readonly half: Half }
  | { readonly kind: 'nineMonths'; readonly year: number }
  | { readonly kind: 'year'; readonly year: number }
  /** Monday to Sunday, named by any of its days. */
  | { readonly kind: 'week'; readonly day: Day }
  | ({ readonly kind: 'range' } & Period);

/** Months of the reporting year, both included. */
interface Months {
  readonly year: number;
  readonly first: number;
  readonly last: number;
}

/** *Chốt số liệu*: from the 15th to the 14th (CV 137/UBND-TTPVHCC 23/01/2026; NĐ 09/2019/NĐ-CP Điều 12). */
export const MONTH_STARTS_ON = 15;

/** Feedback is counted from the 21st to the 20th (seed report 01/2026). */
export const FEEDBACK_MONTH_STARTS_ON = 21;

/**
 * The days of a named period. A reporting month begins on the 15th of the month before.
 *
 * @example periodOf({ kind: 'quarter', year: 2026, quarter: 1 }) // 15/12/2025 – 14/03/2026
 */
export function periodOf(named: NamedPeriod, startsOn: number = MONTH_STARTS_ON): Period {
  if (named.kind === 'range') return { from: named.from, to: named.to };
  if (named.kind === 'week') return weekOf(named.day);
  return daysOf(monthsOf(named), startsOn);
}

/**
 * Monday to Sunday around a day.
 *
 * @example weekOf(22/01/2026) // 19/01/2026 – 25/01/2026
 */
export function weekOf(day: Day): Period {
  const monday = plusDays(day, -weekdayPlace(day));
  return { from: monday, to: plusDays(monday, 6) };
}

/**
 * From the first day of the reporting year to a day: *lũy kế*.
 *
 * @example cumulativeTo(19/05/2026) // 15/12/2025 – 19/05/2026
 */
export function cumulativeTo(day: Day, startsOn: number = MONTH_STARTS_ON): Period {
  const { year, month, date } = dateOf(day);
  const hasBegun = month === 12 && date >= startsOn;
  return { from: dayOfDate(hasBegun ? year : year - 1, 12, startsOn), to: day };
}

/** Periods made of whole reporting months. */
type WholeMonths = Exclude<NamedPeriod, { readonly kind: 'week' | 'range' }>;

function monthsOf(named: WholeMonths): Months {
  const { year } = named;
  switch (named.kind) {
    case 'month':
      return { year, first: named.month, last: named.month };
    case 'quarter':
      return { year, first: 3 * named.quarter - 2, last: 3 * named.quarter };
    case 'halfYear':
      return { year, first: 6 * named.half - 5, last: 6 * named.half };
    case 'nineMonths':
      return { year, first: 1, last: 9 };
    case 'year':
      return { year, first: 1, last: 12 };
  }
}

function daysOf({ year, first, last }: Months, startsOn: number): Period {
  const from =
    first === 1 ? dayOfDate(year - 1, 12, startsOn) : dayOfDate(year, first - 1, startsOn);
  return { from, to: plusDays(dayOfDate(year, last, startsOn), -1) };
}

interface DateParts {
  readonly year: number;
  readonly month: number;
  readonly date: number;
}

export function dateOf(day: Day): DateParts {
  const text = formatDay(day);
  return {
    year: Number(text.slice(0, 4)),
    month: Number(text.slice(5, 7)),
    date: Number(text.slice(8)),
  };
}
