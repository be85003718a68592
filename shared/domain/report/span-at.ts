import type { Span } from '../dossier/index.ts';
import type { Instant } from '../working-time/index.ts';

/**
 * The span that everything which happened before a moment has led to: how the end of a period finds a
 * dossier. What happens at the very moment belongs to the time after it.
 *
 * @example findSpanBefore(spans, 15/01/2026 00:00) // the state with which 14/01/2026 ended
 */
export const findSpanBefore = (spans: readonly Span[], moment: Instant): Span | undefined =>
  spans.findLast((span) => span.from < moment);

/** The same for a dossier that was received before the moment, so that there is one. */
export function getSpanBefore(spans: readonly Span[], moment: Instant): Span {
  const span = findSpanBefore(spans, moment);
  if (span === undefined) throw new Error(`Received before ${moment}, and no span`);
  return span;
}

/** The span in force at a moment, with what happened at it. */
export const findSpanAt = (spans: readonly Span[], moment: Instant): Span | undefined =>
  spans.findLast((span) => span.from <= moment);
