import { randomUUID } from 'node:crypto';
import { listMappingSchema } from '#contract/imports';
import { mappingFaults, type ListMapping } from '#domain/import';
import type { Instant } from '#domain/working-time';
import type { AuditBook } from '../audit/index.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { Ask } from '../platform/idempotency/ask.ts';
import { ProblemError } from '../platform/problem/problem-error.ts';

interface Saying {
  readonly transaction: Transaction;
  readonly unitId: number;
  readonly ask: Ask;
  readonly now: Instant;
  readonly audit: AuditBook;
}

interface NextVersion extends ListMapping {
  readonly source: string;
  readonly name: string;
  readonly retired: boolean;
  readonly act: string;
}

// Two who save at once wait for each other at the unique key: the second is told to look again.
const INSERT = `insert into import_mapping (unit_id, id, source, name, version, meaning, actor, created_at, retired)
  select $1, $2, $3, $4, coalesce(max(version), 0) + 1, $5::text::jsonb, $6::text::jsonb, $7, $8
  from import_mapping where unit_id = $1 and source = $3 and name = $4`;

/** What would make every row of such a list wrong is refused when it is said. */
export function checkMeaning(meaning: ListMapping): void {
  const faults = mappingFaults(meaning);
  if (faults.length === 0) return;
  const isTwice = faults.some(({ code }) => code === 'column-given-twice');
  throw new ProblemError(isTwice ? 'column-given-twice' : 'mapping-value-unknown', {}, faults);
}

/** Says it anew: what was said before stays as it was, for the lists that were read by it. */
export async function addVersion(
  { transaction, unitId, ask: { actor, from }, now, audit }: Saying,
  { source, name, retired, act, columns, values, rules }: NextVersion,
): Promise<string> {
  const id = randomUUID();
  const meaning = JSON.stringify(listMappingSchema.parse({ columns, values, rules }));
  const by = JSON.stringify({ kind: actor.kind, id: actor.id });
  await transaction.execute(INSERT, [
    ...[unitId, id, source, name, meaning, by, sqlInstant(now), retired],
  ]);
  const subject = { type: 'import-mapping', id };
  await audit.write(transaction, { unitId, actor, subject, from, act, facts: { source } });
  return id;
}
