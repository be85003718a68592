import type { DossierItem } from '#contract/dossiers';
import { tellInstant } from '#contract/time';
import type { Instant } from '#domain/working-time';

/** A dossier as a list reads it. */
export interface ItemRow {
  readonly unit_id: number;
  readonly id: string;
  readonly code: string;
  readonly official_code: string | null;
  readonly source: string | null;
  readonly external_code: string | null;
  readonly procedure_code: string;
  readonly field: string;
  readonly channel: string;
  readonly state: DossierItem['state'];
  readonly version: number;
  readonly submitted_at: Instant | null;
  readonly received_at: Instant | null;
  readonly due_at: Instant | null;
  readonly near_at: Instant | null;
  readonly step_due_at: Instant | null;
  readonly finished_at: Instant;
  readonly paused_since: Instant | null;
  readonly holder_user: string | null;
  readonly holder_department: string | null;
  readonly holder_agency: string | null;
  readonly applicant_name: string | null;
}

const holderOf = (row: ItemRow): DossierItem['holder'] => {
  const { holder_user: userId, holder_department: departmentCode, holder_agency: agency } = row;
  if (userId === null && departmentCode === null && agency === null) return null;
  return {
    ...(userId !== null && { userId }),
    ...(departmentCode !== null && { departmentCode }),
    ...(agency !== null && { agency }),
  };
};

export interface Shown {
  readonly provisionalDueAt: Instant | null;
  readonly withPersons: boolean;
}

export const itemOf = (row: ItemRow, { provisionalDueAt, withPersons }: Shown): DossierItem => ({
  id: row.id,
  unitId: row.unit_id,
  code: row.code,
  officialCode: row.official_code,
  source: row.source,
  externalCode: row.external_code,
  procedureCode: row.procedure_code,
  field: row.field,
  channel: row.channel,
  state: row.state,
  version: row.version,
  submittedAt: tellInstant(row.submitted_at),
  receivedAt: tellInstant(row.received_at),
  dueAt: tellInstant(row.due_at),
  provisionalDueAt: tellInstant(provisionalDueAt),
  stepDueAt: tellInstant(row.step_due_at),
  finishedAt: Number.isFinite(row.finished_at) ? tellInstant(row.finished_at) : null,
  holder: holderOf(row),
  nearAt: tellInstant(row.near_at),
  applicantName: withPersons ? row.applicant_name : null,
});
