import type { DossierEvent } from '#domain/dossier';
import { courseOf } from '#domain/report';

/** What `tell_courses` of the database has to keep of a history: two hands, one book. */
export function courseRow(history: readonly DossierEvent[]) {
  const course = courseOf(history);
  if (course === null) return null;
  const { turns, at, isFromSource, firstHereAt } = course;
  return {
    turns: turns.map(({ type, stepKey, nextStepKey }) => [
      ...[type, stepKey ?? null, nextStepKey ?? null],
    ]),
    at_ms: at,
    is_from_source: isFromSource,
    first_here_ms: firstHereAt,
  };
}
