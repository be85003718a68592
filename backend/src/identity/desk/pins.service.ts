import { Inject, Injectable } from '@nestjs/common';
import type { NewPin, PinEnd } from '#contract/identity';
import { AuditBook, homeOf } from '../../audit/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { Ask } from '../../platform/idempotency/ask.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { OwnPassword } from '../own-account/own-password.service.ts';
import { PasswordHasher } from '../password/password-hasher.ts';
import { isTooSimple } from './pin-rules.ts';

/** The short number one chooses for oneself, with the password. */
@Injectable()
export class Pins {
  readonly #tenancy: Tenancy;
  readonly #passwords: OwnPassword;
  readonly #hasher: PasswordHasher;
  readonly #audit: AuditBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OwnPassword) passwords: OwnPassword,
    @Inject(PasswordHasher) hasher: PasswordHasher,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#passwords = passwords;
    this.#hasher = hasher;
    this.#audit = audit;
  }

  async set({ password, pin }: NewPin, ask: Ask): Promise<void> {
    if (isTooSimple(pin)) throw new ProblemError('pin-too-simple');
    await this.#passwords.confirm(ask.actor.id, password);
    await this.#keep(await this.#hasher.hash(pin), 'user.pinSet', ask);
  }

  async remove({ password }: PinEnd, ask: Ask): Promise<void> {
    await this.#passwords.confirm(ask.actor.id, password);
    await this.#keep(null, 'user.pinRemoved', ask);
  }

  async #keep(hash: string | null, act: string, { actor, from }: Ask): Promise<void> {
    const unitId = homeOf(actor);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#passwords.confirmed(transaction, actor.id);
      await transaction.execute('update office_user set pin_hash = $2 where id = $1', [
        actor.id,
        hash,
      ]);
      await this.#audit.write(transaction, { unitId, actor, act, from });
    });
  }
}
