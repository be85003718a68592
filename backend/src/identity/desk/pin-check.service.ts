import { Inject, Injectable } from '@nestjs/common';
import type { Switch } from '#contract/identity';
import { CLOCK, type Clock } from '../../platform/clock/clock.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { PasswordHasher } from '../password/password-hasher.ts';
import { OfficeHours } from '../session/office-hours.ts';
import { type HeldUnit, needsSecondFactor } from '../session/second-factor-rule.ts';
import { usernameOf } from '../sign-in/credential-check.ts';
import { type Counted, Throttle } from '../sign-in/throttle.service.ts';
import { ADDRESS_LIMITS, PIN_LIMITS } from '../sign-in/throttle.ts';
import { type Account, UserStore } from '../users/user-store.ts';
import { Desks, type KnownDesk } from './desks.service.ts';

/** Somebody who has shown the short number where it counts. */
export interface ShownPin {
  readonly account: Account;
  readonly desk: KnownDesk;
  /** Whose failures to forget. */
  readonly counted: Counted;
}

interface Looked {
  readonly hash: string | null;
  readonly units: readonly HeldUnit[];
}

/** A short number is good at a registered desk of the unit, while it is at work, and for nobody who leads with two factors. */
@Injectable()
export class PinCheck {
  readonly #tenancy: Tenancy;
  readonly #desks: Desks;
  readonly #hours: OfficeHours;
  readonly #users: UserStore;
  readonly #throttle: Throttle;
  readonly #hasher: PasswordHasher;
  readonly #clock: Clock;
  readonly #isProduction: boolean;

  // eslint-disable-next-line max-params -- one for each condition
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Desks) desks: Desks,
    @Inject(OfficeHours) hours: OfficeHours,
    @Inject(UserStore) users: UserStore,
    @Inject(Throttle) throttle: Throttle,
    @Inject(PasswordHasher) hasher: PasswordHasher,
    @Inject(CLOCK) clock: Clock,
    @Inject(ENVIRONMENT) environment: Pick<Environment, 'NODE_ENV'>,
  ) {
    this.#tenancy = tenancy;
    this.#desks = desks;
    this.#hours = hours;
    this.#users = users;
    this.#throttle = throttle;
    this.#hasher = hasher;
    this.#clock = clock;
    this.#isProduction = environment.NODE_ENV === 'production';
  }

  /** Where one stands and when are told; who has a short number is not. */
  async check({ username, pin }: Switch, deskToken: string | undefined): Promise<ShownPin> {
    const desk = await this.#requireDesk(deskToken);
    const name = usernameOf(username);
    const counted = { name: `pin ${name}`, limits: PIN_LIMITS };
    const atDesk = { name: `desk ${desk.id}`, limits: ADDRESS_LIMITS };
    await this.#throttle.reserve([counted, atDesk]);
    const account = await this.#users.findByName(name);
    const { hash, units } = await this.#lookAt(account);
    const matches = await this.#hasher.matches(hash, pin);
    const isHere = units.some(({ id }) => id === desk.unitId);
    if (account === undefined || !matches || !isHere) throw new ProblemError('sign-in-failed');
    const isLeading = this.#isProduction && needsSecondFactor(units);
    if (account.hasSecondFactor || isLeading) throw new ProblemError('full-sign-in-required');
    return { account, desk, counted };
  }

  async #requireDesk(token: string | undefined): Promise<KnownDesk> {
    const desk = await this.#desks.find(token);
    if (desk === undefined) throw new ProblemError('desk-not-registered');
    if (!(await this.#hours.areNow(desk.unitId))) throw new ProblemError('outside-working-hours');
    return desk;
  }

  async #lookAt(account: Account | undefined): Promise<Looked> {
    const none = { hash: null, units: [] };
    if (account === undefined || account.isDisabled) return none;
    const [row] = await this.#tenancy.everywhere((transaction) =>
      transaction.query<Looked>(
        `select secret_hash_of($1, 'pin') as hash, units_of($1, $2) as units`,
        [account.id, sqlInstant(this.#clock.officeNow())],
      ),
    );
    return row ?? none;
  }
}
