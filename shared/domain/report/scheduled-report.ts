import {
  endOfNthWorkingDay,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { lastYearOf, previousOf } from './compared-period.ts';
import { dateOf, periodOf, type NamedPeriod } from './named-period.ts';
import { sectionPeriods, type SectionPeriods } from './section-periods.ts';

/** The reports whose drafts are made by themselves when their period is over. */
export const SCHEDULED_REPORTS = [
  'weekly',
  'monthly',
  'quarterly',
  'halfYear',
  'nineMonths',
  'yearly',
] as const;
export type ScheduledReport = (typeof SCHEDULED_REPORTS)[number];

export interface ReportSchedule {
  readonly enabled: boolean;
  /** *Hạn gửi*: the end of that working day after the period. */
  readonly dueWorkingDays: number;
}

/** A city receives by the month; weeks are asked for in campaigns (ADR 0420). */
export const DEFAULT_REPORT_SCHEDULES: Readonly<Record<ScheduledReport, ReportSchedule>> = {
  weekly: { enabled: false, dueWorkingDays: 1 },
  monthly: { enabled: true, dueWorkingDays: 3 },
  quarterly: { enabled: true, dueWorkingDays: 3 },
  halfYear: { enabled: true, dueWorkingDays: 5 },
  nineMonths: { enabled: true, dueWorkingDays: 5 },
  yearly: { enabled: true, dueWorkingDays: 5 },
};

/** Who was away for longer finds the rest of what he missed not worth drawing up. */
const MOST_MADE_UP = 12;

const FURTHEST: Readonly<Record<ScheduledReport, (year: number, today: Day) => NamedPeriod>> = {
  weekly: (_year, day) => ({ kind: 'week', day }),
  monthly: (year) => ({ kind: 'month', year, month: 1 }),
  quarterly: (year) => ({ kind: 'quarter', year, quarter: 1 }),
  halfYear: (year) => ({ kind: 'halfYear', year, half: 1 }),
  nineMonths: (year) => ({ kind: 'nineMonths', year }),
  yearly: (year) => ({ kind: 'year', year }),
};

/** Of half years only the first is reported: the second ends with the year. */
const before = (report: ScheduledReport, named: NamedPeriod): NamedPeriod =>
  report === 'halfYear' ? lastYearOf(named) : previousOf(named);

/**
 * The period of a report that is still going on, or comes next.
 *
 * @example periodUnderWay('monthly', 15/01/2026) // { kind: 'month', year: 2026, month: 2 }
 */
export function periodUnderWay(report: ScheduledReport, today: Day): NamedPeriod {
  let named = FURTHEST[report](dateOf(today).year + 1, today);
  for (let last = before(report, named); periodOf(last).to >= today; last = before(report, last)) {
    named = last;
  }
  return named;
}

/**
 * The periods of a report that are over by the midnight a day begins with: those that end after `after`, the
 * oldest first; without it only the last.
 *
 * @example endedPeriods('monthly', 15/01/2026) // [January: 15/12/2025 – 14/01/2026]
 */
export function endedPeriods(
  report: ScheduledReport,
  today: Day,
  after?: Day,
): readonly NamedPeriod[] {
  let named = before(report, periodUnderWay(report, today));
  if (after === undefined) return [named];
  const ended: NamedPeriod[] = [];
  while (periodOf(named).to > after && ended.length < MOST_MADE_UP) {
    ended.unshift(named);
    named = before(report, named);
  }
  return ended;
}

/** What a draft speaks of: its own days and, where they are part of a year, the year up to then. */
export function draftPeriods(
  report: ScheduledReport,
  named: NamedPeriod,
): Pick<SectionPeriods, 'main'> & Partial<SectionPeriods> {
  const { main, cumulative, pakn } = sectionPeriods(named);
  switch (report) {
    case 'monthly':
      return { main, cumulative, pakn };
    case 'weekly':
    case 'quarterly':
      return { main, cumulative };
    case 'halfYear':
    case 'nineMonths':
    case 'yearly':
      return { main };
  }
}

/**
 * By when a report has to be sent: the end of the working day so many after its last one.
 *
 * @example sendBy(calendar, 14/01/2026, 3) // Monday 19/01/2026 17:00
 */
export const sendBy = (calendar: WorkingCalendar, after: Day, workingDays: number): Instant =>
  endOfNthWorkingDay(calendar, after, workingDays);

const SUBJECT = /^([a-zA-Z]+)\/(\d{4}-\d{2}-\d{2})\/(\d{4}-\d{2}-\d{2})$/;

/** How a report that is awaited is told apart: its kind and its days. */
export const reportSubject = (report: string, days: { from: string; to: string }): string =>
  `${report}/${days.from}/${days.to}`;

/** The kind and the days of a report that is awaited. */
export function readReportSubject(
  text: string,
): { readonly report: ScheduledReport; readonly from: string; readonly to: string } | undefined {
  const [, kind, from, to] = SUBJECT.exec(text) ?? [];
  const report = SCHEDULED_REPORTS.find((each) => each === kind);
  return report === undefined || from === undefined || to === undefined
    ? undefined
    : { report, from, to };
}
