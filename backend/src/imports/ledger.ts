import { Inject, Injectable } from '@nestjs/common';
import type { ImportRowsQuery, RowKind } from '#contract/imports';
import type { RowFault } from '#domain/import';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { jsonBytes } from '../platform/database/json-bytes.ts';
import type { ImportRef, PendingRow, RowBody, RowDraft, RowOutcome } from './import-row.ts';

const LAST = `select coalesce(max(number), 0) as number from import_row
  where unit_id = $1 and import_id = $2`;

const ADD = `insert into import_row (unit_id, import_id, number, line, kind, settled, source,
    external_code, official_code, dossier_id, marks, differences, faults)
  select $1, $2, number, line, kind, kind = 'wrong', source, "externalCode", "officialCode",
    "dossierId", marks, differences, faults
  from jsonb_to_recordset($3::text::jsonb) as told (number int, line int, kind text, source text,
    "externalCode" text, "officialCode" text, "dossierId" uuid, marks text[], differences jsonb,
    faults jsonb)`;

const ADD_BODIES = `insert into import_body (unit_id, import_id, number, body)
  select $1, $2, number, body from jsonb_to_recordset($3::text::jsonb) as told (number int, body jsonb)`;

const COUNT = `update import set rows = rows + $3, new = new + $4, changed = changed + $5,
    unchanged = unchanged + $6, wrong = wrong + $7, done = done + $8, differing = differing + $9
  where unit_id = $1 and id = $2`;

const PENDING = `select number, kind, body -> 'told' as told
  from import_row join import_body using (unit_id, import_id, number)
  where unit_id = $1 and import_id = $2 and not settled and number between $3 and $4
  order by number limit $5`;

const HAS_PENDING = `select exists (select from import_row
  where unit_id = $1 and import_id = $2 and not settled) as pending`;

// What it was goes with it: counts are moved by the difference.
const SETTLE = `update import_row as entry set settled = true, kind = told.kind,
    dossier_id = coalesce(told."dossierId", entry.dossier_id), differences = told.differences,
    faults = told.faults
  from jsonb_to_recordset($3::text::jsonb) as told (number int, kind text, "dossierId" uuid,
    differences jsonb, faults jsonb)
  where entry.unit_id = $1 and entry.import_id = $2 and entry.number = told.number`;

const ERASE_BODIES = `delete from import_body
  where unit_id = $1 and import_id = $2 and number = any ($3)`;

const ERASE_ALL = 'delete from import_body where unit_id = $1 and import_id = $2';

const MARK_WRONG = `update import_body set body = $4
  where unit_id = $1 and import_id = $2 and number = $3`;

const ROWS = `select number, line, kind, settled, source, external_code as "externalCode",
    official_code as "officialCode", dossier_id as "dossierId", marks, differences, faults, body
  from import_row left join import_body using (unit_id, import_id, number)
  where unit_id = $1 and import_id = $2 and number > $3
    and ($4::text is null or kind = $4) and (not $5 or differences <> '[]')
  order by number limit $6`;

/** A row of the ledger as it is shown. */
export interface LedgerRow {
  readonly number: number;
  readonly line: number;
  readonly kind: RowKind;
  readonly settled: boolean;
  readonly source: string | null;
  readonly externalCode: string | null;
  readonly officialCode: string | null;
  readonly dossierId: string | null;
  readonly marks: readonly string[];
  readonly differences: RowOutcome['differences'];
  readonly faults: readonly Pick<RowFault, 'column' | 'code'>[];
  readonly body: RowBody | null;
}

export interface Settled extends RowOutcome {
  readonly number: number;
  readonly was: RowKind;
}

/** What became of every row: written in the same transaction as the events it led to. */
@Injectable()
export class Ledger {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async last(transaction: Transaction, { unitId, id }: ImportRef): Promise<number> {
    const [row] = await transaction.query<{ number: number }>(LAST, [unitId, id]);
    return row?.number ?? 0;
  }

  async add(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    drafts: readonly RowDraft[],
  ): Promise<void> {
    const entries = await jsonBytes(drafts);
    // Each statement takes of the drafts what is its own.
    await transaction.execute(ADD, [unitId, id, entries]);
    await transaction.execute(ADD_BODIES, [unitId, id, entries]);
    const wrong = ofKind(drafts, 'wrong');
    await transaction.execute(COUNT, [
      ...[unitId, id, drafts.length, ofKind(drafts, 'new'), ofKind(drafts, 'changed')],
      ...[ofKind(drafts, 'unchanged'), wrong, wrong, differing(drafts)],
    ]);
  }

  pending(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    { from, to, limit }: { readonly from: number; readonly to: number; readonly limit: number },
  ): Promise<readonly PendingRow[]> {
    return transaction.query<PendingRow>(PENDING, [unitId, id, from, to, limit]);
  }

  async hasPending(transaction: Transaction, { unitId, id }: ImportRef): Promise<boolean> {
    const [row] = await transaction.query<{ pending: boolean }>(HAS_PENDING, [unitId, id]);
    return row?.pending ?? false;
  }

  async settle(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    settled: readonly Settled[],
  ): Promise<void> {
    await transaction.execute(SETTLE, [unitId, id, await jsonBytes(settled)]);
    const kept = settled.filter(({ kind }) => kind === 'wrong');
    for (const { number, faults } of kept) {
      const body: RowBody = { faults };
      await transaction.execute(MARK_WRONG, [unitId, id, number, JSON.stringify(body)]);
    }
    const gone = settled.filter((row) => !kept.includes(row)).map(({ number }) => number);
    await transaction.execute(ERASE_BODIES, [unitId, id, gone]);
    await transaction.execute(COUNT, [
      ...[unitId, id, 0, moved(settled, 'new'), moved(settled, 'changed')],
      ...[moved(settled, 'unchanged'), moved(settled, 'wrong'), settled.length, 0],
    ]);
  }

  async eraseBodies(transaction: Transaction, { unitId, id }: ImportRef): Promise<void> {
    await transaction.execute(ERASE_ALL, [unitId, id]);
  }

  list(
    { unitId, id }: ImportRef,
    after: number,
    { kind, differing: only = false, limit }: Omit<ImportRowsQuery, 'cursor'>,
  ): Promise<readonly LedgerRow[]> {
    const parameters = [unitId, id, after, kind ?? null, only, limit + 1];
    return this.#tenancy.ask<LedgerRow>({ units: [unitId] }, ROWS, parameters);
  }
}

const ofKind = (rows: readonly Pick<RowOutcome, 'kind'>[], kind: RowKind): number =>
  rows.filter((row) => row.kind === kind).length;

const differing = (rows: readonly RowOutcome[]): number =>
  rows.filter(({ differences }) => differences.length > 0).length;

const moved = (rows: readonly Settled[], kind: RowKind): number =>
  ofKind(rows, kind) - rows.filter(({ was }) => was === kind).length;
