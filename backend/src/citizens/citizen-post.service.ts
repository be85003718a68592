import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import type { CitizenMessages } from '#contract/units';
import { courseOf, isToBeCalled, tellAt, type MessageWay } from '#domain/citizen';
import { instant, type WorkingCalendar } from '#domain/working-time';
import { citizenTexts } from '#wording/citizens';
import { Gateway, MailCourier, pauseAfter, type OpenHook } from '../deliveries/index.ts';
import { OfficeBook, openLookup } from '../dossiers/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import type { Environment } from '../platform/config/environment.ts';
import { ENVIRONMENT } from '../platform/config/tokens.ts';
import { Tenancy, type Transaction } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import { Feed } from '../platform/realtime/feed.service.ts';
import { SECRET_BOX, type SecretBox } from '../platform/secret-box/secret-box.ts';
import { gatewayMessage, type Spoken } from './gateway-message.ts';
import { messageText } from './message-text.ts';
import { MessageStore, type Ending, type Now } from './message-store.ts';
import type { Outgoing } from './outgoing.ts';
import { attemptOf, attemptOfMail, type Attempt } from './posted-fate.ts';

/** Longer than any gateway or mail server is waited for. */
const LEASE_MS = 120_000;

/** What a unit has set up, read once for all that it sends now. */
interface Setting {
  readonly unitId: number;
  readonly messages: CitizenMessages;
  readonly hook: OpenHook | undefined;
  readonly calendar: WorkingCalendar;
}

/** A message that has been put down as leaving. */
interface Leaving {
  readonly message: Outgoing;
  readonly way: MessageWay;
  readonly spoken: Omit<Spoken, 'phone'>;
}

/** Tells citizens: once, in working hours, and only what is still so. */
@Injectable()
export class CitizenPost {
  readonly #tenancy: Tenancy;
  readonly #store: MessageStore;
  readonly #offices: OfficeBook;
  readonly #box: SecretBox;
  readonly #gateway: Gateway;
  readonly #mail: MailCourier;
  readonly #feed: Feed;
  readonly #clock: Clock;
  readonly #home: string | undefined;
  readonly #log: Logger;

