import {
  MINUTE_MS,
  addWorking,
  dayOfDate,
  millis,
  startOf,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { fromMark, type Countdown, type Mark } from './countdown.ts';
import type { UnitAlertKind } from './kind.ts';
import type { AlertRules } from './rule.ts';
import type { Cause } from './signal.ts';
import type {
  CalendarSubject,
  FeedbackSubject,
  ReportSubject,
  SourceSubject,
  UnitSubject,
} from './subject.ts';

const cause = (kind: UnitAlertKind, countdown: Countdown): Cause => ({
  kind,
  countdown,
  scope: { procedureCode: null, allowanceClass: 'long' },
});

const causeOfMark = (kind: UnitAlertKind, mark: Mark | null): Cause[] =>
  mark === null ? [] : [cause(kind, fromMark(mark))];

/**
 * When imported data becomes too old to accuse anybody with.
 * @example staleFrom(Monday 08:00, DEFAULT_ALERT_RULES, calendar) // Monday 13:30
 */
export const staleFrom = (asOf: Instant, rules: AlertRules, calendar: WorkingCalendar): Instant =>
  addWorking(calendar, asOf, millis(rules.staleAfterMinutes * MINUTE_MS));

function staleSource(source: SourceSubject, rules: AlertRules, calendar: WorkingCalendar): Cause[] {
  const dueAt = staleFrom(source.asOf.at, rules, calendar);
  return [cause('source.stale', { ...fromMark(source.asOf), dueAt })];
}

/** The State announces next year's days off in the autumn; from 1 November their absence is a gap. */
function missingCalendar(calendar: CalendarSubject): Cause[] {
  if (!calendar.lacking) return [];
  const at = startOf(dayOfDate(calendar.year - 1, 11, 1));
  return causeOfMark('calendar.missing', { at, version: calendar.year, by: null });
}

const reportOnItsWay = ({ ready, due }: ReportSubject): Cause[] => [
  ...causeOfMark('report.ready', ready),
  ...(due === null ? [] : [cause('report.due', due)]),
];

const unansweredFeedback = ({ due }: FeedbackSubject): Cause[] =>
  due === null ? [] : [cause('feedback.near', due), cause('feedback.overdue', due)];

/**
 * Everything a unit is to be told that is not about one dossier.
 * @example causesOfUnit({ kind: 'calendar', id: '2027', year: 2027, lacking: true }, rules, calendar)
 */
export function causesOfUnit(
  subject: UnitSubject,
  rules: AlertRules,
  calendar: WorkingCalendar,
): Cause[] {
  switch (subject.kind) {
    case 'source':
      return staleSource(subject, rules, calendar);
    case 'calendar':
      return missingCalendar(subject);
    case 'delivery':
      return causeOfMark('delivery.failed', subject.failed);
    case 'import':
      return causeOfMark('import.failed', subject.failed);
    case 'report':
      return reportOnItsWay(subject);
    case 'feedback':
      return unansweredFeedback(subject);
  }
}
