import { isDeepStrictEqual } from 'node:util';
import type { ProcedureDefinition } from '#contract/procedures';
import { withKeys, type ToldEntry } from '#domain/import';
import { accepted, refused, type Result } from '#domain/kernel';
import { readStored, resolve, type VersionRow } from './catalogued.ts';
import { ON_THE_SPOT, named, type DefinitionChanges } from './definition.ts';
import { changedDraft, entryDraft, type Draft, type DraftRefusal } from './next-version.ts';

/** What a row of a list does to the catalogue: a version, or nothing at all. */
export interface ListedEntry {
  readonly kind: 'new' | 'changed' | 'unchanged';
  /** Which members of the definition it tells otherwise. */
  readonly changed: readonly string[];
  readonly draft?: Draft;
}

/** A row without a name can change a procedure, and make none. */
export type ListedRefusal = DraftRefusal | 'name-required';

/** Holds a row against the versions there are. Only what it tells otherwise becomes the unit's own. */
export function listedEntry(
  unitId: number,
  latest: readonly VersionRow[],
  told: ToldEntry,
): Result<ListedEntry, ListedRefusal> {
  const known = resolve(unitId, latest);
  if (known === undefined) return firstEntry(unitId, latest, told);
  const changes = differing(known.definition, told);
  const changed = Object.keys(changes);
  const isProven = !isUnprovenOwn(unitId, latest);
  if (changed.length === 0 && isProven) return accepted({ kind: 'unchanged', changed: [] });
  const drafted = changedDraft(unitId, latest, changes);
  if (!drafted.ok) return drafted;
  return accepted({ kind: 'changed', changed, draft: drafted.value });
}

function firstEntry(
  unitId: number,
  latest: readonly VersionRow[],
  told: ToldEntry,
): Result<ListedEntry, ListedRefusal> {
  const { name } = told;
  if (name === undefined) return refused('name-required');
  const definition = named(name, toldOver(named(name), told));
  const drafted = entryDraft(unitId, latest, definition);
  return drafted.ok ? accepted({ kind: 'new', changed: [], draft: drafted.value }) : drafted;
}

/** Whoever brings the published list has compared it: what is the same is reconciled by that. */
const isUnprovenOwn = (unitId: number, latest: readonly VersionRow[]): boolean =>
  latest.some(
    (row) => row.owner_id === unitId && !row.reconciled && readStored(row).kind === 'entry',
  );

/** Structures and not texts are compared: a database gives the members of an object in an order of its own. */
const differing = (known: ProcedureDefinition, told: ToldEntry): DefinitionChanges =>
  Object.fromEntries(
    Object.entries(toldOver(known, told)).filter(
      ([name, value]) => !isDeepStrictEqual(value, memberOf(known, name)),
    ),
  );

const memberOf = (known: object, name: string): unknown =>
  Object.hasOwn(known, name) ? (known as Readonly<Record<string, unknown>>)[name] : undefined;

/** Of the row, not of what it says of a procedure. */
const OF_THE_ROW: ReadonlySet<string> = new Set(['code', 'effectiveFrom']);

/** What a row tells, as it would stand in a definition beside what it leaves as it is. */
function toldOver(known: ProcedureDefinition, told: ToldEntry): DefinitionChanges {
  const { limits, steps, onTheSpot, ...rest } = told;
  const facts: DefinitionChanges = Object.fromEntries(
    Object.entries(rest).filter(([name]) => !OF_THE_ROW.has(name)),
  );
  return {
    ...facts,
    limits: limitsOver(known.limits, limits),
    ...(steps !== undefined && { steps: withKeys(steps, known.steps) as typeof known.steps }),
    ...(onTheSpot !== undefined && { onTheSpot: templateOver(known.onTheSpot, onTheSpot) }),
  };
}

const limitsOver = (
  known: ProcedureDefinition['limits'],
  told: ToldEntry['limits'],
): ProcedureDefinition['limits'] =>
  Object.fromEntries(Object.entries({ ...known, ...told }).filter(([, each]) => each !== null));

/** A template that somebody has made is not made anew by saying that there is one. */
const templateOver = (
  known: ProcedureDefinition['onTheSpot'],
  isDone: boolean,
): ProcedureDefinition['onTheSpot'] => (isDone ? (known ?? ON_THE_SPOT) : null);
