import type { AlertItem, AlertStatus } from '#contract/alerts';
import type { AlertKind, Hush, Level, ReasonCode, Severity } from '#domain/alert';
import type { Role } from '#domain/dossier';
import { formatInstant, instant } from '#domain/working-time';
import { recipientOf, type RecipientColumns } from '../store/kept-alerts.ts';

/** A row of the list, as the statement gives it. */
export interface AlertRow extends RecipientColumns {
  readonly id: string;
  readonly unitId: number;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly dossierId: string | null;
  readonly dossierCode: string | null;
  readonly kind: AlertKind;
  readonly threshold: string;
  readonly severity: Severity;
  readonly level: Level;
  readonly reason: ReasonCode;
  readonly standsInFor: string | null;
  readonly raisedAt: number;
  readonly dueAt: number;
  readonly asOf: number | null;
  readonly hush: Hush | null;
  readonly bundleAt: number | null;
  readonly bundleRole: Role | null;
  readonly bundleDepartment: string | null;
  readonly status: AlertStatus;
  readonly acknowledgedAt: number | null;
  readonly snoozedUntil: number | null;
  readonly closedAt: number | null;
  readonly closedBecause: 'resolved' | 'superseded' | null;
  readonly answer: { readonly kind: string; readonly at: string; readonly by: string } | null;
}

export const ALERT_COLUMNS = `alert.id, alert.unit_id as "unitId", alert.subject_kind as "subjectKind",
    alert.subject_id as "subjectId", alert.dossier_id as "dossierId",
    coalesce(dossier.official_code, dossier.code) as "dossierCode", alert.kind, alert.threshold,
    alert.severity, alert.level, alert.reason, alert.stands_in_for as "standsInFor",
    alert.user_id as "userId", alert.desk_role as "deskRole", alert.department_code as "departmentCode",
    alert.raised_at as "raisedAt", alert.due_at as "dueAt", alert.as_of as "asOf", alert.hush,
    alert.bundle_at as "bundleAt", alert.bundle_role as "bundleRole",
    alert.bundle_department as "bundleDepartment", alert.status,
    alert.acknowledged_at as "acknowledgedAt", alert.snoozed_until as "snoozedUntil",
    alert.closed_at as "closedAt", alert.closed_because as "closedBecause",
    (select json_build_object('kind', said.kind, 'at', said.at, 'by', said.by_user)
      from alert_answer as said where said.unit_id = alert.unit_id
        and said.subject_kind = alert.subject_kind and said.subject_id = alert.subject_id
        and said.revision = alert.revision order by said.at desc limit 1) as answer`;

export const ALERT_TABLES = `alert left join dossier
    on dossier.unit_id = alert.unit_id and dossier.id = alert.dossier_id`;

const told = (at: number): string => formatInstant(instant(at));
const tellOr = (at: number | null): string | null => (at === null ? null : told(at));

const recipientOnWire = (row: AlertRow): AlertItem['recipient'] => {
  const recipient = recipientOf(row);
  return recipient.kind === 'user' ? { kind: 'user', userId: recipient.userId } : recipient;
};

const bundleOf = ({ bundleAt, bundleRole, bundleDepartment }: AlertRow): AlertItem['bundle'] =>
  bundleAt === null || bundleRole === null
    ? null
    : { at: told(bundleAt), deskRole: bundleRole, departmentCode: bundleDepartment };

const answerOf = ({ answer }: AlertRow): AlertItem['answer'] =>
  answer === null ? null : { ...answer, at: told(Date.parse(answer.at)) };

export const alertItem = (row: AlertRow): AlertItem => ({
  ...{ id: row.id, unitId: row.unitId, kind: row.kind, threshold: row.threshold },
  subject: { kind: row.subjectKind, id: row.subjectId },
  ...{ dossierId: row.dossierId, dossierCode: row.dossierCode },
  ...{ severity: row.severity, level: row.level, reason: row.reason },
  ...{ standsInFor: row.standsInFor, hush: row.hush, status: row.status },
  ...{ dueAt: told(row.dueAt), raisedAt: told(row.raisedAt), asOf: tellOr(row.asOf) },
  recipient: recipientOnWire(row),
  bundle: bundleOf(row),
  acknowledgedAt: tellOr(row.acknowledgedAt),
  snoozedUntil: tellOr(row.snoozedUntil),
  ...{ closedAt: tellOr(row.closedAt), closedBecause: row.closedBecause },
  answer: answerOf(row),
});
