import type { DossierEvent } from '#domain/dossier';
import { parseInstant, type Instant } from '#domain/working-time';
import type { Replayed } from './append.ts';
import { fromStored, type ReadEvent } from './event-codec.ts';

/** A unit as its dossiers depend on it, told along with what was asked. */
export interface OfficeHead {
  readonly code: string;
  readonly name: string;
  /** What the unit has changed of the settings, as text: the same text says the same. */
  readonly settings: string;
  /** Null: it was never asked about its time. */
  readonly calendar: { readonly number: number; readonly hash: string } | null;
  /** What the unit has set of its alert rules, as text; null: nothing. */
  readonly alertRules: string | null;
}

/** What `load_dossier` answers. */
export interface LoadedRow {
  readonly replay: Replayed | { readonly kind: 'keyReused' } | null;
  readonly office: OfficeHead;
  readonly stepDueAt: string | null;
  readonly nextSignalAt: string | null;
  readonly events: readonly ReadEvent[] | null;
}

const moment = (text: string | null): Instant | null => {
  const at = text === null ? null : parseInstant(text);
  if (at === undefined) throw new Error('A stored signal has no moment');
  return at;
};

export const readLoaded = (row: LoadedRow) => ({
  events: (row.events ?? []).map((event): DossierEvent => fromStored(event)),
  signals: { stepDueAt: moment(row.stepDueAt), nextSignalAt: moment(row.nextSignalAt) },
  replay: row.replay,
  head: row.office,
});
