import { ROLES_WITH_SECOND_FACTOR } from '#contract/identity';
import type { Role } from '#domain/dossier';
import type { ActorUnit } from '../../platform/auth/request-actor.ts';

/** A unit as the database tells of it with everything that depends on its settings. */
export interface HeldUnit extends Omit<ActorUnit, 'permissions'> {
  readonly secondFactor: string | null;
}

/** One's own roles, and those of whoever one stands in for. */
export const rolesActedIn = ({ roles, standsInFor }: HeldUnit): readonly Role[] => [
  ...new Set([...roles, ...standsInFor.flatMap((other) => other.roles)]),
];

export const needsSecondFactor = (units: readonly HeldUnit[]): boolean =>
  units.some(
    (unit) =>
      unit.secondFactor !== 'optional' &&
      rolesActedIn(unit).some((role) => ROLES_WITH_SECOND_FACTOR.includes(role)),
  );
