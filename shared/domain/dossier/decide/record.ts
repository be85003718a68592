import { dueAfter } from '../due-after.ts';
import { effectiveEvents, isOfficeEvent } from '../effective.ts';
import type { DossierEvent } from '../event.ts';
import { changesClock } from '../event-kinds.ts';
import { evolve } from '../evolve.ts';
import type { Occurrence } from '../occurrence.ts';
import type { Office } from '../office.ts';
import type { DossierState } from '../state.ts';
import type { Happening } from './happening.ts';
import { placed } from './placed.ts';

export interface Recorded {
  readonly events: readonly DossierEvent[];
  readonly state: DossierState;
}

/** Gives what happened its place: version, time, actor, and the due moment that holds after it. */
export function record(
  happenings: readonly Happening[],
  before: DossierState | null,
  occurrence: Occurrence,
  office: Office,
): Recorded {
  const events: DossierEvent[] = [];
  let state = before;
  for (const happening of happenings) {
    const event = withDue(placed(happening, { state, occurrence, office }), state, office);
    events.push(event);
    state = evolve(state, event);
  }
  if (state === null) throw new Error('A command without events cannot open a dossier');
  return { events, state };
}

/** An event that changes the due moment tells it. */
export function withDue(
  event: DossierEvent,
  state: DossierState | null,
  office: Office,
): DossierEvent {
  if (!isOfficeEvent(event) || !changesClock(event.type)) return event;
  const due = dueAfter(effectiveEvents([...(state?.history ?? []), event]), office);
  return due === undefined ? event : { ...event, due };
}
