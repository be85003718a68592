import {
  SCHEDULED_REPORTS,
  endedPeriods,
  periodOf,
  periodUnderWay,
  type Period,
  type ScheduledReport,
} from '#domain/report';
import { formatDay, plusDays, type Day } from '#domain/working-time';

/** How far back anybody still asks for a report. */
const BACK_DAYS = 400;
const MOST = 8;

/** Days as the address bar has them. */
export interface Days {
  readonly from: string;
  readonly to: string;
}

export const daysOf = ({ from, to }: Period): Days => ({
  from: formatDay(from),
  to: formatDay(to),
});

/** The periods of a report to choose from: the last that is over first, the one under way after it. */
export function periodChoices(report: ScheduledReport, today: Day): readonly Days[] {
  const ended = endedPeriods(report, today, plusDays(today, -BACK_DAYS)).toReversed();
  const [last, ...older] = ended.length > 0 ? ended : endedPeriods(report, today);
  const all = [...(last === undefined ? [] : [last]), periodUnderWay(report, today), ...older];
  return all.slice(0, MOST).map((named) => daysOf(periodOf(named)));
}

export const reportOf = (text: string | undefined): ScheduledReport =>
  SCHEDULED_REPORTS.find((report) => report === text) ?? 'monthly';
