import type { Transaction } from '../platform/database/tenancy.ts';
import type { RecordLine } from './plan.ts';

// A newer list may have been taken over since this one was planned: what it said stays.
const PUT = `insert into source_record as record (unit_id, source, external_code, dossier_id,
    source_status, as_of, known_at, differences)
  select $1, source, "externalCode", "dossierId", "sourceStatus", "asOf", "knownAt", differences
  from jsonb_to_recordset($2::text::jsonb) as told (source text, "externalCode" text,
    "dossierId" uuid, "sourceStatus" text, "asOf" timestamptz, "knownAt" timestamptz, differences jsonb)
  on conflict (unit_id, source, external_code) do update set source_status = excluded.source_status,
    as_of = excluded.as_of, differences = excluded.differences
  where record.dossier_id = excluded.dossier_id
    and (record.as_of is null or record.as_of <= excluded.as_of)`;

const FIND_BY = `insert into search_word (unit_id, word, dossier_id)
  select $1, word, "dossierId"
  from jsonb_to_recordset($2::text::jsonb) as told ("dossierId" uuid, words jsonb)
  cross join jsonb_array_elements_text(words) as word
  on conflict do nothing`;

// What was too old to accuse anybody with may be fresh now.
const LOOK_AGAIN = `update dossier set next_signal_at = told."knownAt"
  from jsonb_to_recordset($2::text::jsonb) as told ("dossierId" uuid, "knownAt" timestamptz)
  where unit_id = $1 and id = told."dossierId"
    and (finished_at = 'infinity' or next_signal_at is not null)`;

/** What systems say of dossiers to which nothing happened: that they said it, and when. */
export const putRecords = async (
  transaction: Transaction,
  unitId: number,
  lines: readonly RecordLine[],
): Promise<void> => {
  if (lines.length === 0) return;
  const told = JSON.stringify(lines);
  await transaction.execute(PUT, [unitId, told]);
  await transaction.execute(FIND_BY, [unitId, told]);
  await transaction.execute(LOOK_AGAIN, [unitId, told]);
};
