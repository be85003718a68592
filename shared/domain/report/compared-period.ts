import { dayOfDate, plusDays, type Day } from '../working-time/index.ts';
import { dateOf, periodOf, type Half, type NamedPeriod, type Quarter } from './named-period.ts';

/** A week a year ago: the same weekdays, 52 weeks back. */
const DAYS_OF_52_WEEKS = 364;

/**
 * The period to compare with: the one of the same kind just before. Nine months and a year have the year
 * before; a free range is preceded by as many days.
 *
 * @example previousOf({ kind: 'month', year: 2026, month: 1 }) // { kind: 'month', year: 2025, month: 12 }
 */
export function previousOf(named: NamedPeriod): NamedPeriod {
  switch (named.kind) {
    case 'month':
      return named.month === 1
        ? { ...named, year: named.year - 1, month: 12 }
        : { ...named, month: named.month - 1 };
    case 'quarter':
      return named.quarter === 1
        ? { ...named, year: named.year - 1, quarter: 4 }
        : { ...named, quarter: (named.quarter - 1) as Quarter };
    case 'halfYear':
      return named.half === 1
        ? { ...named, year: named.year - 1, half: 2 }
        : { ...named, half: 1 satisfies Half };
    case 'nineMonths':
    case 'year':
      return { ...named, year: named.year - 1 };
    case 'week':
      return { kind: 'week', day: plusDays(named.day, -7) };
    case 'range':
      return rangeBefore(named);
  }
}

/**
 * *Cùng kỳ năm trước*: the same months, weekdays or dates a year earlier.
 *
 * @example lastYearOf({ kind: 'range', from: 15/12/2025, to: 19/05/2026 }) // 15/12/2024 – 19/05/2025
 */
export function lastYearOf(named: NamedPeriod): NamedPeriod {
  if (named.kind === 'week') return { kind: 'week', day: plusDays(named.day, -DAYS_OF_52_WEEKS) };
  if (named.kind !== 'range') return { ...named, year: named.year - 1 };
  return { kind: 'range', from: yearBefore(named.from), to: yearBefore(named.to) };
}

function rangeBefore(named: NamedPeriod): NamedPeriod {
  const { from, to } = periodOf(named);
  return { kind: 'range', from: plusDays(from, from - to - 1), to: plusDays(from, -1) };
}

/** 29 February has no namesake: its year before ends with the 28th. */
function yearBefore(day: Day): Day {
  const { year, month, date } = dateOf(day);
  return dayOfDate(year - 1, month, month === 2 && date === 29 ? 28 : date);
}
