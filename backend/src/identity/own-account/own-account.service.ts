import { Inject, Injectable } from '@nestjs/common';
import type { PasswordChange, SecondFactorOffer, SecondFactorProof } from '#contract/identity';
import { AuditBook, homeOf } from '../../audit/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { SecondFactor } from '../second-factor/second-factor.service.ts';
import { Devices } from '../sign-in/devices.ts';
import { UserStore } from '../users/user-store.ts';
import { OwnPassword } from './own-password.service.ts';

/** What people do with their own account. */
@Injectable()
export class OwnAccount {
  readonly #tenancy: Tenancy;
  readonly #users: UserStore;
  readonly #passwords: OwnPassword;
  readonly #secondFactor: SecondFactor;
  readonly #devices: Devices;
  readonly #audit: AuditBook;

  // eslint-disable-next-line max-params -- one for each part of an account
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(UserStore) users: UserStore,
    @Inject(OwnPassword) passwords: OwnPassword,
    @Inject(SecondFactor) secondFactor: SecondFactor,
    @Inject(Devices) devices: Devices,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#users = users;
    this.#passwords = passwords;
    this.#secondFactor = secondFactor;
    this.#devices = devices;
    this.#audit = audit;
  }

  async changePassword({ current, password }: PasswordChange, ask: Ask): Promise<void> {
    const { actor, from } = ask;
    await this.#passwords.confirm(actor.id, current);
    const hash = await this.#passwords.hashFor(actor.id, password);
    await this.#tenancy.within({ units: [homeOf(actor)] }, async (transaction) => {
      await this.#passwords.confirmed(transaction, actor.id);
      await this.#passwords.set(transaction, actor.id, hash, actor.sessionId);
      await this.#devices.forgetAll(transaction, actor.id);
      await this.#audit.write(transaction, {
        unitId: homeOf(actor),
        actor,
        act: 'user.passwordChanged',
        from,
      });
    });
  }

  /** A seed to scan; the second factor begins when a code of it is shown. */
  async offerSecondFactor({ actor }: Ask): Promise<SecondFactorOffer> {
    const { hasSecondFactor, username } = await this.#users.get(actor.id);
    if (hasSecondFactor) throw new ProblemError('second-factor-enrolled');
    return this.#secondFactor.offer(actor.id, username);
  }

  async confirmSecondFactor(
    { password, totp }: SecondFactorProof,
    { actor, from }: Ask,
  ): Promise<readonly string[]> {
    const { hasSecondFactor } = await this.#passwords.confirm(actor.id, password);
    if (hasSecondFactor) throw new ProblemError('second-factor-enrolled');
    if (!(await this.#secondFactor.isOffered(actor.id))) {
      throw new ProblemError('second-factor-not-offered');
    }
    return this.#tenancy.within({ units: [homeOf(actor)] }, async (transaction) => {
      const codes = await this.#secondFactor.confirm(transaction, actor.id, totp);
      if (codes === undefined) throw new ProblemError('wrong-one-time-code');
      await this.#passwords.confirmed(transaction, actor.id);
      await this.#audit.write(transaction, {
        unitId: homeOf(actor),
        actor,
        act: 'user.secondFactorAdded',
        from,
      });
      return codes;
    });
  }

  async removeSecondFactor({ password, totp }: SecondFactorProof, { actor, from }: Ask) {
    const { hasSecondFactor } = await this.#passwords.confirm(actor.id, password);
    if (!hasSecondFactor) throw new ProblemError('second-factor-not-offered');
    await this.#tenancy.within({ units: [homeOf(actor)] }, async (transaction) => {
      if (!(await this.#secondFactor.spend(transaction, actor.id, totp))) {
        throw new ProblemError('wrong-one-time-code');
      }
      await this.#passwords.confirmed(transaction, actor.id);
      await this.#secondFactor.remove(transaction, actor.id);
      await this.#devices.forgetAll(transaction, actor.id);
      await this.#audit.write(transaction, {
        unitId: homeOf(actor),
        actor,
        act: 'user.secondFactorRemoved',
        from,
      });
    });
  }
}
