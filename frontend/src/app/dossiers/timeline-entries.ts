import type { EventAnswer } from '#contract/dossiers';

/** A member of what an event says; `was` where a correction has changed it. */
interface EntryMember {
  readonly name: string;
  readonly value: unknown;
  readonly was?: unknown;
}

/** One event as the timeline shows it. */
export interface Entry {
  readonly event: EventAnswer;
  /** The type it counts as: that of the event which was filled in, for a correction that fills one in. */
  readonly type: string;
  /** When it happened, as it is known now. */
  readonly occurredAt: string;
  readonly wasAt: string | undefined;
  readonly members: readonly EntryMember[];
  readonly voidedBy: number | undefined;
  readonly correctedBy: number | undefined;
  /** Which event a correction or a void is about. */
  readonly about: number | undefined;
}

type Payload = Readonly<Record<string, unknown>>;

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const memberOf = (value: unknown, name: string): unknown =>
  isPayload(value) ? value[name] : undefined;

/** Later ones are read first: a void that was itself taken back takes nothing back. */
const voidsOf = (events: readonly EventAnswer[]): ReadonlyMap<number, number> => {
  const voids = new Map<number, number>();
  for (const { type, version, payload } of events.toReversed()) {
    const about = payload['version'];
    if (type === 'voided' && !voids.has(version) && typeof about === 'number') {
      voids.set(about, version);
    }
  }
  return voids;
};

interface Changed {
  readonly by: number;
  readonly changes: Payload;
}

const correctionsOf = (
  events: readonly EventAnswer[],
  voids: ReadonlyMap<number, number>,
): ReadonlyMap<number, Changed> => {
  const corrections = new Map<number, Changed>();
  for (const { type, version, payload } of events) {
    const { version: about, changes } = payload;
    if (type !== 'corrected' || voids.has(version)) continue;
    if (typeof about !== 'number' || !isPayload(changes)) continue;
    const before = corrections.get(about)?.changes ?? {};
    const members = {
      ...(memberOf(before, 'payload') as Payload | undefined),
      ...(memberOf(changes, 'payload') as Payload | undefined),
    };
    corrections.set(about, { by: version, changes: { ...before, ...changes, payload: members } });
  }
  return corrections;
};

/** Bookkeeping of the product, not words of an officer. */
const UNSAID: ReadonlySet<string> = new Set([
  ...['intake', 'dues', 'version', 'changes', 'insert', 'firstStepKey', 'endsWait'],
  ...['primary', 'nextDepartmentCode', 'dossierId', 'allowance'],
]);

const membersOf = (payload: Payload, changes: Payload): readonly EntryMember[] =>
  Object.entries({ ...payload, ...changes })
    .filter(([name]) => !UNSAID.has(name))
    .map(([name, value]) => ({
      name,
      value,
      ...(name in changes && payload[name] !== value && { was: payload[name] ?? null }),
    }));

const aboutOf = ({ type, payload }: EventAnswer): number | undefined => {
  const about = payload['version'];
  const isAmendment = type === 'corrected' || type === 'voided';
  return isAmendment && typeof about === 'number' ? about : undefined;
};

interface Mended {
  readonly voids: ReadonlyMap<number, number>;
  readonly corrections: ReadonlyMap<number, Changed>;
}

/** An event that was filled in later stands for itself, not for the correction that brought it. */
const insertedBy = ({ payload }: EventAnswer): Payload | undefined => {
  const insert = payload['insert'];
  return isPayload(insert) ? insert : undefined;
};

const textOr = (value: unknown, otherwise: string): string =>
  typeof value === 'string' ? value : otherwise;

const payloadOf = (value: unknown): Payload => (isPayload(value) ? value : {});

const entryOf = (event: EventAnswer, { voids, corrections }: Mended): Entry => {
  const changed = corrections.get(event.version);
  const changes = changed?.changes ?? {};
  const insert = insertedBy(event) ?? event;
  const occurredAt = textOr(changes['occurredAt'], textOr(insert['occurredAt'], event.occurredAt));
  const isMoved = insert === event && occurredAt !== event.occurredAt;
  return {
    event,
    type: textOr(insert['type'], event.type),
    occurredAt,
    wasAt: isMoved ? event.occurredAt : undefined,
    members: membersOf(payloadOf(insert['payload']), payloadOf(changes['payload'])),
    voidedBy: voids.get(event.version),
    correctedBy: changed?.by,
    about: aboutOf(event),
  };
};

/** The history as people read it: newest first, what was taken back struck, what was mended as it is now. */
export const entriesOf = (events: readonly EventAnswer[]): readonly Entry[] => {
  const voids = voidsOf(events);
  const mended = { voids, corrections: correctionsOf(events, voids) };
  return events
    .map((event) => entryOf(event, mended))
    .toSorted(
      (one, other) =>
        other.occurredAt.localeCompare(one.occurredAt) || other.event.version - one.event.version,
    );
};
