import { Inject, Injectable } from '@nestjs/common';
import type { Login } from '#contract/identity';
import { AuditBook, INSTALLATION, NOBODY } from '../../audit/index.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { Sessions, agentOf } from '../session/sessions.service.ts';
import { newToken } from '../session/token.ts';
import { UserStore } from '../users/user-store.ts';
import type { Brought } from './brought.ts';
import { CredentialCheck, type Shown, usernameOf } from './credential-check.ts';
import { Devices } from './devices.ts';
import { Throttle } from './throttle.service.ts';

/** For the cookies, and kept nowhere else. */
export interface SignedIn {
  readonly session: string;
  readonly device: string;
}

/** The way in, and the way out. */
@Injectable()
export class SignIn {
  readonly #tenancy: Tenancy;
  readonly #users: UserStore;
  readonly #check: CredentialCheck;
  readonly #throttle: Throttle;
  readonly #devices: Devices;
  readonly #sessions: Sessions;
  readonly #audit: AuditBook;

  // eslint-disable-next-line max-params -- one for each thing that a sign-in leaves behind
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(UserStore) users: UserStore,
    @Inject(CredentialCheck) check: CredentialCheck,
    @Inject(Throttle) throttle: Throttle,
    @Inject(Devices) devices: Devices,
    @Inject(Sessions) sessions: Sessions,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#users = users;
    this.#check = check;
    this.#throttle = throttle;
    this.#devices = devices;
    this.#sessions = sessions;
    this.#audit = audit;
  }

  async signIn(login: Login, brought: Brought, request: HttpRequest): Promise<SignedIn> {
    const attempt = { login, device: brought.device, address: request.ip };
    const shown = await this.#check.check(attempt).catch(async (error: unknown) => {
      if (error instanceof ProblemError) await this.#noteFailure(error, login, request);
      throw error;
    });
    return this.#open(shown, login, brought, request);
  }

  /** Ends the session the request came with. */
  async signOut(userId: string, sessionId: string, request: HttpRequest): Promise<void> {
    const { homeUnit: unitId } = await this.#users.get(userId);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#sessions.end(transaction, userId, sessionId);
      await this.#audit.write(transaction, {
        unitId,
        actor: { kind: 'user', id: userId },
        act: 'session.ended',
        subject: { type: 'session', id: sessionId },
        from: request,
      });
    });
  }

  #open(
    { account, withCode, counted, address }: Shown,
    login: Login,
    brought: Brought,
    request: HttpRequest,
  ): Promise<SignedIn> {
    const device = brought.device ?? newToken();
    const withSecondFactor = withCode && login.rememberDevice === true;
    const unitId = account.homeUnit;
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#throttle.forget(transaction, counted);
      await this.#throttle.takeBack(transaction, address);
      // Nobody who planted a session in this browser shares in the new one.
      if (brought.session !== undefined) {
        await this.#sessions.endByToken(transaction, brought.session);
      }
      const remembered = { id: account.id, withSecondFactor, agent: agentOf(request) };
      await this.#devices.remember(transaction, device, remembered);
      const { id, token } = await this.#sessions.open(transaction, account.id, request);
      await this.#audit.write(transaction, {
        unitId,
        actor: { kind: 'user', id: account.id },
        act: 'session.opened',
        subject: { type: 'session', id },
        facts: { withCode },
        from: request,
      });
      return { session: token, device };
    });
  }

  /** A name that nobody has is not written down: it may have been a password. */
  async #noteFailure({ code }: ProblemError, login: Login, request: HttpRequest): Promise<void> {
    const account = await this.#users.findByName(usernameOf(login.username));
    const unitId = account?.homeUnit ?? INSTALLATION;
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#audit.write(transaction, {
        unitId,
        actor: NOBODY,
        act: 'session.refused',
        outcome: 'failed',
        ...(account !== undefined && { subject: { type: 'user', id: account.id } }),
        facts: { code },
        from: request,
      }),
    );
  }
}
