import { Inject, Injectable } from '@nestjs/common';
import type { Switch, Unlock } from '#contract/identity';
import { AuditBook, INSTALLATION, NOBODY, homeOf, type Whence } from '../../audit/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy, type Transaction } from '../../platform/database/tenancy.ts';
import type { HttpRequest } from '../../platform/http/exchange.ts';
import { ProblemError } from '../../platform/problem/problem-error.ts';
import { OwnPassword } from '../own-account/own-password.service.ts';
import { Screens } from '../session/screens.service.ts';
import { Sessions } from '../session/sessions.service.ts';
import type { Brought } from '../sign-in/brought.ts';
import { Throttle } from '../sign-in/throttle.service.ts';
import { UserStore } from '../users/user-store.ts';
import { Desks } from './desks.service.ts';
import { PinCheck, type ShownPin } from './pin-check.service.ts';

type Forget = (transaction: Transaction) => Promise<void>;

/** Locks a screen, opens it again, and changes who sits before it. */
@Injectable()
export class ScreenLock {
  readonly #tenancy: Tenancy;
  readonly #screens: Screens;
  readonly #sessions: Sessions;
  readonly #passwords: OwnPassword;
  readonly #pins: PinCheck;
  readonly #desks: Desks;
  readonly #users: UserStore;
  readonly #throttle: Throttle;
  readonly #audit: AuditBook;

  // eslint-disable-next-line max-params -- two ways to show who one is, and what each leaves behind
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Screens) screens: Screens,
    @Inject(Sessions) sessions: Sessions,
    @Inject(OwnPassword) passwords: OwnPassword,
    @Inject(PinCheck) pins: PinCheck,
    @Inject(Desks) desks: Desks,
    @Inject(UserStore) users: UserStore,
    @Inject(Throttle) throttle: Throttle,
    @Inject(AuditBook) audit: AuditBook,
  ) {
    this.#tenancy = tenancy;
    this.#screens = screens;
    this.#sessions = sessions;
    this.#passwords = passwords;
    this.#pins = pins;
    this.#desks = desks;
    this.#users = users;
    this.#throttle = throttle;
    this.#audit = audit;
  }

  async lock(actor: RequestActor, from: Whence): Promise<void> {
    await this.#note(actor, { act: 'session.locked', from }, (transaction, sessionId) =>
      this.#screens.lock(transaction, sessionId),
    );
  }

  async unlock(
    shown: Unlock,
    actor: RequestActor,
    { from, desk }: { readonly from: Whence; readonly desk: string | undefined },
  ): Promise<void> {
    const forget = await this.#show(shown, actor, desk);
    await this.#note(actor, { act: 'session.unlocked', from }, async (transaction, sessionId) => {
      await forget(transaction);
      await this.#screens.open(transaction, sessionId);
    });
  }

  /** Ends whatever session the browser has and opens one for whoever shows the short number. */
  async changePerson(asked: Switch, brought: Brought, request: HttpRequest): Promise<string> {
    const shown = await this.#pins.check(asked, brought.desk).catch(async (error: unknown) => {
      if (error instanceof ProblemError) await this.#noteRefusal(error, brought, request);
      throw error;
    });
    return this.#takeOver(shown, brought, request);
  }

  async #takeOver(
    { account, desk, counted }: ShownPin,
    brought: Brought,
    request: HttpRequest,
  ): Promise<string> {
    const { unitId } = desk;
    return this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await this.#throttle.forget(transaction, counted);
      if (brought.session !== undefined) {
        await this.#sessions.endByToken(transaction, brought.session);
      }
      const { id, token } = await this.#sessions.open(transaction, account.id, request);
      const actor = { kind: 'user', id: account.id } as const;
      const subject = { type: 'session', id };
      const facts = { by: 'pin', desk: desk.id };
      const act = 'session.opened';
      await this.#audit.write(transaction, { unitId, actor, act, subject, facts, from: request });
      return token;
    });
  }

  async #show({ password, pin }: Unlock, { id }: RequestActor, desk: string | undefined) {
    if (password !== undefined) {
      await this.#passwords.confirm(id, password);
      const forget: Forget = (transaction) => this.#passwords.confirmed(transaction, id);
      return forget;
    }
    const { username } = await this.#users.get(id);
    const { counted } = await this.#pins
      .check({ username, pin: pin ?? '' }, desk)
      .catch(asWrongPin);
    const forget: Forget = (transaction) => this.#throttle.forget(transaction, counted);
    return forget;
  }

  async #note(
    actor: RequestActor,
    { act, from }: { readonly act: string; readonly from: Whence },
    work: (transaction: Transaction, sessionId: string) => Promise<void>,
  ): Promise<void> {
    const { sessionId } = actor;
    if (sessionId === undefined) throw new Error('a key has no screen');
    const unitId = homeOf(actor);
    await this.#tenancy.within({ units: [unitId] }, async (transaction) => {
      await work(transaction, sessionId);
      const subject = { type: 'session', id: sessionId };
      await this.#audit.write(transaction, { unitId, actor, act, subject, from });
    });
  }

  async #noteRefusal({ code }: ProblemError, { desk }: Brought, from: Whence): Promise<void> {
    const unitId = (await this.#desks.find(desk))?.unitId ?? INSTALLATION;
    const facts = { code, by: 'pin' };
    const note = { unitId, actor: NOBODY, act: 'session.refused', outcome: 'failed' } as const;
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#audit.write(transaction, { ...note, facts, from }),
    );
  }
}

/** Somebody is signed in here: that the number was wrong must not look as if they were not. */
const asWrongPin = (error: unknown): never => {
  const isWrong = error instanceof ProblemError && error.code === 'sign-in-failed';
  throw isWrong ? new ProblemError('wrong-pin') : error;
};
