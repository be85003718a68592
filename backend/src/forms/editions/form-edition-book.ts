import { Inject, Injectable } from '@nestjs/common';
import { STANDARD_EDITION, type FormEdition, type FormSheet } from '#domain/form';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { Facts } from '../layout/template.ts';

/** A version of how a unit words a sheet. */
export interface EditionKept {
  readonly sheet: FormSheet;
  readonly version: number;
  readonly wording: FormEdition;
  readonly setAt: Instant;
  readonly setBy: string;
  readonly reason: string | null;
}

/** More versions than anybody reads. */
const MOST = 20;

const COLUMNS = `sheet, version, wording, set_at as "setAt", set_by as "setBy", reason`;

const ALL = `select * from (select ${COLUMNS},
    row_number() over (partition by sheet order by version desc) as place
  from form_edition where unit_id = $1) as kept
  where place <= $2 order by sheet, version desc`;

const LATEST = `select ${COLUMNS} from form_edition where unit_id = $1 and sheet = $2
  order by version desc limit 1`;

const ONE = `select ${COLUMNS} from form_edition
  where unit_id = $1 and sheet = $2 and version = $3`;

/** How units word their forms, as it was at any printing. */
@Injectable()
export class FormEditionBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  all(unitId: number): Promise<readonly EditionKept[]> {
    return this.#tenancy.ask<EditionKept>({ units: [unitId] }, ALL, [unitId, MOST]);
  }

  async latest(
    unitId: number,
    sheet: FormSheet,
    asking: Pick<Transaction, 'query'> = this.#asking(unitId),
  ): Promise<EditionKept | undefined> {
    const [kept] = await asking.query<EditionKept>(LATEST, [unitId, sheet]);
    return kept;
  }

  /** As it was under this version; 0 is the standard. */
  async at(unitId: number, sheet: FormSheet, version: number): Promise<FormEdition> {
    if (version === 0) return STANDARD_EDITION;
    const [kept] = await this.#asking(unitId).query<EditionKept>(ONE, [unitId, sheet, version]);
    if (kept === undefined) throw new Error('A form was numbered under an edition nobody kept');
    return kept.wording;
  }

  #asking(unitId: number): Pick<Transaction, 'query'> {
    return { query: (sql, parameters) => this.#tenancy.ask({ units: [unitId] }, sql, parameters) };
  }
}

const HEAD_FACTS = ['authority', 'centre', 'place'] as const;

/** The head of the unit written over what its name gives. */
export const headed = ({ texts, tables }: Facts, head: FormEdition): Facts => {
  const own = HEAD_FACTS.flatMap((key) => {
    const text = head.texts[key];
    return text === undefined ? [] : [[`unit.${key}`, text] as const];
  });
  return { texts: { ...texts, ...Object.fromEntries(own) }, tables };
};
