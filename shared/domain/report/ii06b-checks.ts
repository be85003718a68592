import type { Members, Sized, Table } from './cells.ts';
import { checkColumnSum, checkIdentity, type Check, type Identity } from './check.ts';
import { II06B_COLUMNS, type Ii06bColumn } from './ii06b-columns.ts';

/** The sums printed in the head of the form; they hold in every row and in the total, in both layouts. */
const IDENTITIES: readonly Identity<Ii06bColumn>[] = [
  {
    id: '(3)=(4)+(5)+(6)',
    whole: ['total'],
    parts: ['onlineInPeriod', 'directOrPostInPeriod', 'carriedOver'],
  },
  {
    id: '(7)=(8)+(9)+(10)+(11)+(12)',
    whole: ['resolved'],
    parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate', 'rejected', 'withdrawn'],
  },
  {
    id: '(13)=(14)+(15)+(16)',
    whole: ['pending'],
    parts: ['pendingInTime', 'pendingLate', 'pendingSupplement'],
  },
  { id: '(3)=(7)+(13)', whole: ['total'], parts: ['resolved', 'pending'] },
];

/**
 * Every identity of II.06b with its two sides.
 *
 * @example ii06bChecks(report).every((check) => check.ok) // true, or the report is not to be issued
 */
export function ii06bChecks(table: Table<Ii06bColumn, Sized>): readonly Check[] {
  return [
    ...IDENTITIES.map((identity) => checkIdentity(table, identity)),
    ...II06B_COLUMNS.map((column) => checkColumnSum(table, column)),
  ];
}

/** The check of two adjoining periods, naming the dossiers on which they disagree. */
export interface CarryOverCheck extends Check {
  readonly missing: Members;
  readonly added: Members;
}

/**
 * (13) of an issued period against (6) of the next: who was left open then must be carried over now. The
 * dossiers that differ (a correction told afterwards, an annulled one) are named.
 *
 * @example checkCarryOver(december.pending, january.carriedOver).ok // true for 14/01/2026 | 15/01/2026
 */
export function checkCarryOver(pendingThen: Members, carriedOver: Members): CarryOverCheck {
  const [then, now] = [new Set(pendingThen), new Set(carriedOver)];
  const missing = [...then].filter((id) => !now.has(id));
  const added = [...now].filter((id) => !then.has(id));
  return {
    id: '(13)=next(6)',
    ok: missing.length === 0 && added.length === 0,
    left: then.size,
    right: now.size,
    failingRows: [],
    missing,
    added,
  };
}
