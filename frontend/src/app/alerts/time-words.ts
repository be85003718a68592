import type { AlertItem } from '#contract/alerts';
import type { AlertKind } from '#domain/alert';
import { type Instant, type WorkingCalendar, workingBetween } from '#domain/working-time';
import type { UiWords } from '#wording/ui';
import { spanText } from '../ui/index.ts';
import { momentOf } from './alert-looks.ts';

/** Kinds that speak of a clock which runs out; the others only say since when something is owed. */
const COUNTING: ReadonlySet<AlertKind> = new Set([
  ...(['dossier.near', 'dossier.dueToday', 'dossier.overdue', 'dossier.new'] as const),
  ...(['intake.waiting', 'step.near', 'step.overdue'] as const),
  ...(['supplement.ending', 'extension.ending', 'report.due'] as const),
  ...(['feedback.near', 'feedback.overdue'] as const),
]);

export interface Reading {
  readonly now: Instant | undefined;
  readonly calendar: WorkingCalendar | undefined;
  readonly ui: UiWords;
}

/**
 * How much working time there is until the due moment of an alert, or since; nothing where none runs out.
 *
 * @example timeWords(overdue, { now: two hours later, … }) // 'Quá hạn 2 giờ'
 */
export const timeWords = (
  { kind, dueAt, status }: Pick<AlertItem, 'kind' | 'dueAt' | 'status'>,
  { now, calendar, ui }: Reading,
): string => {
  if (!COUNTING.has(kind) || status === 'closed') return '';
  if (now === undefined || calendar === undefined) return '';
  const due = momentOf(dueAt);
  const left = workingBetween(calendar, now, due);
  if (now <= due) return ui.timeLeft(spanText(left, ui.span));
  return left === 0 ? ui.overdue : ui.overdueBy(spanText(left, ui.span));
};
