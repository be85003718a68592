import { CHANGES, type Change } from './changes.ts';
import { effectiveEvents, isOfficeEvent } from './effective.ts';
import type { DossierEvent, OfficeEvent, OfficeEventType } from './event.ts';
import { opened } from './opened.ts';
import type { DossierState } from './state.ts';
import { stateName } from './state-name.ts';

/**
 * The dossier after one more event. The first event opens it; a correction or a void tells the whole
 * history anew, everything else goes on from where it stood.
 */
export function evolve(state: DossierState | null, event: DossierEvent): DossierState {
  const history = [...(state?.history ?? []), event];
  const next =
    isOfficeEvent(event) && !happenedEarlier(event, state)
      ? step(state, event)
      : foldEffective(effectiveEvents(history));
  return { ...next, version: event.version, history };
}

/** A remark told after others that happened later: the fold keeps the order in which things happened. */
function happenedEarlier(event: OfficeEvent, state: DossierState | null): boolean {
  const last = state?.history.at(-1);
  return last !== undefined && event.occurredAt < last.occurredAt;
}

/** The dossier told by its events from the first; null before there is one. */
export function replay(history: readonly DossierEvent[]): DossierState | null {
  return history.reduce<DossierState | null>(evolve, null);
}

/** Folds events that are already effective and in order: for spans, checks and past moments. */
export function foldEffective(events: readonly OfficeEvent[]): DossierState {
  const state = events.reduce<DossierState | null>(step, null);
  if (state === null) throw new Error('A dossier without a first event');
  return state;
}

export function step(state: DossierState | null, event: OfficeEvent): DossierState {
  const before = state ?? opened(event);
  const told = event.due === undefined ? before : { ...before, due: event.due };
  // The table is keyed by the very type of the event; TypeScript cannot follow the correlation.
  const change = CHANGES[event.type] as Change<OfficeEventType>;
  const after = change(told, event);
  return { ...after, name: stateName(after) };
}
