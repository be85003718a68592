import type { Transaction } from '../platform/database/tenancy.ts';
import { readStored, resolve, type CataloguedProcedure, type VersionRow } from './catalogued.ts';
import { versionsNumbered } from './procedure-store.ts';
import { partsOf, type VersionParts } from './version-number.ts';

/** A procedure of a unit by the number a dossier keeps of it. */
export interface NumberedProcedure {
  readonly unitId: number;
  readonly code: string;
  readonly version: number;
}

/** The version of that number, as it was when it was made. */
export async function getNumbered(
  asking: Pick<Transaction, 'query'>,
  numbered: NumberedProcedure,
): Promise<CataloguedProcedure> {
  const found = await findNumbered(asking, numbered);
  if (found !== undefined) return found;
  throw new Error(`No version ${numbered.version} of procedure ${numbered.code}`);
}

export async function findNumbered(
  asking: Pick<Transaction, 'query'>,
  { unitId, code, version }: NumberedProcedure,
): Promise<CataloguedProcedure | undefined> {
  const parts = partsOf(version);
  const versions = parts.overlay === 0 ? [parts.base] : [parts.base, parts.overlay];
  const rows = await versionsNumbered(asking, { unitId, code, versions });
  return resolve(unitId, rowsOf(rows, { ...parts, unitId }));
}

/** Numbers of entries and of overlays run on their own, so that both may be the same. */
const rowsOf = (
  rows: readonly VersionRow[],
  { unitId, base, overlay }: VersionParts & { readonly unitId: number },
): readonly VersionRow[] =>
  rows.filter((row) => {
    const laidOver = readStored(row).kind === 'overlay';
    if (laidOver) return row.owner_id === unitId && row.version === overlay;
    return row.version === base && (overlay === 0 || row.owner_id !== unitId);
  });
