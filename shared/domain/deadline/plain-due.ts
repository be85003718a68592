import {
  dayOf,
  dueDayOf,
  plusDays,
  provisionalDaysIn,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { candidatesOf, type Candidate } from './candidates.ts';
import type { DueOutcome } from './due.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { termDue, termOf } from './term.ts';

/** The due moment of a dossier nothing has happened to: nearly all of them, hence without detours. */
export function plainDue(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): DueOutcome {
  const { startedAt } = history;
  let dueAt = null;
  let rule: Candidate | null = null;
  for (const candidate of candidatesOf(history, rules)) {
    const due = termDue(termOf(candidate.allowance, rules.mode), startedAt, 0, calendar);
    if (dueAt === null || due < dueAt) {
      dueAt = due;
      rule = candidate;
    }
  }
  return {
    dueAt,
    beforeExtensionAt: dueAt,
    oursAt: dueAt,
    rule: rule ?? { by: 'none' },
    calendarVersion: calendar.version,
    provisional:
      dueAt !== null &&
      provisionalDaysIn(calendar, plusDays(dayOf(startedAt), -1), dueDayOf(dueAt)) > 0,
  };
}
