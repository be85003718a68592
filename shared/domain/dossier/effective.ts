import type { DueOutcome } from '../deadline/index.ts';
import type { DossierEvent, EventChanges, EventOf, OfficeEvent } from './event.ts';

type Amending = EventOf<'corrected' | 'voided'>;

/**
 * The events as they are now known to have happened: voided ones gone, corrected ones as corrected, forgotten
 * ones inserted, in order of (occurredAt, version). A correction or a void can itself be voided.
 *
 * @example effectiveEvents([received 08:00, resultIssued 09:00, voided {version: 2}]) // [received 08:00]
 */
export function effectiveEvents(history: readonly DossierEvent[]): readonly OfficeEvent[] {
  const amendments = history.filter(isAmendment);
  if (amendments.length === 0) return inOrder(history.filter(isOfficeEvent));
  return withoutEarlyDues(amended(history, amendments));
}

function amended(
  history: readonly DossierEvent[],
  amendments: readonly Amending[],
): readonly OfficeEvent[] {
  const voided = voidedVersions(amendments);
  const standing = amendments.filter((event) => !voided.has(event.version));
  const corrected = applyChanges(withInsertions(history, standing), standing);
  const remaining = corrected.filter((event) => !voided.has(event.version));
  return inOrder(withRevisedDues(remaining, standing));
}

/** Amendments that still hold: a void, too, can be taken back, but only once. */
export function standingAmendments(history: readonly DossierEvent[]): readonly Amending[] {
  const amendments = history.filter(isAmendment);
  const voided = voidedVersions(amendments);
  return amendments.filter((event) => !voided.has(event.version));
}

/** Later amendments are read first: a void that was itself voided voids nothing. */
function voidedVersions(amendments: readonly Amending[]): ReadonlySet<number> {
  const voided = new Set<number>();
  for (const event of [...amendments].reverse()) {
    if (event.type === 'voided' && !voided.has(event.version)) voided.add(event.payload.version);
  }
  return voided;
}

function withInsertions(
  history: readonly DossierEvent[],
  amendments: readonly Amending[],
): readonly OfficeEvent[] {
  const inserted = amendments.flatMap((event) =>
    event.type === 'corrected' && 'insert' in event.payload
      ? [insertedEvent(event, event.payload.insert)]
      : [],
  );
  return [...history.filter(isOfficeEvent), ...inserted];
}

/** An inserted event takes the version of the correction that brought it. */
function insertedEvent(
  event: EventOf<'corrected'>,
  insert: { readonly type: OfficeEvent['type']; readonly occurredAt: OfficeEvent['occurredAt'] },
): OfficeEvent {
  return { ...event, ...insert, backdated: true } as OfficeEvent;
}

function applyChanges(
  events: readonly OfficeEvent[],
  amendments: readonly Amending[],
): readonly OfficeEvent[] {
  return amendments.reduce<readonly OfficeEvent[]>((current, amendment) => {
    if (amendment.type !== 'corrected' || !('changes' in amendment.payload)) return current;
    const { version, changes } = amendment.payload;
    return current.map((event) => (event.version === version ? changed(event, changes) : event));
  }, events);
}

function changed(event: OfficeEvent, changes: EventChanges): OfficeEvent {
  return {
    ...event,
    occurredAt: changes.occurredAt ?? event.occurredAt,
    payload: { ...event.payload, ...changes.payload },
  } as OfficeEvent;
}

function withRevisedDues(
  events: readonly OfficeEvent[],
  amendments: readonly Amending[],
): readonly OfficeEvent[] {
  const dues = new Map<number, DueOutcome>(
    amendments.flatMap((event) => event.payload.dues.map(({ version, due }) => [version, due])),
  );
  return events.map((event) => {
    const due = dues.get(event.version);
    return due === undefined ? event : { ...event, due };
  });
}

/** Where the acceptance itself was a mistake, no clock of the office ran, whatever was told of it then. */
function withoutEarlyDues(events: readonly OfficeEvent[]): readonly OfficeEvent[] {
  const received = events.findIndex(({ type }) => type === 'received');
  return events.map((event, index) =>
    received >= 0 && index >= received ? event : withoutDue(event),
  );
}

/** The event as if no due moment had been told with it. */
export function withoutDue(event: OfficeEvent): OfficeEvent {
  const { due, ...untold } = event;
  return due === undefined ? event : untold;
}

function inOrder(events: readonly OfficeEvent[]): readonly OfficeEvent[] {
  return [...events].sort((a, b) => a.occurredAt - b.occurredAt || a.version - b.version);
}

export const isOfficeEvent = (event: DossierEvent): event is OfficeEvent =>
  event.type !== 'corrected' && event.type !== 'voided';

const isAmendment = (event: DossierEvent): event is Amending => !isOfficeEvent(event);
