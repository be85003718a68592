import { ROLE_ACTS, reachOf, type CommandType, type Officer, type Role } from '#domain/dossier';
import type { UserId } from '#domain/dossier';
import type { RequestActor } from '../platform/auth/request-actor.ts';

const LEADING: ReadonlySet<Role> = new Set<Role>(['director', 'viceChair', 'head']);

/**
 * The roles a key acts in: those of the desks that have the command. It is no leader, so what waits for one
 * waits for one, unless nobody but a leader has the command at all.
 */
const rolesOfKey = (command: CommandType): readonly Role[] => {
  const having = (Object.keys(ROLE_ACTS) as Role[]).filter(
    (role) => reachOf(role, command) !== undefined,
  );
  const desks = having.filter((role) => !LEADING.has(role));
  return desks.length > 0 ? desks : having;
};

/** Whoever asks, as the domain knows people: by their roles in the dossier's unit. */
export const officerOf = (actor: RequestActor, unitId: number, command: CommandType): Officer => {
  const unit = actor.units.find(({ id }) => id === unitId);
  return {
    kind: 'officer',
    id: (actor.kind === 'key' ? `key:${actor.id}` : actor.id) as UserId,
    roles: actor.kind === 'key' ? rolesOfKey(command) : (unit?.roles ?? []),
    departments: unit?.departments ?? [],
  };
};
