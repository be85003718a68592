import { Inject, Injectable } from '@nestjs/common';
import type { FindingsQuery, NewExplanation } from '#contract/reconciliations';
import { formatInstant, type Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type {
  FindingDraft,
  FindingRow,
  ReconciliationRef,
  ReconciliationRow,
} from './reconciliation-row.ts';

// A key has a name of its own; whoever is gone keeps theirs.
export const nameOf = (id: string): string => `coalesce(
    (select display_name from office_user where office_user.id::text = ${id}),
    (select name from api_key where api_key.id::text = ${id}), ${id})`;

const RECONCILIATION = `unit_id as "unitId", id, source, to_char(from_day, 'YYYY-MM-DD') as "from",
    to_char(to_day, 'YYYY-MM-DD') as "to", import_id as "importId", made_at as "madeAt",
    ${nameOf('made_by')} as "madeBy", position, ours, cells,
    (select coalesce(jsonb_object_agg(kind, times), '{}') from (select kind, count(*) as times
      from reconciliation_finding as finding where finding.unit_id = made.unit_id
        and finding.reconciliation_id = made.id group by kind) as counted) as findings,
    (select count(distinct number)::int from reconciliation_explanation as told
      where told.unit_id = made.unit_id and told.reconciliation_id = made.id) as explained
  from reconciliation as made`;

const FIND = `select ${RECONCILIATION} where unit_id = any ($1) and id = $2`;

const LIST = `select ${RECONCILIATION} where unit_id = any ($1)
    and ($2::text is null or source = $2) and (made_at, id) < ($3::timestamptz, $4::uuid)
  order by made_at desc, id desc limit $5`;

const FINDINGS = `select finding.number, kind, finding.external_code as "externalCode", line,
    finding.dossier_id as "dossierId", dossier.code as "dossierCode", row_key as row,
    column_key as column, causes, finding.declared_due_at as "declaredDueAt",
    finding.due_at as "dueAt", finding.finished_at as "finishedAt", told.cause, told.note,
    ${nameOf('told.owner_id::text')} as owner, told.owner_id as "ownerId",
    ${nameOf('told.explained_by')} as "explainedBy",
    told.explained_at as "explainedAt"
  from reconciliation_finding as finding
  left join dossier on dossier.unit_id = finding.unit_id and dossier.id = finding.dossier_id
  left join lateral (select * from reconciliation_explanation as said
    where said.unit_id = finding.unit_id and said.reconciliation_id = finding.reconciliation_id
      and said.number = finding.number order by nth desc limit 1) as told on true
  where finding.unit_id = $1 and finding.reconciliation_id = $2 and finding.number > $3
    and ($4::text is null or kind = $4) and ($5::int is null or finding.number = $5)
  order by finding.number limit $6`;

const ADD = `insert into reconciliation (unit_id, id, source, from_day, to_day, import_id, made_at,
    made_by, position, ours, cells)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`;

const ADD_FINDINGS = `insert into reconciliation_finding (unit_id, reconciliation_id, number, kind,
    external_code, line, dossier_id, row_key, column_key, causes, declared_due_at, due_at, finished_at)
  select $1, $2, number, kind, "externalCode", line, "dossierId", row, "column", causes,
    "declaredDueAt", "dueAt", "finishedAt"
  from jsonb_to_recordset($3::text::jsonb) as found (number int, kind text, "externalCode" text,
    line int, "dossierId" uuid, row text, "column" text, causes text[],
    "declaredDueAt" timestamptz, "dueAt" timestamptz, "finishedAt" timestamptz)`;

// Two who explain the same at once: the lock on the finding's reconciliation lets one say it after the other.
const LOCK = `select pg_advisory_xact_lock(hashtextextended('reconciliation ' || $1, 0))`;

const EXPLAIN = `insert into reconciliation_explanation (unit_id, reconciliation_id, number, nth, cause,
    note, owner_id, explained_by, explained_at)
  select $1, $2, $3, (select count(*)::int + 1 from reconciliation_explanation as said
      where said.unit_id = $1 and said.reconciliation_id = $2 and said.number = $3),
    $4, $5, $6, $7, $8`;

export type NewReconciliationRow = Omit<ReconciliationRow, 'findings' | 'explained'>;

export interface Said extends NewExplanation {
  readonly by: string;
  readonly at: Instant;
}

const orNull = (at: Instant | null): string | null => (at === null ? null : formatInstant(at));

/** Reconciliations as they were made: added to, never changed. */
@Injectable()
export class ReconciliationStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(units: readonly number[], id: string): Promise<ReconciliationRow | undefined> {
    const [row] = await this.#tenancy.ask<ReconciliationRow>({ units }, FIND, [units, id]);
    return row;
  }

  list(
    units: readonly number[],
    source: string | undefined,
    before: { readonly at: string; readonly id: string; readonly limit: number },
  ): Promise<readonly ReconciliationRow[]> {
    const values = [units, source ?? null, before.at, before.id, before.limit];
    return this.#tenancy.ask<ReconciliationRow>({ units }, LIST, values);
  }

  findings(
    { unitId, id }: ReconciliationRef,
    { kind, limit }: Pick<FindingsQuery, 'kind' | 'limit'>,
    place: { readonly after: number; readonly only?: number },
  ): Promise<readonly FindingRow[]> {
    const values = [unitId, id, place.after, kind ?? null, place.only ?? null, limit];
    return this.#tenancy.ask<FindingRow>({ units: [unitId] }, FINDINGS, values);
  }

  async add(
    transaction: Transaction,
    made: NewReconciliationRow,
    findings: readonly FindingDraft[],
  ): Promise<void> {
    const { unitId, id, source, from, to, importId, madeAt, madeBy, position, ours } = made;
    await transaction.execute(ADD, [
      ...[unitId, id, source, from, to, importId, sqlInstant(madeAt), madeBy, position, ours],
      JSON.stringify(made.cells),
    ]);
    const rows = findings.map((found, index) => ({
      ...{ ...found, number: index + 1, declaredDueAt: orNull(found.declaredDueAt) },
      ...{ dueAt: orNull(found.dueAt), finishedAt: orNull(found.finishedAt) },
    }));
    await transaction.execute(ADD_FINDINGS, [unitId, id, JSON.stringify(rows)]);
  }

  async explain(
    transaction: Transaction,
    { unitId, id }: ReconciliationRef,
    number: number,
    { cause, note, ownerId, by, at }: Said,
  ): Promise<void> {
    await transaction.query(LOCK, [id]);
    const values = [unitId, id, number, cause, note ?? null, ownerId ?? null, by, sqlInstant(at)];
    await transaction.execute(EXPLAIN, values);
  }
}
