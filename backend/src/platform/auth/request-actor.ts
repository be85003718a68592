import type { Role } from '#domain/dossier';
import type { Permission } from '#contract/identity';
import { ProblemError } from '../problem/problem-error.ts';

/** A unit as people are told of it. */
export interface UnitCard {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly kind: 'commune' | 'city';
  readonly level: 'xa' | 'phuong' | 'dacKhu' | null;
}

/** A colleague who is away, in whose place somebody acts for the time being. */
interface StoodInFor {
  readonly userId: string;
  readonly displayName: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

/** A unit in which somebody may do something. */
export interface ActorUnit extends UnitCard {
  /** One's own; what is done in another's place is done with theirs. */
  readonly roles: readonly Role[];
  /** Departments of the memberships that carry the roles. */
  readonly departments: readonly string[];
  readonly standsInFor: readonly StoodInFor[];
  /** With one's own roles or in the place of somebody away. */
  readonly permissions: readonly Permission[];
}

/** What has to be done before anything else may be. */
export type Restriction = 'session-locked' | 'password-change-required' | 'second-factor-required';

export interface ActorParts {
  readonly kind: 'user' | 'key';
  readonly id: string;
  readonly units: readonly ActorUnit[];
  /** The session the request came with; keys have none. */
  readonly sessionId?: string;
  readonly restriction?: Restriction;
  readonly lockAfterMinutes?: number;
}

/** Who asks, and where they may do what. Every answer about permission comes from here. */
export class RequestActor {
  readonly kind: ActorParts['kind'];
  readonly id: string;
  readonly units: readonly ActorUnit[];
  readonly sessionId: string | undefined;
  readonly restriction: Restriction | undefined;
  /** After how long alone the screen locks; keys have none. */
  readonly lockAfterMinutes: number | undefined;
  #asked = false;

  constructor({ kind, id, units, sessionId, restriction, lockAfterMinutes }: ActorParts) {
    this.kind = kind;
    this.id = id;
    this.units = units;
    this.sessionId = sessionId;
    this.restriction = restriction;
    this.lockAfterMinutes = lockAfterMinutes;
  }

  /** Whether anybody has asked about a permission: a handler that promised to must have. */
  get wasAsked(): boolean {
    return this.#asked;
  }

  get unitIds(): readonly number[] {
    return this.units.map(({ id }) => id);
  }

  /** The units in which the actor may do it. */
  unitsWhere(permission: Permission): readonly ActorUnit[] {
    this.#asked = true;
    return this.units.filter(({ permissions }) => permissions.includes(permission));
  }

  may(permission: Permission, unitId?: number): boolean {
    return this.unitsWhere(permission).some(({ id }) => unitId === undefined || id === unitId);
  }

  /** The unit, if the actor may do it there; another's unit is as good as none (404), else 403. */
  require(permission: Permission, unitId: number): ActorUnit {
    const unit = this.units.find(({ id }) => id === unitId);
    if (unit === undefined) throw new ProblemError('not-found');
    if (!this.may(permission, unitId)) throw new ProblemError('not-permitted');
    return unit;
  }

  /** The unit meant: the one given, or the only one where the actor may do it (422 when several). */
  choose(permission: Permission, unitId: number | undefined): ActorUnit {
    if (unitId !== undefined) return this.require(permission, unitId);
    const [only, ...others] = this.unitsWhere(permission);
    if (only === undefined) throw new ProblemError('not-permitted');
    if (others.length > 0) {
      const units = [only, ...others].slice(0, 20).map(({ id }) => id);
      throw new ProblemError('unit-required', { units });
    }
    return only;
  }

  /** The units a list covers: the one given, or all where the actor may do it. */
  covers(permission: Permission, unitId: number | undefined): readonly number[] {
    if (unitId !== undefined) return [this.require(permission, unitId).id];
    const units = this.unitsWhere(permission).map(({ id }) => id);
    if (units.length === 0) throw new ProblemError('not-permitted');
    return units;
  }
}
