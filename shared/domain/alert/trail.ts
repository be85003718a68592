import { evolve, type DossierState, type OfficeEvent } from '../dossier/index.ts';
import type { Mark } from './countdown.ts';

/** One event and what the dossier was after it. */
interface Stop {
  readonly event: OfficeEvent;
  readonly state: DossierState;
}

/** How a dossier came to be as it is, event by event. */
export type Trail = readonly Stop[];

/** The trail of effective events, which stand in the order in which they happened. */
export function trailOf(effective: readonly OfficeEvent[]): Trail {
  const stops: Stop[] = [];
  for (const event of effective) {
    stops.push({ event, state: evolve(stops.at(-1)?.state ?? null, event) });
  }
  return stops;
}

export const markOfEvent = (event: OfficeEvent): Mark => ({
  at: event.recordedAt,
  version: event.version,
  by: event.actor.kind === 'officer' ? event.actor.id : null,
  ...(event.source !== undefined && { happenedAt: event.occurredAt }),
});

/**
 * The event since which a fact of the dossier is what it is.
 * @example sinceWhen(trail, ({ holder }) => holder?.userId) // the mark of the assignment
 */
export function sinceWhen(trail: Trail, fact: (state: DossierState) => unknown): Mark | null {
  const last = trail.at(-1);
  if (last === undefined) return null;
  const now = fact(last.state);
  const other = trail.findLastIndex(({ state }) => fact(state) !== now);
  const event = trail[other + 1]?.event;
  return event === undefined ? null : markOfEvent(event);
}
