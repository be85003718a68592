import type { Span } from '../dossier/index.ts';
import type { Stretch } from './stay.ts';

/** As much of a span as expectations ask of it. */
export type ToldSpan = Pick<
  Span,
  'from' | 'to' | 'state' | 'stepKey' | 'holder' | 'dueAt' | 'paused'
>;

/** Steps where they run; else the state is all that is known of the way. */
export const stretchOf = (span: ToldSpan): Stretch => ({
  from: span.from,
  to: span.to,
  stage: span.stepKey ?? span.state,
  holder: span.holder?.userId ?? null,
  isPaused: span.paused.length > 0,
  dueAt: span.dueAt,
});
