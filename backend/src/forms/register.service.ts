import { Injectable } from '@nestjs/common';
import type { DossierForm } from '#domain/dossier';
import { dayOf, formatDay, type Instant } from '#domain/working-time';
import type { Transaction } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

export interface Entry {
  readonly form: DossierForm;
  readonly year: number;
  readonly number: number;
  readonly version: number;
  readonly numberedAt: Instant;
  /** How the unit worded the form, and the head of all forms, when the number was drawn. */
  readonly edition: number;
  readonly headEdition: number;
}

/** The printing that asks for a number. */
export interface Wanted {
  readonly unitId: number;
  readonly dossierId: string;
  readonly form: DossierForm;
  readonly version: number;
  readonly at: Instant;
  readonly by: string;
}

const COLUMNS = `form, year, number, event_version as version, numbered_at as "numberedAt", edition,
  head_edition as "headEdition"`;

const latestOf = (sheet: string): string =>
  `coalesce((select max(version) from form_edition where unit_id = $1 and sheet = ${sheet}), 0)`;

// The counter's row is locked first: two printings of one form wait for each other, and the second finds the
// number the first drew.
const LOCK = `insert into form_counter (unit_id, form, year, last) values ($1, $2, $3, 0)
  on conflict (unit_id, form, year) do update set last = form_counter.last`;

const DRAWN = `select ${COLUMNS} from form_register
  where unit_id = $1 and dossier_id = $2 and form = $3 and event_version = $4`;

const DRAW = `with drawn as (
    update form_counter set last = last + 1 where unit_id = $1 and form = $2 and year = $3
    returning last)
  insert into form_register (unit_id, form, year, number, dossier_id, event_version, numbered_at, numbered_by,
      edition, head_edition)
    select $1, $2, $3, last, $4, $5, $6, $7, ${latestOf('$2')}, ${latestOf("'head'")} from drawn
  returning ${COLUMNS}`;

/** Numbers of forms: by unit, form and year, from 1, none left out, none given twice. */
@Injectable()
export class FormRegister {
  /** The number a form stands under; drawn when it is asked for the first time. */
  async number(transaction: Transaction, wanted: Wanted): Promise<Entry> {
    const { unitId, dossierId, form, version, at, by } = wanted;
    const year = Number(formatDay(dayOf(at)).slice(0, 4));
    await transaction.execute(LOCK, [unitId, form, year]);
    const [drawn] = await transaction.query<Entry>(DRAWN, [unitId, dossierId, form, version]);
    if (drawn !== undefined) return drawn;
    const [entry] = await transaction.query<Entry>(DRAW, [
      ...[unitId, form, year, dossierId, version, sqlInstant(at), by],
    ]);
    if (entry === undefined) throw new Error('A register gave no number');
    return entry;
  }

  numbersOf(
    transaction: Transaction,
    unitId: number,
    dossierId: string,
  ): Promise<readonly Entry[]> {
    return transaction.query<Entry>(
      `select ${COLUMNS} from form_register where unit_id = $1 and dossier_id = $2`,
      [unitId, dossierId],
    );
  }
}
