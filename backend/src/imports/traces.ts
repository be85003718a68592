import { jsonBytes } from '../platform/database/json-bytes.ts';
import type { Transaction } from '../platform/database/tenancy.ts';
import type { ImportRef, PendingRow } from './import-row.ts';
import type { Plan } from './plan.ts';

/** What a row is about to do to a dossier. */
interface Trace {
  readonly number: number;
  readonly dossierId: string;
  readonly source: string;
  readonly externalCode: string;
  /** Versions before and after; none where nothing happens to the dossier itself. */
  readonly before?: number;
  readonly after?: number;
  readonly tellsPerson: boolean;
}

// Written before anything of the rows is kept: it remembers what stood here.
const KEEP = `insert into import_trace (unit_id, import_id, number, dossier_id, version_before,
    version_after, stands_at, source, external_code, record, person)
  select $1, $2, number, "dossierId", before, after, after, told.source, "externalCode",
    (select jsonb_build_object('sourceStatus', source_status, 'asOf', as_of, 'differences', differences)
      from source_record as record where record.unit_id = $1 and record.source = told.source
        and record.external_code = told."externalCode"),
    case when "tellsPerson" then
      (select jsonb_build_object('kind', kind, 'name', name, 'phone', phone, 'idNumber', id_number,
          'taxCode', tax_code, 'address', address, 'email', email, 'onBehalfOf', on_behalf_of)
        from applicant where applicant.unit_id = $1 and dossier_id = told."dossierId") end
  from (select line.number, line."dossierId", line.source, line."externalCode", line."tellsPerson",
      coalesce(line.before, dossier.version) as before, coalesce(line.after, dossier.version) as after
    from jsonb_to_recordset($3::text::jsonb) as line (number int, "dossierId" uuid, source text,
      "externalCode" text, before int, after int, "tellsPerson" boolean)
    left join dossier on dossier.unit_id = $1 and dossier.id = line."dossierId") as told`;

export const traced = (rows: readonly PendingRow[], plans: readonly Plan[]): readonly Trace[] =>
  rows.flatMap(({ number, told }, index) => {
    const { append, applicant, outcome } = plans[index] ?? {};
    if (outcome?.dossierId === undefined) return [];
    const { source, externalCode } = told;
    return {
      ...{ number, source, externalCode, dossierId: outcome.dossierId },
      ...(append !== undefined && { before: append.expectedVersion, after: append.state.version }),
      tellsPerson: applicant !== undefined,
    };
  });

/** What a list found here and leaves behind, so that all of it can be taken back. */
export const keepTraces = async (
  transaction: Transaction,
  { unitId, id }: ImportRef,
  traces: readonly Trace[],
): Promise<void> => {
  if (traces.length > 0) await transaction.execute(KEEP, [unitId, id, await jsonBytes(traces)]);
};
