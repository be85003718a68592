import type { Finding, FindingKind, Reconciliation } from '#contract/reconciliations';
import { tellInstant } from '#contract/time';
import type { Cause } from '#domain/reconciliation';
import type { Ii06bColumn } from '#domain/report';
import { formatInstant, type Instant } from '#domain/working-time';

export interface ReconciliationRef {
  readonly unitId: number;
  readonly id: string;
}

/** What was found, as it is kept: codes and moments, nobody's name. */
export interface FindingDraft {
  readonly kind: FindingKind;
  readonly externalCode: string;
  readonly line: number | null;
  readonly dossierId: string | null;
  readonly row: string | null;
  readonly column: Ii06bColumn | null;
  readonly causes: readonly Cause[];
  readonly declaredDueAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly finishedAt: Instant | null;
}

export interface ReconciliationRow extends ReconciliationRef {
  readonly source: string;
  readonly from: string;
  readonly to: string;
  readonly importId: string | null;
  readonly madeAt: Instant;
  readonly madeBy: string;
  readonly position: number;
  readonly ours: number;
  readonly cells: Reconciliation['cells'];
  readonly findings: Readonly<Partial<Record<FindingKind, number>>>;
  readonly explained: number;
}

export interface FindingRow extends FindingDraft {
  readonly number: number;
  readonly dossierCode: string | null;
  readonly cause: Cause | null;
  readonly note: string | null;
  readonly owner: string | null;
  readonly ownerId: string | null;
  readonly explainedBy: string | null;
  readonly explainedAt: Instant | null;
}

const NONE = {
  ...{ onlyThere: 0, onlyHere: 0, otherwise: 0 },
  ...{ candidate: 0, lateThere: 0, lateHere: 0 },
} as const satisfies Record<FindingKind, number>;

/** Nobody can be sure of a candidate: what it may explain stays unexplained until a person says so. */
export function reconciliationAnswer({ explained, ...row }: ReconciliationRow): Reconciliation {
  const findings = { ...NONE, ...row.findings };
  const found = Object.values(findings).reduce((sum, count) => sum + count, 0);
  const differs = row.cells.some(({ declared, ours }) => declared !== ours);
  return {
    ...row,
    madeAt: formatInstant(row.madeAt),
    findings,
    unexplained: found - explained,
    agrees: found === 0 && !differs,
  };
}

export const findingAnswer = ({
  cause,
  note,
  owner,
  ownerId,
  explainedBy,
  explainedAt,
  ...row
}: FindingRow): Finding => ({
  ...row,
  certain: row.kind !== 'candidate',
  causes: [...row.causes],
  declaredDueAt: tellInstant(row.declaredDueAt),
  dueAt: tellInstant(row.dueAt),
  finishedAt: tellInstant(row.finishedAt),
  explained:
    cause === null || explainedBy === null || explainedAt === null
      ? null
      : { cause, note, owner, ownerId, by: explainedBy, at: formatInstant(explainedAt) },
});
