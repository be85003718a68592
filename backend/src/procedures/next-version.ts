import type { ProcedureDefinition } from '#contract/procedures';
import { accepted, refused, type Result } from '#domain/kernel';
import { readStored, type Stored, type VersionRow } from './catalogued.ts';
import { checkDefinition, type DefinitionRefusal } from './check-definition.ts';
import type { DefinitionChanges } from './definition.ts';

/** A version about to be added, and what the procedure will be by it. */
export interface Draft {
  readonly version: number;
  readonly stored: Stored;
  readonly definition: ProcedureDefinition;
}

export type DraftRefusal = 'procedure-exists' | 'not-found' | DefinitionRefusal;

/** The last version of the unit's own and the city's entry, where there is one. */
interface Latest {
  readonly own?: {
    readonly version: number;
    readonly reconciled: boolean;
    readonly stored: Stored;
  };
  readonly upper?: ProcedureDefinition;
}

function latestOf(unitId: number, rows: readonly VersionRow[]): Latest {
  const latest: { -readonly [Member in keyof Latest]: Latest[Member] } = {};
  for (const row of rows) {
    const stored = readStored(row);
    const { owner_id: owner, version, reconciled } = row;
    if (owner === unitId) latest.own = { version, reconciled, stored };
    else if (stored.kind === 'entry') latest.upper = stored.definition;
  }
  return latest;
}

/** A procedure entered by hand: new to the catalogue, or one that nobody had reconciled. */
export function entryDraft(
  unitId: number,
  latest: readonly VersionRow[],
  definition: ProcedureDefinition,
): Result<Draft, DraftRefusal> {
  const { own, upper } = latestOf(unitId, latest);
  const taken = own === undefined ? upper !== undefined : own.reconciled;
  if (taken) return refused('procedure-exists');
  const version = (own?.version ?? 0) + 1;
  return checked({ version, stored: { kind: 'entry', definition }, definition });
}

/** Changes of an entry of the unit's own; over one of the city's, an overlay. */
export function changedDraft(
  unitId: number,
  latest: readonly VersionRow[],
  changes: DefinitionChanges,
): Result<Draft, DraftRefusal> {
  const { own, upper } = latestOf(unitId, latest);
  const version = (own?.version ?? 0) + 1;
  if (own?.stored.kind === 'entry') {
    const definition = { ...own.stored.definition, ...changes };
    return checked({ version, stored: { kind: 'entry', definition }, definition });
  }
  if (upper === undefined) return refused('not-found');
  const laidOver = { ...own?.stored.changes, ...changes };
  const stored = { kind: 'overlay', changes: laidOver } as const;
  return checked({ version, stored, definition: { ...upper, ...laidOver } });
}

function checked(draft: Draft): Result<Draft, DefinitionRefusal> {
  const countable = checkDefinition(draft.definition);
  return countable.ok ? accepted(draft) : countable;
}
