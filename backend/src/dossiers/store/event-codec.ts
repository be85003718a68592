import { readMoments, writeMoments } from '#contract/dossiers';
import type { DossierEvent, EventTexts } from '#domain/dossier';
import { formatInstant, parseInstant } from '#domain/working-time';

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
    payload: writeMoments(event.payload),
    ...(event.due !== undefined && { due: writeMoments(event.due) }),
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
    payload: readMoments(row.payload),
    ...(row.due !== null && { due: readMoments(row.due) }),
    ...(row.source !== null && { source: row.source }),
    ...(row.texts !== null && { texts: row.texts }),
  } as DossierEvent;
}
