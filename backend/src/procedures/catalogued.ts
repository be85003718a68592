import { procedureDefinitionSchema, type ProcedureDefinition } from '#contract/procedures';
import * as z from 'zod';
import { versionNumber } from './version-number.ts';

const entrySchema = procedureDefinitionSchema.unwrap();

/**
 * A version as it is stored: an entry whole, or what a unit lays over the city's. Versions older than the list
 * of papers have none.
 */
const storedSchema = z.union([
  z.strictObject({ overlay: entrySchema.partial() }),
  entrySchema.extend({ components: entrySchema.shape.components.default([]) }),
]);

export interface VersionRow {
  readonly owner_id: number;
  readonly code: string;
  readonly version: number;
  /** `YYYY-MM-DD`. */
  readonly effective_from: string;
  readonly definition: unknown;
  readonly reconciled: boolean;
}

/** A version by its name, without what it says. */
export type VersionHead = Omit<VersionRow, 'definition'>;

/** A version and what it says. */
export type ReadVersion = VersionHead & { readonly stored: Stored };

/** A procedure as it is for a unit: the entry, with what the unit laid over it. */
export interface CataloguedProcedure {
  readonly code: string;
  readonly version: number;
  readonly effectiveFrom: string;
  readonly reconciled: boolean;
  readonly overlaid: boolean;
  readonly definition: ProcedureDefinition;
}

type Overlay = Partial<ProcedureDefinition>;

export type Stored =
  | { readonly kind: 'entry'; readonly definition: ProcedureDefinition }
  | { readonly kind: 'overlay'; readonly changes: Overlay };

export function readStored({ definition }: Pick<VersionRow, 'definition'>): Stored {
  const stored = storedSchema.parse(definition);
  return 'overlay' in stored
    ? { kind: 'overlay', changes: withoutGaps(stored.overlay) }
    : { kind: 'entry', definition: stored };
}

/** Only what was said: a member that is absent must not cover what lies below it. */
const withoutGaps = (overlay: object): Overlay =>
  Object.fromEntries(Object.entries(overlay).filter(([, value]) => value !== undefined));

/**
 * What holds for a unit out of the rows of the unit itself and of its city, one of each at most. An entry of
 * the unit's own stands before the city's.
 */
export const resolve = (
  unitId: number,
  rows: readonly VersionRow[],
): CataloguedProcedure | undefined =>
  resolveRead(
    unitId,
    rows.map((row) => ({ ...row, stored: readStored(row) })),
  );

/** The same of versions that were read before. */
export function resolveRead(
  unitId: number,
  versions: readonly ReadVersion[],
): CataloguedProcedure | undefined {
  const own = versions.find(({ owner_id: owner }) => owner === unitId);
  const upper = entryIn(versions.find(({ owner_id: owner }) => owner !== unitId));
  if (own === undefined) return upper;
  if (own.stored.kind === 'entry') return alone(own, own.stored.definition);
  return upper === undefined ? undefined : laidOver(upper, own, own.stored.changes);
}

const entryIn = (version: ReadVersion | undefined): CataloguedProcedure | undefined =>
  version?.stored.kind === 'entry' ? alone(version, version.stored.definition) : undefined;

const alone = (row: VersionHead, definition: ProcedureDefinition): CataloguedProcedure => ({
  code: row.code,
  version: row.version,
  effectiveFrom: row.effective_from,
  reconciled: row.reconciled,
  overlaid: false,
  definition,
});

const laidOver = (
  base: CataloguedProcedure,
  { version, effective_from: from }: VersionHead,
  changes: Overlay,
): CataloguedProcedure => ({
  ...base,
  version: versionNumber({ base: base.version, overlay: version }),
  effectiveFrom: from > base.effectiveFrom ? from : base.effectiveFrom,
  overlaid: true,
  definition: { ...base.definition, ...changes },
});
