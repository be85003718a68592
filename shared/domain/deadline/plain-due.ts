import {
  dayOf,
  dueDayOf,
  plusDays,
  provisionalDaysIn,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { LIMIT_ORDER, variantOf } from './candidates.ts';
import type { DueOutcome, DueRule } from './due.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { termDue, termOf } from './term.ts';

/** The due moment of a dossier nothing has happened to: nearly all of them, hence without detours. */
export function plainDue(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): DueOutcome {
  const { startedAt } = history;
  const variant = variantOf(history, rules);
  if (variant !== undefined) {
    const due = termDue(termOf(variant.allowance, rules.mode), startedAt, 0, calendar);
    const rule: DueRule = { by: 'variant', allowance: variant.allowance };
    return plainOutcome(startedAt, due, rule, calendar);
  }
  let rule: DueRule = { by: 'none' };
  let dueAt: Instant | null = null;
  for (const by of LIMIT_ORDER) {
    const allowance = rules.limits?.[by];
    if (allowance === undefined) continue;
    const due = termDue(termOf(allowance, rules.mode), startedAt, 0, calendar);
    if (dueAt !== null && due >= dueAt) continue;
    dueAt = due;
    rule = { by, allowance };
  }
  return plainOutcome(startedAt, dueAt, rule, calendar);
}

const plainOutcome = (
  startedAt: Instant,
  dueAt: Instant | null,
  rule: DueRule,
  calendar: WorkingCalendar,
): DueOutcome => ({
  dueAt,
  beforeExtensionAt: dueAt,
  oursAt: dueAt,
  rule,
  calendarVersion: calendar.version,
  provisional:
    dueAt !== null &&
    provisionalDaysIn(calendar, plusDays(dayOf(startedAt), -1), dueDayOf(dueAt)) > 0,
});
