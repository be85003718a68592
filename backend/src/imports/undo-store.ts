import { Inject, Injectable } from '@nestjs/common';
import type { ImportUndoQuery, UndoAct, UndoReason } from '#contract/imports';
import type { StateName } from '#domain/dossier';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { ImportKept, ImportRef } from './import-row.ts';

/** What undoing an import means for one dossier. */
export interface UndoLine {
  readonly number: number;
  readonly dossierId: string;
  readonly code: string;
  readonly state: StateName;
  readonly before: number;
  readonly after: number;
  readonly act: UndoAct;
  readonly reason: UndoReason | null;
  /** Whether it has been done; else it is what would be. */
  readonly done: boolean;
}

export interface UndoTally {
  readonly act: UndoAct;
  readonly done: boolean;
  readonly count: number;
}

// Built on by a later list, moved by somebody, waiting for a leader's word, or the primary of a linked case: such
// a dossier is left as it is and named.
const JUDGED = `with brought as materialized (
    select dossier_id, min(number) as number, min(version_before) as before,
      max(version_after) as after, max(stands_at) as stands, max(position) as position,
      sum(version_after - version_before) as moved
    from import_trace where unit_id = $1 and import_id = $2
      and ($3::uuid[] is null or dossier_id = any ($3::uuid[]))
    group by dossier_id
  ), judged as (
    select brought.number, brought.dossier_id, dossier.state, before, after,
      coalesce(dossier.official_code, dossier.code) as code, why.reason, item.act is not null as done,
      coalesce(item.act, case when why.reason is not null then 'keep' when before = 0 then 'annul'
        when after > before then 'void' else 'record' end) as act
    from brought
    join dossier on dossier.unit_id = $1 and dossier.id = brought.dossier_id
    left join import_undo_item as item on item.unit_id = $1 and item.import_id = $2
      and item.dossier_id = brought.dossier_id and item.act <> 'keep'
    left join (select distinct linked_to from dossier
        where unit_id = $1 and linked_to is not null and not annulled) as linked
      on linked.linked_to = brought.dossier_id
    left join (select distinct dossier_id from approval where unit_id = $1 and status = 'open') as asked
      on asked.dossier_id = brought.dossier_id
    cross join lateral (select case when item.act is not null then null
      when exists (select from import_trace as later where later.unit_id = $1
        and later.dossier_id = brought.dossier_id and later.position > brought.position
        and later.import_id <> $2 and not exists (select from import_undo_item as gone
          where gone.unit_id = $1 and gone.import_id = later.import_id
            and gone.dossier_id = later.dossier_id and gone.act <> 'keep')) then 'imported-later'
      when dossier.version <> stands or moved <> after - before or asked.dossier_id is not null
        then 'acted-on'
      when before = 0 and linked.linked_to is not null then 'linked-to' end as reason) as why)`;

const LINES = `${JUDGED} select number, dossier_id as "dossierId", code, state, before, after, act, reason, done
  from judged where number > $4 and ($5::text is null or act = $5) order by number limit $6`;

const TALLY = `${JUDGED} select act, done, count(*)::int as count from judged group by act, done`;

const PENDING = `select dossier_id as id from import_trace as trace
  where unit_id = $1 and import_id = $2 and not exists (select from import_undo_item as item
    where item.unit_id = $1 and item.import_id = $2 and item.dossier_id = trace.dossier_id)
  group by dossier_id having min(number) between $3 and $4 order by min(number) limit $5`;

const HOLD = `select id from dossier where unit_id = $1 and id = any ($2::uuid[]) order by id for update`;

const BEGIN = `insert into import_undo as undo (unit_id, import_id, state, asked_by, asked_at, dossiers)
  select $1, $2, 'running', $3::text::jsonb, $4, count(distinct dossier_id)
  from import_trace where unit_id = $1 and import_id = $2
  on conflict (unit_id, import_id) do update set state = 'running', asked_by = excluded.asked_by,
    asked_at = excluded.asked_at, kept = 0`;

