import type { Approval, OfficerCommand } from '#contract/dossiers';
import { tellInstant } from '#contract/time';
import { formatInstant, type Instant } from '#domain/working-time';

/** An approval as stored, with the dossier it is about. */
export interface ApprovalRow {
  readonly id: string;
  readonly unit_id: number;
  readonly dossier_id: string;
  readonly dossier_version: number;
  readonly code: string;
  readonly official_code: string | null;
  readonly state: Approval['state'];
  readonly due_at: Instant | null;
  readonly form: string;
  readonly level: 'head' | 'director';
  readonly command: OfficerCommand;
  readonly body: Record<string, unknown>;
  readonly requested_by: { readonly kind: string; readonly id: string };
  readonly requested_at: Instant;
  readonly status: Approval['status'];
}

const COLUMNS = `approval.id, approval.unit_id, dossier_id, dossier_version, code, official_code, state,
  due_at, form, level, command, body, requested_by, requested_at, status`;

const JOINED = `approval join dossier
  on dossier.unit_id = approval.unit_id and dossier.id = approval.dossier_id`;

export const FIND = `select ${COLUMNS} from ${JOINED}
  where approval.unit_id = any($1) and approval.id = $2`;

// A head is asked about what lies in the own departments, or in none yet: as in the domain's mayApprove.
export const QUEUE = `select ${COLUMNS} from ${JOINED}
  where approval.unit_id = any($1) and status = 'open'
    and (approval.unit_id = any($2) or (level = 'head' and approval.unit_id = any($3)
      and (holder_department is null or approval.unit_id || '/' || holder_department = any($4))))
    and (requested_at, approval.id) > ($5, $6)
  order by requested_at, approval.id limit $7`;

export const ANSWER = `update approval set status = 'returned', decided_by = $3, decided_at = $4, answer = $5
  where unit_id = $1 and id = $2 and status = 'open'`;

export const approvalOf = (row: ApprovalRow): Approval => ({
  id: row.id,
  unitId: row.unit_id,
  dossierId: row.dossier_id,
  dossierCode: row.code,
  officialCode: row.official_code,
  dossierVersion: row.dossier_version,
  state: row.state,
  dueAt: tellInstant(row.due_at),
  form: row.form,
  level: row.level,
  command: row.command,
  body: row.body,
  requestedBy: row.requested_by,
  requestedAt: formatInstant(row.requested_at),
  status: row.status,
});
