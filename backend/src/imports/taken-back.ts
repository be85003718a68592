import type { ApplicantBody } from '#contract/dossiers';
import type { DossierState } from '#domain/dossier';
import { codeWords } from '../dossiers/index.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import type { ImportRef } from './import-row.ts';

const FIRST = `select distinct on (dossier_id, source, external_code) dossier_id, source, external_code, record
  from import_trace where unit_id = $1 and import_id = $2 and dossier_id = any ($3::uuid[])
  order by dossier_id, source, external_code, position`;

const FALL_BACK = `update source_record as record set source_status = first.record ->> 'sourceStatus',
    as_of = (first.record ->> 'asOf')::timestamptz, differences = nullif(first.record -> 'differences', 'null')
  from (${FIRST}) as first
  where record.unit_id = $1 and record.source = first.source
    and record.external_code = first.external_code and record.dossier_id = first.dossier_id
    and first.record is not null`;

const FORGET = `delete from source_record as record using (${FIRST}) as first
  where record.unit_id = $1 and record.source = first.source
    and record.external_code = first.external_code and record.dossier_id = first.dossier_id
    and first.record is null
  returning record.dossier_id as "dossierId", record.external_code as "externalCode"`;

const LEFT = `select dossier_id as "dossierId", external_code as "externalCode" from source_record
  where unit_id = $1 and dossier_id = any ($2::uuid[])`;

const FORGET_WORDS = `delete from search_word as known
  using jsonb_to_recordset($2::text::jsonb) as told ("dossierId" uuid, words jsonb)
  where known.unit_id = $1 and known.dossier_id = told."dossierId" and told.words ? known.word`;

// What is older again may not accuse anybody any more.
const LOOK_AGAIN = `update dossier set next_signal_at = $3
  where unit_id = $1 and id = any ($2::uuid[]) and (finished_at = 'infinity' or next_signal_at is not null)`;

// The word of an earlier list stands again, as of the version that says so.
const STAND_AGAIN = `update import_trace as trace set stands_at = told.version
  from jsonb_to_recordset($3::text::jsonb) as told ("dossierId" uuid, before int, version int)
  where trace.unit_id = $1 and trace.dossier_id = told."dossierId" and trace.import_id <> $2
    and trace.stands_at = told.before`;

const PERSONS = `select distinct on (dossier_id) dossier_id as "dossierId", person
  from import_trace where unit_id = $1 and import_id = $2 and dossier_id = any ($3::uuid[])
    and person is not null
  order by dossier_id, position`;

interface Coded {
  readonly dossierId: string;
  readonly externalCode: string;
}

/** What systems said of these dossiers is again what they said before the list. */
export async function recordsTakenBack(
  transaction: Transaction,
  { unitId, id }: ImportRef,
  states: ReadonlyMap<string, DossierState>,
  now: string,
): Promise<void> {
  const ids = [...states.keys()];
  if (ids.length === 0) return;
  await transaction.execute(FALL_BACK, [unitId, id, ids]);
  const gone = await transaction.query<Coded>(FORGET, [unitId, id, ids]);
  await forgetWords(transaction, unitId, gone, states);
  await transaction.execute(LOOK_AGAIN, [unitId, ids, now]);
}

/** A code no system knows a dossier by any more does not find it; one that is annulled keeps its codes. */
async function forgetWords(
  transaction: Transaction,
  unitId: number,
  gone: readonly Coded[],
  states: ReadonlyMap<string, DossierState>,
): Promise<void> {
  const standing = gone.filter(({ dossierId }) => states.get(dossierId)?.annulled === false);
  if (standing.length === 0) return;
  const ids = standing.map(({ dossierId }) => dossierId);
  const left = await transaction.query<Coded>(LEFT, [unitId, ids]);
  const told = standing.map(({ dossierId, externalCode }) => {
    const intake = states.get(dossierId)?.intake;
    const codes = left.filter((each) => each.dossierId === dossierId);
    const own = [intake?.code, intake?.officialCode, ...codes.map((each) => each.externalCode)];
    const kept = new Set(own.flatMap((code) => (code === undefined ? [] : codeWords(code))));
    return { dossierId, words: codeWords(externalCode).filter((word) => !kept.has(word)) };
  });
  await transaction.execute(FORGET_WORDS, [unitId, JSON.stringify(told)]);
}

interface Revived {
  readonly dossierId: string;
  readonly before: number;
  readonly version: number;
}

export const standAgain = async (
  transaction: Transaction,
  { unitId, id }: ImportRef,
  revived: readonly Revived[],
): Promise<void> => {
  if (revived.length === 0) return;
  await transaction.execute(STAND_AGAIN, [unitId, id, JSON.stringify(revived)]);
};

type KeptPerson = { readonly [Member in keyof ApplicantBody]: ApplicantBody[Member] | null };

interface PersonBefore {
  readonly dossierId: string;
  readonly person: KeptPerson;
}

/** Who handed these dossiers in before the list told it otherwise; nobody knows once that is erased. */
export const personsBefore = async (
  transaction: Transaction,
  { unitId, id }: ImportRef,
  ids: readonly string[],
): Promise<readonly { readonly dossierId: string; readonly applicant: ApplicantBody }[]> => {
  const rows = await transaction.query<PersonBefore>(PERSONS, [unitId, id, ids]);
  return rows.map(({ dossierId, person }) => {
    const said = Object.entries(person).filter(([, value]) => value !== null);
    return { dossierId, applicant: Object.fromEntries(said) as ApplicantBody };
  });
};
