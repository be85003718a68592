import type { ReportTemplate } from '#contract/reports';
import {
  MONTH_STARTS_ON,
  cumulativeTo,
  periodOf,
  previousOf,
  type NamedPeriod,
  type Period,
} from '#domain/report';
import { formatDay, parseDay, type Day } from '#domain/working-time';

/** The periods a commune reports over, as it names them. */
export const PRESETS = [
  'month',
  'lastMonth',
  'quarter',
  'halfYear',
  'nineMonths',
  'year',
  'yearToDate',
  'week',
] as const;
export type Preset = (typeof PRESETS)[number];

/** The kind of report that is drawn up over such a period. */
export const TEMPLATES = {
  month: 'monthly',
  lastMonth: 'monthly',
  quarter: 'quarterly',
  halfYear: 'halfYear',
  nineMonths: 'nineMonths',
  year: 'yearly',
  yearToDate: 'yearToDate',
  week: 'weekly',
} as const satisfies Record<Preset, ReportTemplate>;

interface ReportingMonth {
  readonly year: number;
  readonly month: number;
}

/** The reporting month a day lies in: from the 15th on it is the next one. */
function monthOf(today: Day): ReportingMonth {
  const [year = 0, month = 0, date = 0] = formatDay(today).split('-').map(Number);
  if (date < MONTH_STARTS_ON) return { year, month };
  return month === 12 ? { year: year + 1, month: 1 } : { year, month: month + 1 };
}

type Named = Exclude<Preset, 'yearToDate'>;

const NAMED = {
  month: ({ year, month }) => ({ kind: 'month', year, month }),
  lastMonth: ({ year, month }) => previousOf({ kind: 'month', year, month }),
  quarter: ({ year, month }) => ({
    ...{ kind: 'quarter', year },
    quarter: month <= 3 ? 1 : month <= 6 ? 2 : month <= 9 ? 3 : 4,
  }),
  halfYear: ({ year, month }) => ({ kind: 'halfYear', year, half: month <= 6 ? 1 : 2 }),
  nineMonths: ({ year }) => ({ kind: 'nineMonths', year }),
  year: ({ year }) => ({ kind: 'year', year }),
  week: (_month, day) => ({ kind: 'week', day }),
} as const satisfies Record<Named, (month: ReportingMonth, today: Day) => NamedPeriod>;

/**
 * The days of a preset, seen from today.
 *
 * @example presetPeriod('month', 20/01/2026) // 15/01/2026 – 14/02/2026
 */
export const presetPeriod = (preset: Preset, today: Day): Period =>
  preset === 'yearToDate' ? cumulativeTo(today) : periodOf(NAMED[preset](monthOf(today), today));

const sameDays = (one: Period, other: Period): boolean =>
  one.from === other.from && one.to === other.to;

/** By which name the days are known, if by any. */
export const presetOf = (period: Period, today: Day): Preset | undefined =>
  PRESETS.find((preset) => sameDays(presetPeriod(preset, today), period));

/** The days of an address, as far as the calendar has them and in their order. */
export function readPeriod(from: string | undefined, to: string | undefined): Period | undefined {
  const [first, last] = [parseDay(from ?? ''), parseDay(to ?? '')];
  return first === undefined || last === undefined || last < first
    ? undefined
    : { from: first, to: last };
}

/** The last moment of a day, for whoever asks what was known by its end. */
export const endOf = (day: string | undefined): string | undefined =>
  parseDay(day ?? '') === undefined ? undefined : `${day}T23:59:59.999+07:00`;