  // eslint-disable-next-line max-params -- where everything of a message comes together
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(SECRET_BOX) box: SecretBox,
    @Inject(Gateway) gateway: Gateway,
    @Inject(MailCourier) mail: MailCourier,
    @Inject(Feed) feed: Feed,
    @Inject(CLOCK) clock: Clock,
    @Inject(ENVIRONMENT) environment: Environment,
    @Inject(LOG) log: Logger,
  ) {
    this.#tenancy = tenancy;
    this.#store = new MessageStore(tenancy);
    this.#offices = offices;
    this.#box = box;
    this.#gateway = gateway;
    this.#mail = mail;
    this.#feed = feed;
    this.#clock = clock;
    this.#home = environment.MOTCUA_URL;
    this.#log = log;
  }

  /** In which units somebody waits; what was left half done is put right on the way. */
  async waiting(): Promise<readonly number[]> {
    const now = this.#now();
    const gone = await this.#store.tidy(now);
    for (const { unitId, id } of gone) await this.#announce(unitId, id);
    return this.#store.waiting(now);
  }

  /** Until nobody in the unit waits any more, or nobody gets through. */
  async clear(unitId: number, signal: AbortSignal): Promise<void> {
    const setting = await this.#settingOf(unitId);
    let goesOn = true;
    while (goesOn && !signal.aborted) goesOn = await this.#tellNext(setting);
  }

  async #settingOf(unitId: number): Promise<Setting> {
    const [unit, calendar, hook] = await Promise.all([
      this.#offices.unit(unitId),
      this.#offices.calendar(unitId),
      this.#gateway.find(unitId),
    ]);
    return { unitId, calendar, hook, messages: unit.settings.citizenMessages };
  }

  /** False when there is nothing more to do now. */
  async #tellNext(setting: Setting): Promise<boolean> {
    const taken = await this.#take(setting);
    if (taken === undefined || taken === 'settled') return taken === 'settled';
    const attempt = await this.#attempt(taken, setting);
    await this.#record(taken.message, attempt, setting);
    return attempt.kind !== 'again';
  }

  /** One transaction: what is no longer so ends here, what is to leave is written down as leaving. */
  #take(setting: Setting): Promise<Leaving | 'settled' | undefined> {
    const now = this.#now();
    return this.#tenancy.within({ units: [setting.unitId] }, async (transaction) => {
      const message = await this.#store.next(transaction, setting.unitId, now);
      if (message === undefined) return undefined;
      const course = this.#courseOf(message, setting);
      const spoken = course.course === 'send' ? this.#say(message, setting) : undefined;
      if (course.course !== 'send' || spoken === undefined) {
        await this.#end(transaction, setting.unitId, message, endingOf(course));
        return 'settled';
      }
      const key = { unitId: setting.unitId, id: message.id };
      const opensAt = tellAt(setting.calendar, instant(now.office));
      if (opensAt > now.office) {
        // In the morning it is asked anew whether it is still so.
        await this.#store.putOff(transaction, key, { at: opensAt, retryAt: null, fault: null });
        return 'settled';
      }
      const until = now.machine + LEASE_MS;
      await this.#store.leave(transaction, key, { way: course.way, machine: now.machine, until });
      return { message, way: course.way, spoken };
    });
  }

  #courseOf(message: Outgoing, { messages, hook }: Setting) {
    const { kind, state, dueAt, isOutdated, isImported, isAsked, isGiven, refusedSince } = message;
    const ways: readonly MessageWay[] = [
      ...(hook === undefined ? [] : (['gateway'] as const)),
      ...(this.#mail.isSet ? (['email'] as const) : []),
    ];
    const consent = isAsked
      ? { isGiven, refusedSince }
      : refusedSince
        ? { isGiven: false, refusedSince }
        : null;
    return courseOf(
      {
        ...{ kind, state, dueAt, isOutdated, isImported, consent },
        hasPhone: message.phone !== null,
        hasEmail: message.email !== null,
      },
      { kinds: messages.kinds, importedToo: messages.importedToo, ways },
    );
  }

  #say(message: Outgoing, { messages }: Setting): Omit<Spoken, 'phone'> | undefined {
    const { dossierId, sealed } = message;
    const lookupCode = sealed === null ? null : openLookup(dossierId, sealed, this.#box);
    const sayable = messageText(message, messages, { home: this.#home, lookupCode });
    return sayable && { id: message.id, kind: message.kind, ...sayable };
  }

  async #attempt({ message, way, spoken }: Leaving, { hook }: Setting): Promise<Attempt> {
    if (way === 'gateway' && hook !== undefined && message.phone !== null) {
      const body = gatewayMessage(hook, { ...spoken, phone: message.phone });
      if (body === undefined) return { kind: 'over', fault: 'no-way' };
      return attemptOf(await this.#gateway.post(hook, { id: spoken.id, body }), hook.template);
    }
    if (message.email === null) return { kind: 'over', fault: 'no-address' };
    return attemptOfMail(
      await this.#mail.post({
        id: spoken.id,
        to: { name: '', address: message.email },
        subject: citizenTexts.subject(message.unitName, message.code),
        text: `${spoken.text}\n\n${citizenTexts.footer}\n`,
      }),
    );
  }

  async #record(message: Outgoing, attempt: Attempt, { unitId }: Setting): Promise<void> {
    const now = this.#now();
    const { id, tries, firstTriedAt } = message;
    const log = { message: id, unitId };
    if (attempt.kind === 'again') {
      const elapsed = now.machine - (firstTriedAt ?? now.machine);
      const pauseMs = pauseAfter(tries + 1, elapsed);
      const { fault } = attempt;
      if (pauseMs !== undefined) {
        this.#log.warn({ ...log, fault }, 'a word to a citizen waits');
        const retryAt = now.machine + pauseMs;
        await this.#tenancy.within({ units: [unitId] }, (transaction) =>
          this.#store.putOff(transaction, { unitId, id }, { at: now.office, retryAt, fault }),
        );
        return;
      }
    }
    if (attempt.kind !== 'sent') this.#log.warn({ ...log, fault: attempt.fault }, 'given up');
    const ending: Ending =
      attempt.kind === 'sent' ? { state: 'sent' } : lostEnding(message, attempt.fault);
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#end(transaction, unitId, message, ending),
    );
    this.#feed.announce();
  }

  async #end(
    transaction: Transaction,
    unitId: number,
    { id, dossierId }: Outgoing,
    ending: Ending,
  ): Promise<void> {
    const now = this.#now();
    await this.#store.settle(transaction, { unitId, id }, ending, now);
    await this.#feed.put(transaction, { unitId, at: now.office }, [
      { op: ending.state === 'call' ? 'created' : 'changed', type: 'call', id },
      { op: 'changed', type: 'message', id: dossierId },
    ]);
  }

  async #announce(unitId: number, id: string): Promise<void> {
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      this.#feed.put(transaction, { unitId, at: this.#clock.officeNow() }, [
        { op: 'removed', type: 'call', id },
      ]),
    );
    this.#feed.announce();
  }

  #now(): Now {
    return { office: this.#clock.officeNow(), machine: this.#clock.machineNow() };
  }
}

/** A message that could not be brought: somebody rings up, if it asks something of the citizen. */
const lostEnding = (
  message: Outgoing,
  fault: Exclude<Ending, { state: 'sent' }>['fault'],
): Ending => ({
  state: isToBeCalled({ kind: message.kind, hasPhone: message.phone !== null })
    ? 'call'
    : 'superseded',
  fault,
});

const endingOf = (course: ReturnType<typeof courseOf>): Ending => {
  if (course.course === 'call') return { state: 'call', fault: null };
  return { state: 'superseded', fault: course.course === 'drop' ? course.why : 'not-so' };
};
