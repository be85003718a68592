import type { Role } from '#domain/dossier';
import type { ActorUnit } from '../../platform/auth/request-actor.ts';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';

/** A period in which somebody is to be away, moments as statements take them. */
export interface Planned {
  readonly unitId: number;
  readonly userId: string;
  readonly substituteId: string | null;
  readonly from: string;
  readonly to: string;
}

/** Where and as what somebody works in the unit. */
export interface Place {
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

const OVERSEEING: readonly Role[] = ['director', 'viceChair', 'admin'];
const LEADING: readonly Role[] = [...OVERSEEING, 'head'];

/** Leaders and administrators for everybody; a head for those of the own department who do not lead. */
export const mayPlanFor = ({ roles, departments }: ActorUnit, colleague: Place): boolean =>
  roles.some((role) => OVERSEEING.includes(role)) ||
  (roles.includes('head') &&
    !colleague.roles.some((role) => LEADING.includes(role)) &&
    colleague.departments.some((department) => departments.includes(department)));

/** The place of somebody who works in the unit at that moment; undefined of whoever does not. */
export const findPlace = async (
  transaction: Transaction,
  unitId: number,
  [userId, at]: readonly [userId: string, at: string],
): Promise<Place | undefined> => {
  const [place] = await transaction.query<Place>(
    `select array_agg(distinct role) as roles,
       coalesce(array_agg(distinct department_code) filter (where department_code is not null), '{}')
         as departments
     from membership join office_user on office_user.id = user_id and disabled_at is null,
       unnest(roles) as role
     where unit_id = $1 and user_id = $2 and from_at <= $3 and $3 < until_at
     having count(*) > 0`,
    [unitId, userId, at],
  );
  return place;
};

// Whoever would act in the end, substitute by substitute, while the times overlap: never the absent one.
const CIRCLE = `with recursive acting(user_id, from_at, until_at) as (
    select $2::uuid, $3::timestamptz, $4::timestamptz
    union
    select absence.substitute_id, greatest(acting.from_at, absence.from_at),
        least(acting.until_at, absence.until_at)
      from acting join absence on absence.user_id = acting.user_id and absence.unit_id = $5
        and absence.from_at < acting.until_at and acting.from_at < absence.until_at
      where absence.substitute_id is not null
  ) select 1 as one from acting where user_id = $1 limit 1`;

export const refuseConflicts = async (
  transaction: Transaction,
  { unitId, userId, substituteId, from, to }: Planned,
): Promise<void> => {
  const [other] = await transaction.query<{ readonly id: string }>(
    `select id from absence where unit_id = $1 and user_id = $2 and from_at < $4 and $3 < until_at`,
    [unitId, userId, from, to],
  );
  if (other !== undefined) throw new ProblemError('absence-overlaps', { id: other.id });
  if (substituteId === null) return;
  const circle = await transaction.query(CIRCLE, [userId, substituteId, from, to, unitId]);
  if (circle.length > 0) throw new ProblemError('absence-circular');
};
