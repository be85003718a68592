import { revisedDues } from '../decide/amendment.ts';
import { placed } from '../decide/placed.ts';
import { effectiveEvents } from '../effective.ts';
import type { DossierEvent, EventOf, InsertedEvent } from '../event.ts';
import { isMove } from '../event-kinds.ts';
import { evolve } from '../evolve.ts';
import { firstUnlawful } from '../lawful.ts';
import type { Office } from '../office.ts';
import type { DossierState } from '../state.ts';
import type { Moved } from './match.ts';
import { tell } from './tell.ts';
import type { Telling } from './telling.ts';

/** What of a source's word is to be taken over. */
export interface Taken {
  readonly moved: readonly Moved[];
  readonly fresh: readonly Telling[];
}

type Amendment = EventOf<'corrected'>['payload'];

/**
 * The dossier with the source's word taken over: dates it moves and events it tells late as corrections, the
 * rest appended; undefined where what was done here could then not have happened.
 */
export function takeOver(
  state: DossierState,
  { moved, fresh }: Taken,
  office: Office,
  source: string,
): DossierState | undefined {
  const last = lastMoveAt(state, moved);
  const late = fresh.filter(({ type, at }) => isMove(type) && at < last);
  const amendments = [...inSafeOrder(moved).map(changed), ...late.map(inserted)];
  const amended = amendments.length === 0 ? state : amend(state, amendments, office, source);
  return fresh
    .filter((telling) => !late.includes(telling))
    .reduce<DossierState | undefined>(
      (before, telling) => before && tell(before, telling, office, source),
      amended,
    );
}

function amend(
  state: DossierState,
  amendments: readonly Amendment[],
  office: Office,
  source: string,
): DossierState | undefined {
  const before = effectiveEvents(state.history);
  const events = amendments.map((payload, index) =>
    amending(payload, { ...state, version: state.version + index }, office, source),
  );
  const tried = effectiveEvents([...state.history, ...events]);
  if (firstUnlawful(tried) !== undefined) return undefined;
  const dues = revisedDues(tried, before, { office });
  // Told once, with the last of them: what the due moments are after all of it.
  const last = events.length - 1;
  return events.reduce<DossierState>(
    (current, event, index) => evolve(current, index === last ? withDues(event, dues) : event),
    state,
  );
}

function amending(
  payload: Amendment,
  state: DossierState,
  office: Office,
  source: string,
): DossierEvent {
  const occurrence = { occurredAt: office.now, backdated: false };
  return { ...placed({ type: 'corrected', payload }, { state, office, occurrence }), source };
}

const withDues = (event: DossierEvent, dues: Amendment['dues']): DossierEvent =>
  ({ ...event, payload: { ...event.payload, dues } }) as DossierEvent;

const changed = ({ event, telling }: Moved): Amendment => ({
  dues: [],
  version: event.version,
  changes: { occurredAt: telling.at },
});

const inserted = ({ type, at, payload }: Telling): Amendment => ({
  dues: [],
  insert: { type, occurredAt: at, payload } as InsertedEvent,
});

/** One after another, so that the event that opens the dossier is never overtaken on the way. */
function inSafeOrder(moved: readonly Moved[]): readonly Moved[] {
  const later = ({ event, telling }: Moved): boolean => telling.at > event.occurredAt;
  const earlierFirst = moved.filter((each) => !later(each));
  const laterLast = moved.filter(later).toSorted((a, b) => b.telling.at - a.telling.at);
  return [...earlierFirst.toSorted((a, b) => a.telling.at - b.telling.at), ...laterLast];
}

function lastMoveAt(state: DossierState, moved: readonly Moved[]): number {
  const moments = effectiveEvents(state.history)
    .filter(({ type }) => isMove(type))
    .map((event) => {
      const move = moved.find((each) => each.event.version === event.version);
      return move?.telling.at ?? event.occurredAt;
    });
  return Math.max(...moments);
}
