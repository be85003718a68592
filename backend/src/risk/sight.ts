import { leadingOf } from '#domain/steering';
import type { ActorUnit, RequestActor } from '../platform/auth/request-actor.ts';

/** Whose dossiers somebody looks ahead for: the whole unit's, or those of some people and departments. */
export interface Sight {
  readonly isWhole: boolean;
  /** Oneself, and whoever one stands in for. */
  readonly users: readonly string[];
  /** Of which one is the head. */
  readonly departments: readonly string[];
}

/** Officers see their own, heads their department's, leaders all of it. */
export const sightOf = (actor: RequestActor, unit: ActorUnit): Sight => {
  const { isWhole, headed } = leadingOf([unit, ...unit.standsInFor]);
  const users = [actor.id, ...unit.standsInFor.map(({ userId }) => userId)];
  return { isWhole, users, departments: headed };
};

/** `$2` users, `$3` departments; with `$4` everything. */
export const IN_SIGHT = `($4 or holder_user = any ($2) or holder_department = any ($3)
    or holder_user in (select user_id::text from membership
      where membership.unit_id = $1 and department_code = any ($3)))`;

export const sightValues = (unitId: number, { users, departments, isWhole }: Sight) => [
  ...[unitId, users, departments, isWhole],
];
