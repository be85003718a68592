import type { Instant } from '../working-time/index.ts';
import type { OfficeEvent } from './event.ts';
import { step } from './evolve.ts';
import type { Span } from './span.ts';
import type { DossierState } from './state.ts';
import { currentStay } from './stays.ts';

/**
 * The stretches of a dossier's life from its effective events, whole and in order. Stretches of no length
 * are left out: at any moment exactly one span answers.
 */
export function spansOf(events: readonly OfficeEvent[]): readonly Span[] {
  const spans: Span[] = [];
  let state: DossierState | null = null;
  for (const event of events) {
    state = step(state, event);
    const next = spanFrom(state, event.occurredAt);
    const open = spans.pop();
    if (open === undefined) spans.push(next);
    else if (alike(open, next)) spans.push(open);
    else if (open.from === next.from) replaceLast(spans, next);
    else spans.push({ ...open, to: next.from }, next);
  }
  return spans;
}

/** A stretch that ended where it began leaves no trace, unless the one before it goes on unchanged. */
function replaceLast(spans: Span[], next: Span): void {
  const before = spans.pop();
  if (before === undefined) spans.push(next);
  else if (alike(before, next)) spans.push({ ...before, to: null });
  else spans.push(before, next);
}

function spanFrom(state: DossierState, from: Instant): Span {
  return {
    from,
    to: null,
    state: state.name,
    stepKey: currentStay(state)?.key ?? null,
    holder: state.holder,
    dueAt: state.due?.dueAt ?? null,
    beforeExtensionAt: state.due?.beforeExtensionAt ?? null,
    paused: state.openPauses.map((pause) => pause.cause),
  };
}

const PLAIN = ['state', 'stepKey', 'dueAt', 'beforeExtensionAt'] as const;
const OF_HOLDER = ['userId', 'departmentCode', 'agency'] as const;

function alike(a: Span, b: Span): boolean {
  return (
    PLAIN.every((member) => a[member] === b[member]) &&
    OF_HOLDER.every((member) => a.holder?.[member] === b.holder?.[member]) &&
    a.paused.join() === b.paused.join()
  );
}
