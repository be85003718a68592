import { Inject, Injectable } from '@nestjs/common';
import type { ImportFailure, ImportState, ImportWarning } from '#contract/imports';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { ImportKept, ImportRef } from './import-row.ts';

// A key has a name of its own; whoever is gone keeps theirs.
export const nameOf = (id: string): string => `coalesce(
    (select display_name from office_user where office_user.id::text = ${id}),
    (select name from api_key where api_key.id::text = ${id}), ${id})`;

const UNDO = `(select jsonb_build_object('state', undo.state, 'by', ${nameOf("asked_by ->> 'id'")},
    'at', to_char(asked_at at time zone interval '7 hours', 'YYYY-MM-DD"T"HH24:MI:SS"+07:00"'),
    'dossiers', dossiers, 'counts', jsonb_build_object('annul', annulled, 'void', voided,
      'record', recorded, 'keep', kept))
  from import_undo as undo where undo.unit_id = import.unit_id and undo.import_id = import.id)`;

// What was taken over before there were traces cannot be taken back by them.
const UNDOABLE = `state in ('done', 'failed', 'cancelled') and exists (select from import_trace as trace
    where trace.unit_id = import.unit_id and trace.import_id = import.id)
  and not exists (select from import_undo as undo where undo.unit_id = import.unit_id
    and undo.import_id = import.id
    and (undo.state = 'running' or annulled + voided + recorded = dossiers))`;

const KEPT = `${nameOf("import.actor ->> 'id'")} as by, ${UNDOABLE} as undoable, ${UNDO} as undo,
  unit_id as "unitId", id, profile, state, dry_run as "dryRun", asked, actor,
  exported_at as "exportedAt", created_at as "createdAt", changed_at as "changedAt", rows, new, changed,
  unchanged, wrong, done, skipped, differing, warnings, failure`;

const INSERT = `insert into import (unit_id, id, profile, state, dry_run, asked, actor, sha256,
    exported_at, created_at, changed_at)
  values ($1, $2, $3, 'queued', $4, $5, $6, $7, $8, $9, $9)`;

const INSERT_PART = `insert into import_file (unit_id, import_id, number, body)
  values ($1, $2, $3, $4)`;

// The same bytes say what they said when they first came: they were exported before that.
const FIRST_SEEN = `select min(exported_at) as at from import where unit_id = $1 and sha256 = $2`;

const FIND = `select ${KEPT} from import where unit_id = any ($1) and id = $2`;
const LOCK = `select ${KEPT} from import where unit_id = $1 and id = $2 for update`;
const LIST = `select ${KEPT} from import where unit_id = any ($1)
    and (created_at, id) < ($2::timestamptz, $3::uuid)
  order by created_at desc, id desc limit $4`;

const PART = `select body from import_file where unit_id = $1 and import_id = $2 and number = $3`;

const MOVE = `update import set state = $4, changed_at = $5, failure = $6
  where unit_id = $1 and id = $2 and state = any ($3) returning id`;

const NOTE = `update import set warnings = $3, skipped = $4 where unit_id = $1 and id = $2`;

const ERASE_FILE = 'delete from import_file where unit_id = $1 and import_id = $2';

const PART_BYTES = 1024 * 1024;

type NewKept = Pick<
  ImportKept,
  'unitId' | 'id' | 'profile' | 'dryRun' | 'asked' | 'actor' | 'exportedAt'
> & { readonly sha256: Buffer; readonly bytes: Uint8Array; readonly at: Instant };

/** Imports as rows: what was asked, where it stands, and the file as long as it is needed. */
@Injectable()
export class ImportStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Of when the data of these bytes are, where nobody says: of when they were first brought. */
  async firstSeen(
    transaction: Transaction,
    unitId: number,
    sha256: Buffer,
  ): Promise<Instant | null> {
    const [row] = await transaction.query<{ at: Instant | null }>(FIRST_SEEN, [unitId, sha256]);
    return row?.at ?? null;
  }

  async insert(transaction: Transaction, kept: NewKept): Promise<void> {
    const { unitId, id, profile, dryRun, asked, actor, sha256, exportedAt, bytes, at } = kept;
    await transaction.execute(INSERT, [
      ...[unitId, id, profile, dryRun, JSON.stringify(asked), JSON.stringify(actor), sha256],
      ...[sqlInstant(exportedAt), sqlInstant(at)],
    ]);
    for (let number = 0; number * PART_BYTES < bytes.length; number += 1) {
      const part = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(
        number * PART_BYTES,
        (number + 1) * PART_BYTES,
      );
      await transaction.execute(INSERT_PART, [unitId, id, number, part]);
    }
  }

  async find(units: readonly number[], id: string): Promise<ImportKept | undefined> {
    const [row] = await this.#tenancy.ask<ImportKept>({ units }, FIND, [units, id]);
    return row;
  }

  /** The import, which nobody else moves until the transaction ends. */
  async lock(transaction: Transaction, { unitId, id }: ImportRef): Promise<ImportKept | undefined> {
    const [row] = await transaction.query<ImportKept>(LOCK, [unitId, id]);
    return row;
  }

  list(
    units: readonly number[],
    before: { readonly at: string; readonly id: string },
    limit: number,
  ): Promise<readonly ImportKept[]> {
    return this.#tenancy.ask<ImportKept>({ units }, LIST, [units, before.at, before.id, limit]);
  }

  /** The file piece by piece: of a long one no more is held than is read. */
  async *parts({ unitId, id }: ImportRef): AsyncGenerator<Buffer> {
    for (let number = 0; ; number += 1) {
      const asked = [unitId, id, number];
      const [part] = await this.#tenancy.ask<{ body: Buffer }>({ units: [unitId] }, PART, asked);
      if (part === undefined) return;
      yield part.body;
    }
  }

  /** False where it is in none of those states any more. */
  async move(transaction: Transaction, { unitId, id }: ImportRef, step: Step): Promise<boolean> {
    const { from, to, at, failure = null } = step;
    const parameters = [unitId, id, from, to, sqlInstant(at), failure];
    const moved = await transaction.query<object>(MOVE, parameters);
    return moved.length > 0;
  }

  /** What only the whole list tells. */
  async note(
    transaction: Transaction,
    { unitId, id }: ImportRef,
    { warnings, skipped }: Noted,
  ): Promise<void> {
    await transaction.execute(NOTE, [unitId, id, warnings, skipped]);
  }

  async eraseFile(transaction: Transaction, { unitId, id }: ImportRef): Promise<void> {
    await transaction.execute(ERASE_FILE, [unitId, id]);
  }
}

interface Noted {
  readonly warnings: readonly ImportWarning[];
  readonly skipped: number;
}

export interface Step {
  readonly from: readonly ImportState[];
  readonly to: ImportState;
  readonly at: Instant;
  readonly failure?: ImportFailure;
}
