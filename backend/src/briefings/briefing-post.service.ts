import { Inject, Injectable } from '@nestjs/common';
import type { Logger } from 'pino';
import { DEFAULT_WISH, type NotificationWish } from '#contract/alerts';
import {
  dayOf,
  formatDay,
  instant,
  isWorkingDay,
  parseInstant,
  type Instant,
} from '#domain/working-time';
import { noticeWords } from '#wording/notices';
import { wishesOf } from '../alerts/index.ts';
import { MailCourier, pauseAfter, type Fate } from '../deliveries/index.ts';
import { OfficeBook } from '../dossiers/index.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { LOG } from '../platform/log/log.module.ts';
import { BriefingStore, type Briefing, type Leader } from './briefing-store.ts';
import { briefingText, isNothing } from './briefing-text.ts';
import { Morning } from './morning.service.ts';

const COMMUNES = `select id from unit where kind = 'commune' and closed_at is null order by id`;
const LEASE_MS = 120_000;
const AT_ONCE = 20;
const SUPERSEDED: Fate = { fate: 'nowhere', fault: 'no-address' };
const NO_ADDRESS: Fate = { ...SUPERSEDED };

/** Who has no digest has no letter of the day either. */
const wantsIt = ({ leadersDigest = true, digestAt }: NotificationWish): boolean =>
  leadersDigest && digestAt.length > 0;

/** Plans and sends the letters with which a working day begins for those who lead. */
@Injectable()
export class BriefingPost {
  readonly #store: BriefingStore;
  readonly #tenancy: Tenancy;
  readonly #morning: Morning;
  readonly #offices: OfficeBook;
  readonly #mail: MailCourier;
  readonly #clock: Clock;
  readonly #log: Logger;

  // eslint-disable-next-line max-params -- whom, what, by which way, when
  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(Morning) morning: Morning,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(MailCourier) mail: MailCourier,
    @Inject(CLOCK) clock: Clock,
    @Inject(LOG) log: Logger,
  ) {
    this.#store = new BriefingStore(tenancy);
    this.#tenancy = tenancy;
    this.#morning = morning;
    this.#offices = offices;
    this.#mail = mail;
    this.#clock = clock;
    this.#log = log;
  }

  /** One row for each leader of each unit that works that day; what was planned stays as it is. */
  async plan(firesAt: string, signal: AbortSignal): Promise<number> {
    const at = parseInstant(firesAt);
    if (at === undefined) throw new RangeError(`Not a moment: ${firesAt}`);
    const day = dayOf(at);
    // A morning that was missed is over: its letter would speak of another day.
    if (day !== dayOf(instant(this.#clock.officeNow()))) return 0;
    const units = await this.#tenancy.ask<{ readonly id: number }>({ units: [] }, COMMUNES, []);
    let planned = 0;
    for (const { id } of units) {
      signal.throwIfAborted();
      if (!isWorkingDay(await this.#offices.calendar(id), day)) continue;
      const leaders = await this.#store.leaders(id, at);
      const users = await this.#willing(leaders.map(({ userId }) => userId));
      planned += await this.#store.plan(id, { day, at, users });
    }
    return planned;
  }

  /** Everything whose turn it is; what cannot leave is put off, so that this ends. */
  async clear(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const now = { office: this.#clock.officeNow(), machine: this.#clock.machineNow() };
      const taken = await this.#store.take(now, { leaseMs: LEASE_MS, limit: AT_ONCE });
      if (taken.length === 0) return;
      for (const one of taken) await this.#record(one, await this.#send(one));
    }
  }

  async #willing(users: readonly string[]): Promise<readonly string[]> {
    const wishes = await this.#tenancy.within({ units: [] }, (transaction) =>
      wishesOf(transaction, users),
    );
    return users.filter((userId) => wantsIt(wishes.get(userId) ?? DEFAULT_WISH));
  }

  /** Written now, of how things stand now, for who leads now. */
  async #send(one: Briefing): Promise<Fate> {
    const now = instant(this.#clock.officeNow());
    const [leader] = await this.#store.leaders(one.unitId, now, one.userId);
    const isOver = one.day !== formatDay(dayOf(now));
    if (isOver || leader === undefined || (await this.#willing([one.userId])).length === 0) {
      return SUPERSEDED;
    }
    return this.#post(one, leader, now);
  }

  async #post({ id, unitId }: Briefing, leader: Leader, now: Instant): Promise<Fate> {
    const figures = await this.#morning.of(unitId, leader, now);
    if (isNothing(figures)) return SUPERSEDED;
    const { name: unitName } = await this.#offices.unit(unitId);
    const { displayName, email } = leader;
    if (email === null) return NO_ADDRESS;
    const reader = { displayName, unitName };
    const letter = briefingText(figures, reader, noticeWords.vi, this.#mail.home);
    return this.#mail.post({ id, to: { name: displayName, address: email }, ...letter });
  }

  async #record(one: Briefing, fate: Fate): Promise<void> {
    const machine = this.#clock.machineNow();
    if (fate.fate === 'sent') return this.#store.settle(one, 'sent', machine, null);
    if (fate.fate === 'nowhere') {
      return this.#store.settle(
        one,
        'superseded',
        machine,
        fate === SUPERSEDED ? null : fate.fault,
      );
    }
    const pause =
      fate.fate === 'waits' ? pauseAfter(one.tries, machine - one.firstTriedAt) : undefined;
    this.#log.warn({ briefing: one.id, unit: one.unitId, fault: fate.fault }, 'a letter waits');
    if (pause === undefined) return this.#store.settle(one, 'dead', machine, fate.fault);
    return this.#store.postpone(one, machine + pause, fate.fault);
  }
}