const ASK_AGAIN = `delete from import_undo_item
  where unit_id = $1 and import_id = $2 and act = 'keep'`;

const LOCK = `select asked_by as actor from import_undo
  where unit_id = $1 and import_id = $2 and state = 'running' for update`;

const NOTE = `insert into import_undo_item (unit_id, import_id, dossier_id, act, reason)
  select $1, $2, "dossierId", act, reason
  from jsonb_to_recordset($3::text::jsonb) as told ("dossierId" uuid, act text, reason text)`;

const COUNT = `update import_undo set annulled = annulled + $3, voided = voided + $4,
    recorded = recorded + $5, kept = kept + $6
  where unit_id = $1 and import_id = $2`;

const END = `update import_undo set state = $3
  where unit_id = $1 and import_id = $2 and state = 'running'`;

type Settled = Pick<UndoLine, 'dossierId' | 'act' | 'reason'>;

/** What became, or would become, of each dossier when an import is undone. */
@Injectable()
export class UndoStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  lines(
    { unitId, id }: ImportRef,
    after: number,
    { act, limit }: Pick<ImportUndoQuery, 'act' | 'limit'>,
  ): Promise<readonly UndoLine[]> {
    const parameters = [unitId, id, null, after, act ?? null, limit + 1];
    return this.#tenancy.ask<UndoLine>({ units: [unitId] }, LINES, parameters);
  }

  tally(
    { unitId, id }: ImportRef,
    asking: Pick<Transaction, 'query'> = this.#asking(unitId),
  ): Promise<readonly UndoTally[]> {
    return asking.query<UndoTally>(TALLY, [unitId, id, null]);
  }

  async begin(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    asked: { readonly actor: ImportKept['actor']; readonly at: Instant },
  ): Promise<void> {
    const { actor, at } = asked;
    await transaction.execute(BEGIN, [unitId, id, JSON.stringify(actor), sqlInstant(at)]);
    await transaction.execute(ASK_AGAIN, [unitId, id]);
  }

  /** Who asked for it; undefined where it does not run any more. */
  async lock(
    transaction: Transaction,
    { unitId, id }: ImportRef,
  ): Promise<ImportKept['actor'] | undefined> {
    const rows = await transaction.query<{ actor: ImportKept['actor'] }>(LOCK, [unitId, id]);
    return rows[0]?.actor;
  }

  /** The next dossiers of the range, which nobody else moves until the transaction ends. */
  async next(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    { from, to, limit }: { readonly from: number; readonly to: number; readonly limit: number },
  ): Promise<readonly UndoLine[]> {
    const pending = await transaction.query<{ id: string }>(PENDING, [unitId, id, from, to, limit]);
    const ids = pending.map((row) => row.id);
    if (ids.length === 0) return [];
    await transaction.query(HOLD, [unitId, ids]);
    return transaction.query<UndoLine>(LINES, [unitId, id, ids, 0, null, limit]);
  }

  async settle(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    settled: readonly Settled[],
  ): Promise<void> {
    await transaction.execute(NOTE, [unitId, id, JSON.stringify(settled)]);
    const of = (act: UndoAct): number => settled.filter((line) => line.act === act).length;
    await transaction.execute(COUNT, [
      ...[unitId, id, of('annul'), of('void'), of('record'), of('keep')],
    ]);
  }

  async hasPending(transaction: Transaction, { unitId, id }: ImportRef): Promise<boolean> {
    const most = 2 ** 31 - 1;
    return (await transaction.query(PENDING, [unitId, id, 1, most, 1])).length > 0;
  }

  async end(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    state: 'done' | 'failed',
  ): Promise<void> {
    await transaction.execute(END, [unitId, id, state]);
  }

  #asking(unit: number): Pick<Transaction, 'query'> {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unit] }, sql, parameters) };
  }
}
