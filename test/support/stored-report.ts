import { replay, type DossierEvent } from '#domain/dossier';
import type { Append } from '../../backend/src/dossiers/store/append.ts';
import { aDossierId, anAppend } from './stored-life.ts';

/** A primary dossier that random ones are linked to, under an id a table takes. */
const PRIMARY = '0190a000-0000-7000-8000-000000000001';

/** A history as the store keeps it, under an id of the store's. */
export interface StoredHistory {
  readonly id: string;
  readonly history: readonly DossierEvent[];
  readonly append: Append;
}

/** The history with a new id: what the law folds and what the store is given are the same. */
export function storable(
  history: readonly DossierEvent[],
  { unit, unitCode }: { readonly unit: number; readonly unitCode: string },
): StoredHistory {
  const told = JSON.parse(
    JSON.stringify(history).replaceAll(/"(?:hs-primary|the-primary-one)"/g, `"${PRIMARY}"`),
  ) as readonly DossierEvent[];
  const state = replay(told);
  if (state === null) throw new Error('A dossier without events');
  const id = aDossierId();
  return { id, history: told, append: anAppend(unit, state, { dossierId: id, unitCode }) };
}
