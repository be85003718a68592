import type { Result } from '../kernel/index.ts';
import { withinCalendar, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import type { Allowance, CountingMode, SupplementPolicy } from './allowance.ts';
import { checkAllowance, type AllowanceRefusal } from './check-allowance.ts';
import { checkPauses, type PauseRefusal } from './check-pauses.ts';
import { computeDue } from './compute-due.ts';
import { explainDue, type ExplainedDay } from './explain-due.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { endedNow } from './stops.ts';

/** A dossier that does not exist: its pauses are all for a supplement. */
export interface DueQuestion {
  readonly receivedAt: Instant;
  readonly allowance: Allowance;
  readonly mode: CountingMode;
  readonly onSupplement: SupplementPolicy;
  readonly pauses: readonly { readonly from: Instant; readonly to?: Instant }[];
}

export interface DuePreview {
  readonly dueAt: Instant | null;
  readonly provisionalDueAt: Instant | null;
  /** A day no official notice has confirmed lies between start and due moment. */
  readonly provisional: boolean;
  readonly explanation: readonly ExplainedDay[];
}

export type PreviewRefusal = AllowanceRefusal | PauseRefusal | 'outside-calendar';

/**
 * What the due moment would be, and why.
 *
 * @example received Fri 2026-02-13 15:00:01, same day with cut-off 15:00 → Mon 2026-02-23T17:00+07:00
 */
export function previewDue(
  question: DueQuestion,
  calendar: WorkingCalendar,
  now: Instant,
): Result<DuePreview, PreviewRefusal> {
  const allowance = checkAllowance(question.allowance);
  if (!allowance.ok) return allowance;
  const history: ClockHistory = {
    startedAt: question.receivedAt,
    pauses: question.pauses.map((pause) => ({ cause: 'supplement', ...pause })),
    fixed: [],
  };
  const pauses = checkPauses(history);
  if (!pauses.ok) return pauses;
  const { mode, onSupplement } = question;
  const rules = { limits: { statutory: allowance.value }, mode, onSupplement };
  return withinCalendar(() => preview(history, rules, calendar, now));
}

function preview(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
  now: Instant,
): DuePreview {
  const ended = { ...history, pauses: endedNow(history.pauses, now) };
  const projected = computeDue(ended, rules, calendar);
  return {
    dueAt: computeDue(history, rules, calendar).dueAt,
    provisionalDueAt: projected.dueAt,
    provisional: projected.provisional,
    explanation: explainDue(history, rules, calendar, now),
  };
}
