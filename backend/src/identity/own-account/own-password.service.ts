import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { NewPasswords } from '../password/new-passwords.ts';
import { PasswordHasher } from '../password/password-hasher.ts';
import { Sessions } from '../session/sessions.service.ts';
import { type Counted, Throttle } from '../sign-in/throttle.service.ts';
import { ACCOUNT_LIMITS } from '../sign-in/throttle.ts';
import { type Account, UserStore } from '../users/user-store.ts';

const countedFor = (userId: string): Counted => ({
  name: `confirm ${userId}`,
  limits: ACCOUNT_LIMITS,
});

/** A password that its owner chooses. */
@Injectable()
export class OwnPassword {
  readonly #users: UserStore;
  readonly #passwords: NewPasswords;
  readonly #hasher: PasswordHasher;
  readonly #throttle: Throttle;
  readonly #sessions: Sessions;

  // eslint-disable-next-line max-params -- one for each thing that is asked or changed
  constructor(
    @Inject(UserStore) users: UserStore,
    @Inject(NewPasswords) passwords: NewPasswords,
    @Inject(PasswordHasher) hasher: PasswordHasher,
    @Inject(Throttle) throttle: Throttle,
    @Inject(Sessions) sessions: Sessions,
  ) {
    this.#users = users;
    this.#passwords = passwords;
    this.#hasher = hasher;
    this.#throttle = throttle;
    this.#sessions = sessions;
  }

  /**
   * Asks for the password again before something that a stolen session must not do. It counts as a failure
   * until `confirmed`: a one-time code asked for along with it is not guessed for nothing either.
   */
  async confirm(userId: string, password: string): Promise<Account> {
    await this.#throttle.reserve([countedFor(userId)]);
    const account = await this.#users.get(userId);
    if (!(await this.#hasher.matches(account.passwordHash, password))) {
      throw new ProblemError('wrong-password');
    }
    return account;
  }

  async confirmed(transaction: Transaction, userId: string): Promise<void> {
    await this.#throttle.forget(transaction, countedFor(userId));
  }

  async hashFor(userId: string, password: string): Promise<string> {
    const { username, displayName, hasSecondFactor, passwordHash } = await this.#users.get(userId);
    const hash = await this.#passwords.hash(password, {
      hasSecondFactor,
      words: [username, displayName],
    });
    if (passwordHash !== null && (await this.#hasher.matches(passwordHash, password))) {
      throw new ProblemError('password-not-accepted', { fault: 'unchanged' });
    }
    return hash;
  }

  /** Ends every session but the one in which it was done. */
  async set(
    transaction: Transaction,
    userId: string,
    passwordHash: string,
    keptSession?: string,
  ): Promise<void> {
    await transaction.execute(
      `update office_user set password_hash = $2, pin_hash = null, must_change_password = false
       where id = $1`,
      [userId, passwordHash],
    );
    await this.#sessions.endAll(transaction, userId, keptSession);
  }
}
