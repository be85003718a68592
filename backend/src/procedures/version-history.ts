import type { ProcedureVersion } from '#contract/procedures';
import { formatInstant, instant } from '#domain/working-time';
import { readStored, type VersionRow } from './catalogued.ts';
import type { MadeRow } from './procedure-store.ts';

/** Nobody decided these: they came with the product, or with a list that named an unknown code. */
const BROUGHT: ReadonlySet<string> = new Set(['starter-catalogue', 'unknown-code']);

/** Every version of a procedure as people read it, and which of them hold today. */
export function historyOf(
  unitId: number,
  made: readonly MadeRow[],
  inForce: readonly VersionRow[],
): readonly ProcedureVersion[] {
  return made.map((row) => {
    const stored = readStored(row);
    return {
      ...{ number: row.version, layer: stored.kind, isOwn: row.owner_id === unitId },
      effectiveFrom: row.effective_from,
      madeAt: formatInstant(instant(row.created_at)),
      madeBy: BROUGHT.has(row.created_by) ? null : row.created_by,
      inForce: inForce.some(
        ({ owner_id: owner, version }) => owner === row.owner_id && version === row.version,
      ),
      said: stored.kind === 'entry' ? stored.definition : stored.changes,
    };
  });
}
