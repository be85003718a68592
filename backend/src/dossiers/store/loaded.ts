import type { DossierEvent } from '#domain/dossier';
import { parseInstant, type Instant } from '#domain/working-time';
import type { Replayed } from './append.ts';
import { fromStored, type ReadEvent } from './event-codec.ts';

/** What `load_dossier` answers. */
export interface LoadedRow {
  readonly replay: Replayed | { readonly kind: 'keyReused' } | null;
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
});
