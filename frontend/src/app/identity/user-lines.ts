import type { Membership, User } from '#contract/identity';
import type { Role } from '#domain/dossier';
import { matches } from '../language/index.ts';

export const userStates = ['all', 'working', 'never', 'closed'] as const;
export type UserState = (typeof userStates)[number];

/** A person as the list of a unit shows one. */
export interface UserLine {
  readonly id: string;
  readonly user: User;
  readonly state: Exclude<UserState, 'all'>;
  readonly roles: string;
  readonly departments: string;
}

export interface Naming {
  readonly unitId: number;
  readonly roleName: (role: Role) => string;
  readonly departmentName: (code: string) => string;
}

export const placesIn = ({ memberships }: User, unitId: number): readonly Membership[] =>
  memberships.filter((membership) => membership.unitId === unitId);

const stateOf = ({ disabled, lastSeenAt }: User): UserLine['state'] => {
  if (disabled) return 'closed';
  return lastSeenAt === null ? 'never' : 'working';
};

const listed = (names: readonly string[]): string => [...new Set(names)].join(', ');

export const userLine = (user: User, { unitId, roleName, departmentName }: Naming): UserLine => {
  const places = placesIn(user, unitId);
  const codes = places.flatMap(({ departmentCode }) => departmentCode ?? []);
  return {
    ...{ id: user.id, user, state: stateOf(user) },
    roles: listed(places.flatMap(({ roles }) => roles.map(roleName))),
    departments: listed(codes.map(departmentName)),
  };
};

/** Those of a state that fit what was typed, accents or not; who left stands last. */
export const shownLines = (
  lines: readonly UserLine[],
  { state, typed }: { readonly state: UserState; readonly typed: string },
): readonly UserLine[] =>
  lines
    .filter((line) => state === 'all' || line.state === state)
    .filter(({ user, roles, departments }) =>
      matches(
        [user.displayName, user.username, user.title ?? '', roles, departments].join(' '),
        typed,
      ),
    )
    .toSorted((one, other) => Number(one.user.disabled) - Number(other.user.disabled));

/** Departments whose only working head this is. */
export const onlyHeadOf = (
  user: User,
  colleagues: readonly User[],
  unitId: number,
): readonly string[] => {
  const headed = (who: User): readonly string[] =>
    placesIn(who, unitId)
      .filter(({ roles }) => roles.includes('head'))
      .flatMap(({ departmentCode }) => departmentCode ?? []);
  const others = colleagues.filter(({ id, disabled }) => id !== user.id && !disabled);
  const covered = new Set(others.flatMap(headed));
  return headed(user).filter((code) => !covered.has(code));
};
