import { type Membership, type User } from '#contract/identity';
import { formatInstant, instant } from '#domain/working-time';
import type { Ask } from '../../platform/idempotency/ask.ts';

export interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly displayName: string;
  readonly title: string | null;
  readonly signingForm: string | null;
  readonly memberships: readonly Membership[];
  readonly disabled: boolean;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly createdAt: number;
  readonly lastSeenAt: number | null;
}

// Memberships of other units are behind the wall: whoever asks sees those of the own ones.
export const USER = `who.id, username, display_name as "displayName", title,
  signing_form as "signingForm", disabled_at is not null as disabled,
  must_change_password as "mustChangePassword", totp_seed is not null as "secondFactor",
  created_at as "createdAt",
  greatest(seen_at, (select max(session.seen_at) from session where user_id = who.id))
    as "lastSeenAt",
  (select coalesce(jsonb_agg(jsonb_strip_nulls(jsonb_build_object('unitId', unit_id,
      'departmentCode', department_code, 'roles', roles)) order by unit_id, department_code), '[]')
    from membership where user_id = who.id) as memberships
  from office_user as who`;

/** When somebody was last here is told to whoever looks after the account, and to no colleague. */
export const userOf = (
  { createdAt, lastSeenAt, ...row }: UserRow,
  { actor }: Pick<Ask, 'actor'>,
): User => ({
  ...row,
  createdAt: formatInstant(instant(createdAt)),
  lastSeenAt:
    lastSeenAt !== null && row.memberships.some(({ unitId }) => actor.may('users.write', unitId))
      ? formatInstant(instant(lastSeenAt))
      : null,
});
