import {
  dayEnd,
  dayOf,
  dayStart,
  describeDay,
  dueDayOf,
  formatDay,
  isWorkingDay,
  plusDays,
  startOf,
  workingBetween,
  type Day,
  type DayKind,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { clockView, stoppedBetween } from './clock-view.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import type { Reckoning } from './reckoning.ts';
import { endedNow, type Stop } from './stops.ts';
import { landingDay } from './term.ts';

export type ExplainedKind =
  'receiptDay' | 'paused' | 'rolled' | 'dayOff' | 'weekend' | 'makeUp' | 'counted';

export interface ExplainedDay {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly kind: ExplainedKind;
  readonly name?: string;
  /** No official notice has confirmed this day; absent where one has. */
  readonly provisional?: true;
}

const KIND_OF_DAY = {
  ordinary: 'counted',
  off: 'dayOff',
  weekend: 'weekend',
  makeUp: 'makeUp',
} as const satisfies Record<DayKind, ExplainedKind>;

/** What a calendar name has something to say about. */
const NAMED: ReadonlySet<ExplainedKind> = new Set(['dayOff', 'makeUp', 'rolled']);

/**
 * *Căn cứ tính hạn trả*: every day from start to due moment and why it counts or does not; while paused, up
 * to the provisional due moment. Empty where there is no due moment to explain.
 *
 * @example received Fri 2026-01-09, one working day → receiptDay, then 2026-01-10 makeUp
 */
export function explainDue(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
  now: Instant,
): readonly ExplainedDay[] {
  const ended = { ...history, pauses: endedNow(history.pauses, now) };
  const { reckoning, stops } = clockView(ended, rules, calendar);
  if (reckoning === null) return [];
  const first = dayOf(reckoning.startedAt);
  const days: ExplainedDay[] = [explained(first, 'receiptDay', calendar)];
  const last = dueDayOf(reckoning.dueAt);
  for (let day = plusDays(first, 1); day <= last; day = plusDays(day, 1)) {
    days.push(explained(day, kindOf(day, reckoning, stops, calendar), calendar));
  }
  return days;
}

function kindOf(
  day: Day,
  reckoning: Reckoning,
  stops: readonly Stop[],
  calendar: WorkingCalendar,
): ExplainedKind {
  const { unit } = reckoning.term;
  const paused =
    unit === 'hours'
      ? liesInside(day, stops, calendar)
      : stops.some((stop) => movedPast(day, stop));
  if (paused) return 'paused';
  if (unit !== 'calendarDays') return KIND_OF_DAY[describeDay(calendar, day).kind];
  return isRolled(day, reckoning) ? 'rolled' : 'counted';
}

const movedPast = (day: Day, { from, to }: Stop): boolean => dayOf(from) < day && day <= dayOf(to);

/** All the working time of the day stood still; of a closed day, the whole day. */
function liesInside(day: Day, stops: readonly Stop[], calendar: WorkingCalendar): boolean {
  if (!isWorkingDay(calendar, day)) {
    const midnight = startOf(plusDays(day, 1));
    return stops.some(({ from, to }) => from <= startOf(day) && midnight <= to);
  }
  const [opens, closes] = [dayStart(calendar, day), dayEnd(calendar, day)];
  return stoppedBetween(stops, opens, closes, calendar) === workingBetween(calendar, opens, closes);
}

/** The Nth day and those after it that a calendar count passed over to end on a working day. */
function isRolled(day: Day, { term, startedAt, fixedAt, moved, dueAt }: Reckoning): boolean {
  if (fixedAt !== null && moved === 0) return false;
  const landing =
    fixedAt === null ? landingDay(term, startedAt, moved) : plusDays(dueDayOf(fixedAt), moved);
  return landing <= day && day < dueDayOf(dueAt);
}

function explained(day: Day, kind: ExplainedKind, calendar: WorkingCalendar): ExplainedDay {
  const { name, provisional } = describeDay(calendar, day);
  return {
    date: formatDay(day),
    kind,
    ...(name !== undefined && NAMED.has(kind) && { name }),
    ...(provisional && { provisional }),
  };
}
