import type { Role } from '../dossier/index.ts';

/** What somebody is in a unit, by their own right or in the place of somebody who is away. */
export interface Seat {
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

/** Whom somebody leads. */
export interface Leading {
  /** Everything that lies in the unit. */
  readonly isWhole: boolean;
  /** The departments of which one is the head: only their officers are seen one by one. */
  readonly headed: readonly string[];
}

const OVER_ALL: ReadonlySet<Role> = new Set<Role>(['director', 'viceChair']);

/**
 * Directors and vice-chairmen lead the unit, heads their departments. Whoever is head of no department in
 * particular leads the unit as well: small communes have none, and a head's desk hears of all of them.
 *
 * @example leadingOf([{ roles: ['head'], departments: [] }]) // { isWhole: true, headed: [] }
 */
export function leadingOf(seats: readonly Seat[]): Leading {
  const heads = seats.filter(({ roles }) => roles.includes('head'));
  return {
    isWhole:
      seats.some(({ roles }) => roles.some((role) => OVER_ALL.has(role))) ||
      heads.some(({ departments }) => departments.length === 0),
    headed: [...new Set(heads.flatMap(({ departments }) => departments))],
  };
}
