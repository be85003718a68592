import { periodOf, type NamedPeriod, type Period } from '#domain/report';
import { formatDay, type Day } from '#domain/working-time';

const two = (value: number): string => String(value).padStart(2, '0');

const dayText = (day: Day): string => formatDay(day).split('-').reverse().join('/');

/** *từ ngày 15/12/2025 đến ngày 14/01/2026*. */
export const daysText = ({ from, to }: Period): string =>
  `từ ngày ${dayText(from)} đến ngày ${dayText(to)}`;

const QUARTER_NAMES = ['I', 'II', 'III', 'IV'] as const;
const HALVES = { 1: 'đầu', 2: 'cuối' } as const;

/** What a period is called in a title. */
export function periodName(named: NamedPeriod): string {
  switch (named.kind) {
    case 'month':
      return `tháng ${two(named.month)} năm ${String(named.year)}`;
    case 'quarter':
      return `quý ${QUARTER_NAMES[named.quarter - 1] ?? ''} năm ${String(named.year)}`;
    case 'halfYear':
      return `6 tháng ${HALVES[named.half]} năm ${String(named.year)}`;
    case 'nineMonths':
      return `9 tháng năm ${String(named.year)}`;
    case 'year':
      return `năm ${String(named.year)}`;
    case 'week':
    case 'range':
      return daysText(periodOf(named));
  }
}

/** The period before, as a sentence compares with it. */
export function previousName(named: NamedPeriod): string {
  switch (named.kind) {
    case 'week':
      return 'kỳ trước (tuần liền trước)';
    case 'range':
      return 'kỳ trước (số ngày tương ứng liền trước)';
    case 'halfYear':
    case 'nineMonths':
      return `kỳ ${periodName(named)}`;
    case 'month':
    case 'quarter':
    case 'year':
      return periodName(named);
  }
}

/** *cùng kỳ năm 2025*. */
export const lastYearName = (named: NamedPeriod): string =>
  `cùng kỳ năm ${formatDay(periodOf(named).to).slice(0, 4)}`;

const nextMonth = (year: number, month: number): string =>
  month === 12 ? `tháng 01 năm ${String(year + 1)}` : `tháng ${two(month + 1)} năm ${String(year)}`;

const nextQuarter = (year: number, quarter: number): string =>
  quarter === 4
    ? `quý I năm ${String(year + 1)}`
    : `quý ${QUARTER_NAMES[quarter] ?? ''} năm ${String(year)}`;

/** What comes after it, as a heading of tasks names it; undefined where the days are the report's own. */
export function nextName(named: NamedPeriod): string | undefined {
  switch (named.kind) {
    case 'month':
      return nextMonth(named.year, named.month);
    case 'quarter':
      return nextQuarter(named.year, named.quarter);
    case 'halfYear':
      return `6 tháng cuối năm ${String(named.year)}`;
    case 'nineMonths':
      return nextQuarter(named.year, 3);
    case 'year':
      return `năm ${String(named.year + 1)}`;
    case 'week':
      return 'tuần tới';
    case 'range':
      return undefined;
  }
}
