import type { DeadlineAnswer } from '#contract/deadlines';
import { tellInstant } from '#contract/time';
import type { DuePreview } from '#domain/deadline';

/** What the rules counted, as it is told. */
export const deadlineAnswer = (
  { dueAt, provisionalDueAt, provisional, explanation }: DuePreview,
  calendarVersion: string,
): DeadlineAnswer => ({
  dueAt: tellInstant(dueAt),
  provisionalDueAt: tellInstant(provisionalDueAt),
  ...(provisional && { provisional }),
  explanation,
  calendarVersion,
});
