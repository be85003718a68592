import { randomUUID } from 'node:crypto';
import { OPEN_STATES } from '#domain/dossier';
import { AuditBook } from '../../audit/index.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { findPlace, refuseConflicts } from '../absences/absence-rules.ts';

/** Longer than any dossier should lie: by then the leaders have given each to somebody. */
const STANDS_IN_MS = 365 * 86_400_000;

export interface Leaving {
  readonly userId: string;
  readonly handOnTo: string;
  readonly units: readonly number[];
  readonly now: number;
}

const faultAt = [{ path: 'handOnTo', code: 'unknown-value' as const }];

/** Those of the units in which somebody holds open dossiers. */
const holdingUnits = async (
  transaction: Transaction,
  { userId, units }: Leaving,
): Promise<readonly number[]> => {
  const rows = await transaction.query<{ readonly unitId: number }>(
    `select distinct unit_id as "unitId" from dossier
     where unit_id = any($1) and holder_user = $2 and state = any($3) order by unit_id`,
    [units, userId, OPEN_STATES],
  );
  return rows.map(({ unitId }) => unitId);
};

/** What was planned for whoever leaves is overtaken: nobody is away twice. */
const endPlanned = async (
  transaction: Transaction,
  unitId: number,
  [userId, now]: readonly [userId: string, now: string],
): Promise<void> => {
  const own = 'unit_id = $1 and user_id = $2';
  await transaction.execute(`delete from absence where ${own} and from_at >= $3`, [
    unitId,
    userId,
    now,
  ]);
  await transaction.execute(
    `update absence set until_at = $3 where ${own} and from_at < $3 and $3 < until_at`,
    [unitId, userId, now],
  );
};

const standIn = async (
  transaction: Transaction,
  { userId, handOnTo, unitId, now, ask }: Leaving & { unitId: number; ask: Ask },
): Promise<string> => {
  const [from, to] = [sqlInstant(now), sqlInstant(now + STANDS_IN_MS)];
  if ((await findPlace(transaction, unitId, [handOnTo, from])) === undefined) {
    throw new ProblemError('unknown-substitute', {}, faultAt);
  }
  await endPlanned(transaction, unitId, [userId, from]);
  await refuseConflicts(transaction, { unitId, userId, substituteId: handOnTo, from, to });
  const id = randomUUID();
  await transaction.execute(
    `insert into absence (unit_id, id, user_id, substitute_id, from_at, until_at, set_by)
     values ($1, $2, $3, $4, $5, $6, $7)`,
    [unitId, id, userId, handOnTo, from, to, ask.actor.id],
  );
  return id;
};

/**
 * The open work of whoever leaves goes on in the hands of a colleague, who stands in from that moment: an
 * administrator has no dossier commands, and giving each dossier to somebody stays the leaders' (ADR 0620).
 */
export const handOn = async (
  transaction: Transaction,
  leaving: Leaving,
  { audit, ask }: { readonly audit: AuditBook; readonly ask: Ask },
): Promise<void> => {
  const { userId, handOnTo, now } = leaving;
  if (handOnTo === userId) throw new ProblemError('substitute-is-self', {}, faultAt);
  for (const unitId of await holdingUnits(transaction, leaving)) {
    const id = await standIn(transaction, { ...leaving, unitId, ask });
    const facts = { after: { userId, substituteId: handOnTo, from: sqlInstant(now) } };
    const subject = { type: 'absence', id };
    const { actor, from } = ask;
    await audit.write(transaction, { unitId, actor, act: 'absence.added', subject, facts, from });
  }
};
