import { Inject, Injectable } from '@nestjs/common';
import { type Permission, permissionSchema, permissionsOf } from '#contract/identity';
import { DEFAULT_UNIT_SETTINGS } from '#contract/units';
import type { Role } from '#domain/dossier';
import type { Credentials } from '../../platform/auth/credentials.ts';
import type { Authenticator } from '../../platform/auth/ports.ts';
import {
  RequestActor,
  type Restriction,
  type UnitCard,
} from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { Screens } from './screens.service.ts';
import { type HeldUnit, needsSecondFactor, rolesActedIn } from './second-factor-rule.ts';
import { IDLE_MS, NOTED_EVERY_MS } from './session-rules.ts';
import { hashOf } from './token.ts';

interface SessionHolder {
  readonly id: string;
  readonly sessionId: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly locked: boolean;
  readonly idleMs: number;
  readonly lockAfterMinutes: number;
  readonly units: readonly HeldUnit[];
}

interface KeyHolder {
  readonly id: string;
  readonly unit: UnitCard;
  readonly permissions: readonly string[];
}

interface Lookup {
  readonly name: 'actor_of_session' | 'actor_of_key';
  /** How long ago it may have been noted that they were here. */
  readonly notedEveryMs: number;
}

const memo = new Map<string, readonly Permission[]>();

/** Worked out once for each combination of roles; there are few. */
const permissionsFor = (roles: readonly Role[]): readonly Permission[] => {
  const key = roles.join(' ');
  const known = memo.get(key) ?? permissionsOf(roles);
  memo.set(key, known);
  return known;
};

/** Whom a cookie or a key belongs to, asked anew for every request: what was ended is ended now. */
@Injectable()
export class Authentication implements Authenticator {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #screens: Screens;
  readonly #isProduction: boolean;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
    @Inject(Screens) screens: Screens,
    @Inject(ENVIRONMENT) environment: Pick<Environment, 'NODE_ENV'>,
  ) {
    this.#tenancy = tenancy;
    this.#clock = clock;
    this.#screens = screens;
    this.#isProduction = environment.NODE_ENV === 'production';
  }

  async authenticate(credentials: Credentials): Promise<RequestActor | undefined> {
    return this.#identify(credentials, NOTED_EVERY_MS);
  }

  /** Notes nothing: seen since for ever is not longer ago than that. */
  async recheck(credentials: Credentials): Promise<RequestActor | undefined> {
    return this.#identify(credentials, Infinity);
  }

  bySession(token: string): Promise<RequestActor | undefined> {
    return this.#bySession(token, NOTED_EVERY_MS);
  }

  #identify(credentials: Credentials, notedEveryMs: number): Promise<RequestActor | undefined> {
    return credentials.kind === 'key'
      ? this.#byKey(credentials.secret, notedEveryMs)
      : this.#bySession(credentials.token, notedEveryMs);
  }

  async #bySession(token: string, notedEveryMs: number): Promise<RequestActor | undefined> {
    const by = { name: 'actor_of_session', notedEveryMs } as const;
    const holder = await this.#holder<SessionHolder>(by, token);
    if (holder === null) return undefined;
    const [home] = holder.units;
    const isAct = Number.isFinite(notedEveryMs);
    const screen = await this.#screens.look({ ...holder, unitId: home?.id, isAct });
    return screen === 'over' ? undefined : this.#actorOf(holder, screen === 'locked');
  }

  #actorOf(holder: SessionHolder, isLocked: boolean): RequestActor {
    const { id, sessionId, lockAfterMinutes } = holder;
    const units = holder.units.map((unit) => ({
      ...unit,
      permissions: permissionsFor(rolesActedIn(unit)),
    }));
    const restriction = isLocked ? 'session-locked' : this.#restrictionOf(holder);
    return new RequestActor({
      ...{ kind: 'user', id, sessionId, units, lockAfterMinutes },
      ...(restriction !== undefined && { restriction }),
    });
  }

  async #byKey(secret: string, notedEveryMs: number): Promise<RequestActor | undefined> {
    const holder = await this.#holder<KeyHolder>({ name: 'actor_of_key', notedEveryMs }, secret);
    if (holder === null) return undefined;
    // A permission that a later version no longer knows is one less.
    const permissions = holder.permissions.filter(
      (name): name is Permission => permissionSchema.safeParse(name).success,
    );
    const unit = { ...holder.unit, roles: [], departments: [], standsInFor: [], permissions };
    return new RequestActor({ kind: 'key', id: holder.id, units: [unit] });
  }

  async #holder<Holder>({ name, notedEveryMs }: Lookup, token: string) {
    const now = this.#clock.machineNow();
    const moments = {
      machineNow: sqlInstant(now),
      officeNow: sqlInstant(this.#clock.officeNow()),
      idleSince: sqlInstant(now - IDLE_MS),
      lockAfterMinutes: DEFAULT_UNIT_SETTINGS.lockAfterMinutes,
      notedSince: sqlInstant(now - notedEveryMs),
    };
    const [row] = await this.#tenancy.call<{ readonly holder: Holder | null }>(
      `select ${name}($1, $2) as holder`,
      [hashOf(token), moments],
    );
    return row?.holder ?? null;
  }

  #restrictionOf({
    mustChangePassword,
    secondFactor,
    units,
  }: SessionHolder): Restriction | undefined {
    if (mustChangePassword) return 'password-change-required';
    const isMissing = this.#isProduction && !secondFactor && needsSecondFactor(units);
    return isMissing ? 'second-factor-required' : undefined;
  }
}
