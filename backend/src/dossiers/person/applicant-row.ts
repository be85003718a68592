import { maskedFields, type ApplicantAnswer, type MaskedField } from '#contract/dossiers';
import { maskedOrNull } from './masked.ts';

/** An applicant as stored. */
export type ApplicantRow = {
  readonly kind: 'person' | 'organisation';
  readonly name: string;
} & Readonly<Record<MaskedField, string | null>>;

export const APPLICANT = `select kind, name, phone, id_number as "idNumber", tax_code as "taxCode",
    address, email, on_behalf_of as "onBehalfOf"
  from applicant where unit_id = $1 and dossier_id = $2`;

/** The name as it is, everything else until somebody says what for. */
export const maskedApplicant = (row: ApplicantRow): ApplicantAnswer => ({
  kind: row.kind,
  name: row.name,
  ...(Object.fromEntries(
    maskedFields.map((field) => [field, maskedOrNull(field, row[field])]),
  ) as Record<MaskedField, string | null>),
});
