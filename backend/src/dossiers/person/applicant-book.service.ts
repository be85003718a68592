import { Inject, Injectable } from '@nestjs/common';
import { maskedFields } from '#contract/dossiers';
import type { Instant } from '#domain/working-time';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { applicantRow } from '../store/append-request.ts';
import type { Applicant } from '../store/append.ts';
import { nameWords } from '../store/search-words.ts';
import type { ApplicantRow } from './applicant-row.ts';

const KNOWN = `select dossier_id as "dossierId", kind, name, phone, id_number as "idNumber",
    tax_code as "taxCode", address, email, on_behalf_of as "onBehalfOf"
  from applicant where unit_id = $1 and dossier_id = any ($2::uuid[])`;

const PUT = `insert into applicant
  select $1, dossier_id, kind, name, name_plain, phone, id_number, tax_code, address, email,
    on_behalf_of, phone_hash, id_hash
  from jsonb_populate_recordset(null::applicant, $2::text::jsonb)
  on conflict (unit_id, dossier_id) do update set kind = excluded.kind, name = excluded.name,
    name_plain = excluded.name_plain, phone = excluded.phone, id_number = excluded.id_number,
    tax_code = excluded.tax_code, address = excluded.address, email = excluded.email,
    on_behalf_of = excluded.on_behalf_of, phone_hash = excluded.phone_hash,
    id_hash = excluded.id_hash`;

const FORGET = `delete from search_word as known
  using jsonb_to_recordset($2::text::jsonb) as told (dossier_id uuid, gone jsonb)
  where known.unit_id = $1 and known.dossier_id = told.dossier_id and told.gone ? known.word`;

const FIND_BY = `insert into search_word (unit_id, word, dossier_id)
  select $1, word, dossier_id
  from jsonb_to_recordset($2::text::jsonb) as told (dossier_id uuid, words jsonb)
  cross join jsonb_array_elements_text(words) as word
  on conflict do nothing`;

// Names of members only: the audit knows no persons.
const AUDIT = `insert into audit (unit_id, office_at, actor, act, outcome, subject_type, subject_id, facts)
  select $1, $3, $4::text::jsonb, 'applicant.imported', 'done', 'dossier', dossier_id,
    jsonb_build_object('importId', $5::text, 'fields', fields)
  from jsonb_to_recordset($2::text::jsonb) as told (dossier_id uuid, fields jsonb)`;

const FEED = `insert into feed (unit_id, op, type, id, at)
  select $1, 'changed', 'dossier', dossier_id, $3
  from jsonb_to_recordset($2::text::jsonb) as told (dossier_id uuid)`;

/** Who handed a dossier in, told otherwise than it stood here. */
export interface ApplicantChange {
  readonly dossierId: string;
  readonly before: ApplicantRow | undefined;
  readonly after: Applicant;
}

/** Told by which import, and when by the clock of the office. */
export interface ApplicantTelling {
  readonly changes: readonly ApplicantChange[];
  readonly actor: { readonly kind: string; readonly id: string };
  readonly importId: string;
  readonly at: Instant;
}

/** Persons of many dossiers at once: as they stand, and as their source tells them now. */
@Injectable()
export class ApplicantBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  async read(
    unitId: number,
    dossierIds: readonly string[],
  ): Promise<ReadonlyMap<string, ApplicantRow>> {
    if (dossierIds.length === 0) return new Map();
    const rows = await this.#tenancy.ask<ApplicantRow & { readonly dossierId: string }>(
      { units: [unitId] },
      KNOWN,
      [unitId, dossierIds],
    );
    return new Map(rows.map(({ dossierId, ...row }) => [dossierId, row]));
  }

  /** What a name was found by goes with the name. */
  async put(
    transaction: Transaction,
    unitId: number,
    { changes, actor, importId, at }: ApplicantTelling,
  ): Promise<void> {
    if (changes.length === 0) return;
    const request = JSON.stringify(changes.map(told));
    for (const statement of [PUT, FORGET, FIND_BY]) {
      await transaction.execute(statement, [unitId, request]);
    }
    const officeAt = sqlInstant(at);
    await transaction.execute(AUDIT, [unitId, request, officeAt, JSON.stringify(actor), importId]);
    await transaction.execute(FEED, [unitId, request, officeAt]);
  }
}

const told = ({ dossierId, before, after }: ApplicantChange) => {
  const words = nameWords(after.name);
  const gone = nameWords(before?.name ?? '').filter((word) => !words.includes(word));
  const members = ['kind', 'name', ...maskedFields] as const;
  const fields = members.filter((member) => (after[member] ?? null) !== (before?.[member] ?? null));
  return { dossier_id: dossierId, ...applicantRow(after), words, gone, fields };
};

/**
 * The applicant with what a newer telling says of them; undefined where it says nothing new. What is not told
 * is not taken back, and a list that calls everybody a person does not know what an organisation is.
 */
export const toldAnew = (
  before: ApplicantRow | undefined,
  told: Applicant,
): Applicant | undefined => {
  if (before === undefined) return told;
  const kind = told.kind === 'organisation' ? told.kind : before.kind;
  const known = Object.fromEntries(
    maskedFields.flatMap((field) => (before[field] === null ? [] : [[field, before[field]]])),
  );
  const after: Applicant = { ...known, ...told, kind };
  const isSame =
    after.name === before.name &&
    kind === before.kind &&
    maskedFields.every((field) => (after[field] ?? null) === before[field]);
  return isSame ? undefined : after;
};
