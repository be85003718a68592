import { Inject, Injectable } from '@nestjs/common';
import {
  type Permission,
  ROLES_WITH_SECOND_FACTOR,
  permissionSchema,
  permissionsOf,
} from '#contract/identity';
import type { Role } from '#domain/dossier';
import type { Credentials } from '../../platform/auth/credentials.ts';
import type { Authenticator } from '../../platform/auth/ports.ts';
import { RequestActor, type Restriction } from '../../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { IDLE_MS, NOTED_EVERY_MS } from './session-rules.ts';
import { hashOf } from './token.ts';

interface HeldUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
  readonly secondFactor: string | null;
}

interface SessionHolder {
  readonly id: string;
  readonly sessionId: string;
  readonly mustChangePassword: boolean;
  readonly secondFactor: boolean;
  readonly units: readonly HeldUnit[];
}

interface KeyHolder {
  readonly id: string;
  readonly unitId: number;
  readonly code: string;
  readonly name: string;
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

const needsSecondFactor = (units: readonly HeldUnit[]): boolean =>
  units.some(
    ({ roles, secondFactor }) =>
      secondFactor !== 'optional' && roles.some((role) => ROLES_WITH_SECOND_FACTOR.includes(role)),
  );

/** Whom a cookie or a key belongs to, asked anew for every request: what was ended is ended now. */
@Injectable()
export class Authentication implements Authenticator {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;
  readonly #isProduction: boolean;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(CLOCK) clock: Clock,
    @Inject(ENVIRONMENT) environment: Pick<Environment, 'NODE_ENV'>,
  ) {
    this.#tenancy = tenancy;
    this.#clock = clock;
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
    const units = holder.units.map(({ id, code, name, roles, departments }) => ({
      id,
      code,
      name,
      roles,
      departments,
      permissions: permissionsFor(roles),
    }));
    const restriction = this.#restrictionOf(holder);
    return new RequestActor({
      kind: 'user',
      id: holder.id,
      sessionId: holder.sessionId,
      units,
      ...(restriction !== undefined && { restriction }),
    });
  }

  async #byKey(secret: string, notedEveryMs: number): Promise<RequestActor | undefined> {
    const holder = await this.#holder<KeyHolder>({ name: 'actor_of_key', notedEveryMs }, secret);
    if (holder === null) return undefined;
    const { id, unitId, code, name } = holder;
    // A permission that a later version no longer knows is one less.
    const permissions = holder.permissions.filter(
      (name): name is Permission => permissionSchema.safeParse(name).success,
    );
    const unit = { id: unitId, code, name, roles: [], departments: [], permissions };
    return new RequestActor({ kind: 'key', id, units: [unit] });
  }

  async #holder<Holder>({ name, notedEveryMs }: Lookup, token: string) {
    const now = this.#clock.machineNow();
    const moments = {
      machineNow: sqlInstant(now),
      officeNow: sqlInstant(this.#clock.officeNow()),
      idleSince: sqlInstant(now - IDLE_MS),
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
