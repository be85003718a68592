import type { AlertKind, Recipient, Subject } from '#domain/alert';
import type { Role, UserId } from '#domain/dossier';
import { instant } from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import type { KeptAlert } from '../sweep/alert-record.ts';

/** The columns by which a recipient is told apart. */
export interface RecipientColumns {
  readonly userId: string | null;
  readonly deskRole: Role | null;
  readonly departmentCode: string | null;
}

interface KeptRow extends RecipientColumns {
  readonly id: string;
  readonly subjectId: string;
  readonly kind: AlertKind;
  readonly threshold: string;
  readonly revision: number;
  readonly status: KeptAlert['status'];
  readonly acknowledgedAt: number | null;
  readonly snoozedUntil: number | null;
}

const KEPT = `select id, subject_id as "subjectId", kind, threshold, revision, user_id as "userId",
    desk_role as "deskRole", department_code as "departmentCode", status,
    acknowledged_at as "acknowledgedAt", snoozed_until as "snoozedUntil"
  from alert where unit_id = $1 and subject_kind = $2 and subject_id = any ($3)`;

export const recipientOf = ({ userId, deskRole, departmentCode }: RecipientColumns): Recipient => {
  if (userId !== null) return { kind: 'user', userId: userId as UserId };
  if (deskRole === null) throw new Error('An alert for nobody');
  return { kind: 'desk', role: deskRole, departmentCode };
};

const keptOf = (row: KeptRow, subjectKind: Subject['kind']): KeptAlert => {
  const { id, subjectId, kind, threshold, revision, status, acknowledgedAt, snoozedUntil } = row;
  return {
    id,
    key: { subjectKind, subjectId, kind, threshold, revision, recipient: recipientOf(row) },
    status,
    acknowledgedAt: acknowledgedAt === null ? null : instant(acknowledgedAt),
    snoozedUntil: snoozedUntil === null ? null : instant(snoozedUntil),
  };
};

export type KeptAlerts = ReadonlyMap<string, readonly KeptAlert[]>;

/** Every alert there ever was about these subjects, by subject. */
export async function keptAlerts(
  transaction: Transaction,
  unitId: number,
  { kind, ids }: { readonly kind: Subject['kind']; readonly ids: readonly string[] },
): Promise<KeptAlerts> {
  const rows = await transaction.query<KeptRow>(KEPT, [unitId, kind, ids]);
  return Map.groupBy(
    rows.map((row) => keptOf(row, kind)),
    ({ key }) => key.subjectId,
  );
}
