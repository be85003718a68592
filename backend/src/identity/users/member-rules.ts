import type { Membership } from '#contract/identity';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';

interface UnitFacts {
  readonly id: number;
  readonly kind: string;
  readonly departments: readonly string[];
}

/** City readers belong to cities, and people to departments there are. */
export const checkMemberships = async (
  transaction: Transaction,
  memberships: readonly Membership[],
): Promise<void> => {
  const units = await transaction.query<UnitFacts>(
    `select id, kind, array(select code from department where unit_id = unit.id) as departments
     from unit where id = any($1)`,
    [memberships.map(({ unitId }) => unitId)],
  );
  for (const { unitId, departmentCode, roles } of memberships) {
    const unit = units.find(({ id }) => id === unitId);
    if (unit === undefined) throw new ProblemError('not-found');
    if (roles.includes('cityReader') && unit.kind !== 'city') {
      throw new ProblemError('role-not-for-unit', { role: 'cityReader', unitId });
    }
    if (departmentCode !== undefined && !unit.departments.includes(departmentCode)) {
      throw new ProblemError('unknown-department', { departmentCode, unitId });
    }
  }
};

/** Roles in the same unit and department are one membership, each role once. */
export const merged = (memberships: readonly Membership[]): readonly Membership[] => {
  const places = new Map<string, Membership>();
  for (const one of memberships) {
    const place = `${one.unitId} ${one.departmentCode ?? ''}`;
    const roles = [...new Set([...(places.get(place)?.roles ?? []), ...one.roles])];
    places.set(place, { ...one, roles });
  }
  return [...places.values()];
};

// An administrator of the unit itself or of a city above it.
const WITHOUT_ADMINISTRATOR = `
  with recursive above as (
    select id as unit_id, id as at, parent_id from unit where id = any($1)
    union all
    select above.unit_id, unit.id, unit.parent_id from above join unit on unit.id = above.parent_id
  )
  select above.unit_id as "unitId" from above
  left join membership on membership.unit_id = above.at and 'admin' = any(membership.roles)
    and until_at = 'infinity'
  left join office_user on office_user.id = membership.user_id and disabled_at is null
  group by above.unit_id having count(office_user.id) = 0`;

/** Whoever is locked out of a unit can let nobody in again: one administrator stays. */
export const keepAdministrators = async (
  transaction: Transaction,
  units: readonly number[],
): Promise<void> => {
  const [orphan] = await transaction.query<{ readonly unitId: number }>(WITHOUT_ADMINISTRATOR, [
    units,
  ]);
  if (orphan !== undefined) throw new ProblemError('last-administrator', { unitId: orphan.unitId });
};
