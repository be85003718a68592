import type { Role, UserId } from '../dossier/index.ts';
import { findActing, leadersFrom, type Setting } from './people.ts';
import type { Addressee, LeadingLevel, ReasonCode } from './recipient.ts';
import type { RungTarget } from './rule.ts';

/** Whose matter an alert is about. */
export interface Responsible {
  readonly userId: UserId | null;
  readonly deskRole: Role;
}

const desk = (role: Role, departmentCode: string | null): Addressee => ({
  recipient: { kind: 'desk', role, departmentCode },
  level: 'officer',
  reason: 'desk',
  standsInFor: null,
});

const officer = (userId: UserId, acting: UserId, reason: ReasonCode): Addressee => ({
  recipient: { kind: 'user', userId: acting },
  level: 'officer',
  reason,
  standsInFor: acting === userId ? null : userId,
});

/** An officer away without a substitute is spoken for by the leaders; failing them it waits for the officer. */
function officerOrLeaders(
  userId: UserId,
  reason: ReasonCode,
  setting: Setting,
): readonly Addressee[] {
  const acting = findActing(userId, setting);
  if (acting !== null) return [officer(userId, acting, reason)];
  const leaders = leadersFrom('head', setting, [userId]);
  const known = leaders.filter(({ recipient }) => recipient.kind === 'user');
  return known.length > 0 ? known : [officer(userId, userId, reason)];
}

const isLeading = (role: Role): role is LeadingLevel & Role =>
  role === 'head' || role === 'director' || role === 'viceChair';

/**
 * Whom a rung reaches at that moment.
 * @example addresseesOf({ kind: 'role', role: 'head' }, { userId: hoa, deskRole: 'processing' }, setting)
 */
export function addresseesOf(
  target: RungTarget,
  responsible: Responsible,
  setting: Setting,
): readonly Addressee[] {
  const { userId, deskRole } = responsible;
  if (target.kind === 'user') return officerOrLeaders(target.userId, 'named', setting);
  if (target.kind === 'holder') {
    return userId === null
      ? [desk(deskRole, setting.departmentCode)]
      : officerOrLeaders(userId, 'holder', setting);
  }
  if (!isLeading(target.role)) return [desk(target.role, null)];
  const about = userId === null ? [] : [userId, findActing(userId, setting)];
  return leadersFrom(target.role, setting, about);
}
