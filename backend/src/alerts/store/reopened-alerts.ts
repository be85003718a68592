import type {
  Alert,
  AlertKind,
  Bundle,
  Hush,
  Level,
  ReasonCode,
  Severity,
  Subject,
} from '#domain/alert';
import type { Role, UserId } from '#domain/dossier';
import { instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { ChangedAlert } from '../sweep/alert-record.ts';
import { recipientOf, type RecipientColumns } from './kept-alerts.ts';
import type { ToldAlert } from './planned-delivery.ts';

interface AlertRow extends RecipientColumns {
  readonly id: string;
  readonly subjectKind: Subject['kind'];
  readonly subjectId: string;
  readonly kind: AlertKind;
  readonly threshold: string;
  readonly revision: number;
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
}

const ROWS = `select id, subject_kind as "subjectKind", subject_id as "subjectId", kind, threshold, revision,
    user_id as "userId", desk_role as "deskRole", department_code as "departmentCode", severity, level,
    reason, stands_in_for as "standsInFor", raised_at as "raisedAt", due_at as "dueAt", as_of as "asOf",
    hush, bundle_at as "bundleAt", bundle_role as "bundleRole", bundle_department as "bundleDepartment"
  from alert where unit_id = $1 and id = any ($2::uuid[]) and status = 'open'`;

const bundleOf = ({ bundleAt, bundleRole, bundleDepartment }: AlertRow): Bundle | null =>
  bundleAt === null || bundleRole === null
    ? null
    : { at: instant(bundleAt), deskRole: bundleRole, departmentCode: bundleDepartment };

const alertOf = (row: AlertRow): Alert => {
  const { subjectKind, subjectId, kind, threshold, revision } = row;
  return {
    key: { subjectKind, subjectId, kind, threshold, revision, recipient: recipientOf(row) },
    severity: row.severity,
    level: row.level,
    reason: row.reason,
    standsInFor: row.standsInFor as UserId | null,
    raisedAt: instant(row.raisedAt),
    dueAt: instant(row.dueAt),
    asOf: row.asOf === null ? null : instant(row.asOf),
    status: 'open',
    hush: row.hush,
    bundle: bundleOf(row),
  };
};

/** Alerts whose cause came back: what was not sent of them may be, now. */
export async function reopenedAlerts(
  transaction: Transaction,
  unitId: number,
  changed: readonly ChangedAlert[],
): Promise<readonly ToldAlert[]> {
  const open = changed.filter(({ status }) => status === 'open').map(({ id }) => id);
  if (open.length === 0) return [];
  const rows = await transaction.query<AlertRow>(ROWS, [unitId, open]);
  return rows.map((row) => ({ id: row.id, alert: alertOf(row) }));
}
