import type { Membership, NewUser, UserChanges } from '#contract/identity';
import type { ImportFault, ToldPerson } from '#domain/import';
import { accepted, refused, type Result } from '#domain/kernel';
import type { UserRow } from './user-row.ts';

/** What a row of a list does to the people of a unit. */
export type ListedPerson =
  | { readonly kind: 'unchanged'; readonly changed: readonly [] }
  | { readonly kind: 'new'; readonly changed: readonly []; readonly user: NewUser }
  | {
      readonly kind: 'changed';
      readonly changed: readonly string[];
      readonly id: string;
      readonly changes: UserChanges;
    };

export type PersonFault = Extract<
  ImportFault,
  | 'required'
  | 'account-elsewhere'
  | 'account-closed'
  | 'several-places'
  | 'last-administrator'
  | 'role-not-for-unit'
  | 'unknown-department'
>;

export interface ListPlace {
  readonly unitId: number;
  readonly isCity: boolean;
  /** Where whoever brings the list looks after people. */
  readonly administered: readonly number[];
}

type Held = Result<ListedPerson, PersonFault>;

/** Holds a row against the account of that name, if there is one. */
export function listedPerson(told: ToldPerson, known: UserRow | undefined, place: ListPlace): Held {
  if (told.roles?.includes('cityReader') === true && !place.isCity) {
    return refused('role-not-for-unit', { column: 'VaiTro' });
  }
  if (known === undefined) return newcomer(told, place);
  if (known.memberships.length === 0) return refused('account-elsewhere', NAME);
  if (known.disabled) return refused('account-closed', NAME);
  return knownPerson(told, known, place);
}

const NAME = { column: 'TenDangNhap' } as const;

function newcomer(
  { username, displayName, title, signingForm, departmentCode, roles }: ToldPerson,
  { unitId }: ListPlace,
): Held {
  if (displayName === undefined) return refused('required', { column: 'HoTen' });
  if (roles === undefined) return refused('required', { column: 'VaiTro' });
  const user: NewUser = {
    ...{ username, displayName },
    ...(typeof title === 'string' && { title }),
    ...(typeof signingForm === 'string' && { signingForm }),
    memberships: [membership(unitId, departmentCode, roles)],
  };
  return accepted({ kind: 'new', changed: [], user });
}

function knownPerson(told: ToldPerson, known: UserRow, place: ListPlace): Held {
  const own = ownChanges(told, known);
  const moved = membershipsOf(told, known, place);
  if (!moved.ok) return moved;
  const changes: UserChanges = { ...own, ...(moved.value && { memberships: moved.value }) };
  const changed = Object.keys(changes);
  if (changed.length === 0) return accepted({ kind: 'unchanged', changed: [] });
  const isMine = known.memberships.every(({ unitId }) => place.administered.includes(unitId));
  // Whose name and title others see is changed by whoever looks after all of the places.
  if (Object.keys(own).length > 0 && !isMine) return refused('account-elsewhere', NAME);
  return accepted({ kind: 'changed', changed, id: known.id, changes });
}

function ownChanges(told: ToldPerson, known: UserRow): UserChanges {
  const { displayName, title, signingForm } = told;
  return {
    ...(displayName !== undefined && displayName !== known.displayName && { displayName }),
    ...(title !== undefined && title !== known.title && { title }),
    ...(signingForm !== undefined && signingForm !== known.signingForm && { signingForm }),
  };
}

/** All the memberships there would be where the asker looks after people; undefined where they stay. */
function membershipsOf(
  told: ToldPerson,
  known: UserRow,
  { unitId, administered }: ListPlace,
): Result<readonly Membership[] | undefined, PersonFault> {
  const here = known.memberships.filter((one) => one.unitId === unitId);
  if (saysNoPlace(told) && here.length > 0) return accepted(undefined);
  const [before, another] = here;
  if (before === undefined && told.roles === undefined) {
    return refused('required', { column: 'VaiTro' });
  }
  if (here.some((one) => isSame(one, asTold(told, one, unitId)))) return accepted(undefined);
  // Which of several places is meant, nobody guesses.
  if (another !== undefined) return refused('several-places', NAME);
  const elsewhere = known.memberships.filter(
    (one) => one.unitId !== unitId && administered.includes(one.unitId),
  );
  return accepted([...elsewhere, asTold(told, before, unitId)]);
}

const saysNoPlace = ({ roles, departmentCode }: ToldPerson): boolean =>
  roles === undefined && departmentCode === undefined;

const asTold = (
  { departmentCode, roles }: ToldPerson,
  before: Membership | undefined,
  unitId: number,
): Membership =>
  membership(
    unitId,
    departmentCode === undefined ? before?.departmentCode : departmentCode,
    roles ?? before?.roles ?? [],
  );

const membership = (
  unitId: number,
  departmentCode: string | null | undefined,
  roles: Membership['roles'],
): Membership => ({
  ...{ unitId, roles },
  ...(typeof departmentCode === 'string' && { departmentCode }),
});

const isSame = (one: Membership, other: Membership): boolean =>
  one.departmentCode === other.departmentCode &&
  one.roles.length === other.roles.length &&
  one.roles.every((role) => other.roles.includes(role));
