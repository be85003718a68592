import type { DossierEvent, EventTexts } from '#domain/dossier';
import { formatInstant, instant, parseInstant } from '#domain/working-time';

/** An event as the store keeps it: moments as people write them, free text apart. */
export interface StoredEvent {
  readonly version: number;
  readonly type: string;
  readonly occurred_at: string;
  readonly recorded_at: string;
  readonly backdated: boolean;
  readonly actor: unknown;
  readonly payload: unknown;
  readonly due?: unknown;
  readonly source?: string;
}

/** A row as it is read again: nothing is `null` where nothing was said. */
export interface ReadEvent extends Omit<StoredEvent, 'due' | 'source'> {
  readonly due: unknown;
  readonly source: string | null;
  readonly texts: EventTexts | null;
}

export interface StoredText {
  readonly version: number;
  readonly member: string;
  readonly body: string;
}

/** Members of events, payloads and due moments that are moments. Nothing else may bear these names. */
const MOMENTS: ReadonlySet<string> = new Set([
  ...['occurredAt', 'declaredDueAt', 'dueAt', 'beforeExtensionAt', 'oursAt'],
  ...['respondBy', 'publishedAt', 'asOf'],
]);

type Turn = (value: unknown, member: string) => unknown;

/** The same data with its moments turned, at every depth. */
const turned = (value: unknown, turn: Turn): unknown => {
  if (Array.isArray(value)) return value.map((item) => turned(item, turn));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([member, inner]) => [
      member,
      MOMENTS.has(member) ? turn(inner, member) : turned(inner, turn),
    ]),
  );
};

const written: Turn = (value) =>
  typeof value === 'number' ? formatInstant(instant(value)) : value;

const read: Turn = (value, member) => {
  if (typeof value !== 'string') return value;
  const at = parseInstant(value);
  if (at === undefined) throw new Error(`A stored ${member} is not a moment`);
  return at;
};

const readMoment = (text: string): number => {
  const at = parseInstant(text);
  if (at === undefined) throw new Error('A stored event has no moment');
  return at;
};

/** The row of an event. What it says in free text is left to `textsOf`. */
export function toStored(event: DossierEvent): StoredEvent {
  return {
    version: event.version,
    type: event.type,
    occurred_at: formatInstant(event.occurredAt),
    recorded_at: formatInstant(event.recordedAt),
    backdated: event.backdated,
    actor: event.actor,
    payload: turned(event.payload, written),
    ...(event.due !== undefined && { due: turned(event.due, written) }),
    ...(event.source !== undefined && { source: event.source }),
  };
}

export function textsOf({ version, texts = {} }: DossierEvent): readonly StoredText[] {
  return Object.entries(texts).map(([member, body]) => ({ version, member, body }));
}

/** The event of a row: what was written comes back, less the texts that have been erased since. */
export function fromStored(row: ReadEvent): DossierEvent {
  // Written by `toStored` from a DossierEvent; the constraints of the table hold its shape.
  return {
    version: row.version,
    type: row.type,
    occurredAt: readMoment(row.occurred_at),
    recordedAt: readMoment(row.recorded_at),
    backdated: row.backdated,
    actor: row.actor,
    payload: turned(row.payload, read),
    ...(row.due !== null && { due: turned(row.due, read) }),
    ...(row.source !== null && { source: row.source }),
    ...(row.texts !== null && { texts: row.texts }),
  } as DossierEvent;
}
