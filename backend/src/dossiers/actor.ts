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

/** Whoever asks, as the domain knows people: by their own roles in the dossier's unit. */
const ownOfficer = (actor: RequestActor, unitId: number, command: CommandType): Officer => {
  const unit = actor.units.find(({ id }) => id === unitId);
  return {
    kind: 'officer',
    id: (actor.kind === 'key' ? `key:${actor.id}` : actor.id) as UserId,
    roles: actor.kind === 'key' ? rolesOfKey(command) : (unit?.roles ?? []),
    departments: unit?.departments ?? [],
  };
};

/** As oneself, and then in the place of each colleague who is away: one's own right comes first. */
export const officersOf = (
  actor: RequestActor,
  unitId: number,
  command: CommandType,
): readonly [Officer, ...Officer[]] => {
  const own = ownOfficer(actor, unitId, command);
  const away = actor.units.find(({ id }) => id === unitId)?.standsInFor ?? [];
  const others = away.map(({ userId, roles, departments }) => ({
    ...{ ...own, roles, departments },
    standsInFor: userId as UserId,
  }));
  return [own, ...others];
};

/** Where having the act at all is enough: the first who has it. */
export const officerWith = (actor: RequestActor, unitId: number, command: CommandType): Officer => {
  const officers = officersOf(actor, unitId, command);
  const having = officers.find(({ roles }) =>
    roles.some((role) => reachOf(role, command) !== undefined),
  );
  return having ?? officers[0];
};
