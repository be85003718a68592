import type { Intake, SourceRecord } from './intake.ts';
import type { DossierState } from './state.ts';

/**
 * The source whose events and due moment are the dossier's: the first in the unit's own list that knows it,
 * else the first that ever did. What the others say stays in their records.
 */
export function primarySource(
  records: readonly SourceRecord[],
  unitOrder: readonly string[],
): SourceRecord | undefined {
  const listed = unitOrder.flatMap((source) =>
    records.filter((record) => record.source === source),
  );
  return listed[0] ?? records[0];
}

/**
 * Whether a source that has just told of the dossier becomes its primary one. A finished dossier keeps its own:
 * its figures are reported under it.
 */
export function becomesPrimary(
  told: SourceRecord,
  { intake, finishedAt, annulled }: Pick<DossierState, 'intake' | 'finishedAt' | 'annulled'>,
  unitOrder: readonly string[],
): boolean {
  if (finishedAt !== null || annulled) return false;
  return primarySource([...intake.sources, told], unitOrder) === told;
}

/** What is shown and printed as *Mã hồ sơ*: the official code when one is known, else our own. */
export const displayedCode = (intake: Pick<Intake, 'code' | 'officialCode'>): string =>
  intake.officialCode ?? intake.code;
