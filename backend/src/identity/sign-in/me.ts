import { Inject, Injectable } from '@nestjs/common';
import type { Me } from '#contract/identity';
import { csrfTokenOf } from '../../platform/auth/foreign-request.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { UserStore } from '../users/user-store.ts';

/** Who is signed in, as the screens ask first of all. */
@Injectable()
export class MeService {
  readonly #users: UserStore;

  constructor(@Inject(UserStore) users: UserStore) {
    this.#users = users;
  }

  async describe(actor: RequestActor, sessionToken: string): Promise<Me> {
    const account = await this.#users.get(actor.id);
    const { id, username, displayName, title, signingForm, mustChangePassword } = account;
    const isMissing = actor.restriction === 'second-factor-required';
    const secondFactor = account.hasSecondFactor ? 'enrolled' : isMissing ? 'required' : 'none';
    return {
      user: { id, username, displayName, title, signingForm, mustChangePassword, secondFactor },
      units: actor.units,
      csrfToken: csrfTokenOf(sessionToken),
    };
  }
}
