import {
  dayOf,
  dueDayOf,
  plusDays,
  provisionalDaysIn,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { DueOutcome } from './due.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { momentsOf } from './moments.ts';
import { plainDue } from './plain-due.ts';
import type { Reckoning } from './reckoning.ts';
import { endedNow } from './stops.ts';

/**
 * The due moment of a dossier, from its whole history and never from an earlier result.
 *
 * @example received Fri 2026-02-13 09:00, three working days → due Wed 2026-02-25T17:00+07:00
 */
export function computeDue(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): DueOutcome {
  if (history.pauses.length === 0 && history.fixed.length === 0) {
    return plainDue(history, rules, calendar);
  }
  const { current, beforeExtension, ours, rule } = momentsOf(history, rules, calendar);
  return {
    dueAt: standing(current),
    beforeExtensionAt: standing(beforeExtension),
    oursAt: standing(ours),
    rule,
    calendarVersion: calendar.version,
    provisional: isProvisional(current, calendar),
  };
}

/**
 * When the dossier will be due if every pause that is open ends now, or at its begin where that is later;
 * without an open pause simply when it is due.
 *
 * @example paused since Mon 2026-03-02 with two days left, now Thu 2026-03-05 → Mon 2026-03-09T17:00+07:00
 */
export function provisionalDue(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
  now: Instant,
): Instant | null {
  const ended = { ...history, pauses: endedNow(history.pauses, now) };
  return computeDue(ended, rules, calendar).dueAt;
}

const standing = (reckoning: Reckoning | null): Instant | null =>
  reckoning === null || reckoning.stopped ? null : reckoning.dueAt;

function isProvisional(reckoning: Reckoning | null, calendar: WorkingCalendar): boolean {
  if (reckoning === null) return false;
  const dayBefore = plusDays(dayOf(reckoning.startedAt), -1);
  return provisionalDaysIn(calendar, dayBefore, dueDayOf(reckoning.dueAt)) > 0;
}
