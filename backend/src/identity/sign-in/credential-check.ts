import { Inject, Injectable } from '@nestjs/common';
import type { Login } from '#contract/identity';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { PasswordHasher } from '../password/password-hasher.ts';
import { SecondFactor } from '../second-factor/second-factor.service.ts';
import { type Account, UserStore } from '../users/user-store.ts';
import { Devices } from './devices.ts';
import { type Counted, Throttle } from './throttle.service.ts';
import { ACCOUNT_LIMITS, ADDRESS_LIMITS } from './throttle.ts';

export interface Attempt {
  readonly login: Login;
  /** The browser's token from an earlier sign-in. */
  readonly device: string | undefined;
  readonly address: string;
}

/** Somebody who has shown who they are. */
export interface Shown {
  readonly account: Account;
  /** Whether a one-time code was given just now. */
  readonly withCode: boolean;
  /** Whose failures to forget, and which attempt to take back. */
  readonly counted: Counted;
  readonly address: Counted;
}

export const usernameOf = (typed: string): string => typed.normalize('NFC').trim().toLowerCase();

/** Who has signed in from this browser before is not held up by those who guess from elsewhere. */
const countedFor = (username: string, device: string | undefined): Counted => ({
  name: device === undefined ? `account ${username}` : `device ${device} ${username}`,
  limits: ACCOUNT_LIMITS,
});

/** A flood of strangers must not use up what the owner may get wrong. */
const isTooBusy = (error: unknown): boolean =>
  error instanceof ProblemError && error.code === 'too-busy';

/** Password and second factor, at the same pace for names that exist and names that do not. */
@Injectable()
export class CredentialCheck {
  readonly #tenancy: Tenancy;
  readonly #users: UserStore;
  readonly #throttle: Throttle;
  readonly #hasher: PasswordHasher;
  readonly #secondFactor: SecondFactor;
  readonly #devices: Devices;

  // eslint-disable-next-line max-params -- one for each thing that is shown or counted
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(UserStore) users: UserStore,
    @Inject(Throttle) throttle: Throttle,
    @Inject(PasswordHasher) hasher: PasswordHasher,
    @Inject(SecondFactor) secondFactor: SecondFactor,
    @Inject(Devices) devices: Devices,
  ) {
    this.#tenancy = tenancy;
    this.#users = users;
    this.#throttle = throttle;
    this.#hasher = hasher;
    this.#secondFactor = secondFactor;
    this.#devices = devices;
  }

  /** Who it is; a problem for whoever has not shown it. */
  async check({ login, device, address }: Attempt): Promise<Shown> {
    const username = usernameOf(login.username);
    const account = await this.#findEnabled(username);
    const known = await this.#findDevice(device, account);
    const counted = countedFor(username, known?.token);
    const from: Counted = { name: `address ${address}`, limits: ADDRESS_LIMITS };
    const reserved = known === undefined ? [counted, from] : [counted];
    await this.#throttle.reserve(reserved);
    const owner = await this.#ownerOf(account, login).catch(async (error: unknown) => {
      if (isTooBusy(error)) await this.#throttle.giveBack(reserved);
      throw error;
    });
    const withCode = owner.hasSecondFactor && known?.withSecondFactor !== true;
    if (withCode) await this.#spend(owner, login.totp);
    return { account: owner, withCode, counted, address: from };
  }

  /** The account, if the password opens it. */
  async #ownerOf(account: Account | undefined, { password }: Login): Promise<Account> {
    const matches = await this.#hasher.matches(account?.passwordHash ?? null, password);
    if (account === undefined || !matches) throw new ProblemError('sign-in-failed');
    return account;
  }

  async #findEnabled(username: string): Promise<Account | undefined> {
    const account = await this.#users.findByName(username);
    return account?.isDisabled === false ? account : undefined;
  }

  async #findDevice(token: string | undefined, account: Account | undefined) {
    if (token === undefined || account === undefined) return undefined;
    const known = await this.#devices.find(token, account.id);
    return known && { ...known, token };
  }

  async #spend({ id }: Account, code: string | undefined): Promise<void> {
    if (code === undefined || code.trim() === '') throw new ProblemError('one-time-code-required');
    const spent = await this.#tenancy.within({ units: [] }, (transaction) =>
      this.#secondFactor.spend(transaction, id, code),
    );
    if (!spent) throw new ProblemError('sign-in-failed');
  }
}
