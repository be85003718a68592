import { Inject, Injectable } from '@nestjs/common';
import type { RegisterEntryAnswer } from '#contract/registers';
import type { RegisterEntry, RegisterKind, RegisterValues } from '#domain/register';
import { formatInstant, parseDay, type Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

interface EntryRow {
  readonly unitId: number;
  readonly id: string;
  readonly kind: RegisterKind;
  readonly revision: number;
  readonly day: string;
  readonly values: RegisterValues;
  readonly removed: boolean;
  readonly recordedAt: Instant;
}

/** A revision to be kept. */
export interface NewRevision extends EntryRow {
  readonly by: { readonly kind: string; readonly id: string };
}

export interface Stretch {
  readonly from: string | null;
  readonly to: string | null;
  /** Only what had been entered by then. */
  readonly asOf: Instant | null;
}

export interface Portion {
  readonly before: { readonly day: string; readonly id: string };
  readonly limit: number;
}

/** After every entry of a register read from its end. */
export const BEYOND = { day: '9999-12-31', id: 'ffffffff-ffff-ffff-ffff-ffffffffffff' };

const COLUMNS = `unit_id as "unitId", id, kind, revision, day, entry_values as "values", removed,
  recorded_at as "recordedAt"`;

const LAST = `select distinct on (id) ${COLUMNS} from register_entry`;

/** Of each entry the last revision; those that were struck out are gone. */
const LISTED = `select * from (${LAST} where unit_id = any($1) and kind = any($2)
      and ($5::timestamptz is null or recorded_at <= $5::timestamptz)
    order by id, revision desc) as entry
  where not removed and ($3::date is null or day >= $3::date) and ($4::date is null or day <= $4::date)
    and (day, id) < ($6::date, $7::uuid)
  order by day desc, id desc limit $8`;

/** Everything told by a day, of every kind: a report counts from it what it needs. */
const TOLD = `select * from (${LAST} where unit_id = $1 order by id, revision desc) as entry
  where not removed and day <= $2::date order by day, id`;

/** A row as figures are counted from it. */
export function registerEntry({ id, day: text, values }: EntryRow): RegisterEntry {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`Not a day: ${text}`);
  return { id, day, values };
}

export const entryOf = (row: EntryRow): RegisterEntryAnswer => ({
  ...row,
  recordedAt: formatInstant(row.recordedAt),
});

/** The rows of the registers. */
@Injectable()
export class RegisterStore {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async find(units: readonly number[], id: string): Promise<EntryRow | undefined> {
    const [row] = await this.#tenancy.ask<EntryRow>(
      { units },
      `${LAST} where unit_id = any($1) and id = $2 order by id, revision desc`,
      [units, id],
    );
    return row;
  }

  /** The same for whoever is about to write the next revision: a second one waits for the first. */
  async hold(transaction: Transaction, unitId: number, id: string): Promise<EntryRow | undefined> {
    await transaction.query(
      `select pg_advisory_xact_lock(hashtextextended('register ' || $1 || ' ' || $2, 0))`,
      [String(unitId), id],
    );
    const [row] = await transaction.query<EntryRow>(
      `${LAST} where unit_id = $1 and id = $2 order by id, revision desc`,
      [unitId, id],
    );
    return row;
  }

  list(
    units: readonly number[],
    kinds: readonly RegisterKind[],
    { from, to, asOf, before, limit }: Stretch & Portion,
  ): Promise<readonly EntryRow[]> {
    return this.#tenancy.ask<EntryRow>({ units }, LISTED, [
      ...[units, kinds, from, to, asOf === null ? null : sqlInstant(asOf)],
      ...[before.day, before.id, limit],
    ]);
  }

  /** As of the transaction of whoever asks. */
  told(transaction: Transaction, unitId: number, to: string): Promise<readonly EntryRow[]> {
    return transaction.query<EntryRow>(TOLD, [unitId, to]);
  }

  async add(transaction: Transaction, row: NewRevision): Promise<void> {
    await transaction.execute(
      `insert into register_entry (unit_id, id, revision, kind, day, entry_values, removed,
         recorded_at, recorded_by)
       values ($1, $2, $3, $4, $5, $6::text::jsonb, $7, $8, $9::text::jsonb)`,
      [
        ...[row.unitId, row.id, row.revision, row.kind, row.day, JSON.stringify(row.values)],
        ...[row.removed, sqlInstant(row.recordedAt), JSON.stringify(row.by)],
      ],
    );
  }
}
