import * as fc from 'fast-check';
import type { DueOutcome } from '#domain/deadline';
import type { Channel, DossierEvent, EventType } from '#domain/dossier';
import { dayOf, instant, plusDays, type Day, type Instant } from '#domain/working-time';
import { at } from './moment.ts';
import { anIntake, reception } from './office.ts';

/** A dossier's raw history, amendments included, as the store would hand it out. */
export interface RandomDossier {
  readonly id: string;
  readonly history: readonly DossierEvent[];
}

interface Throw {
  readonly act: number;
  readonly gap: number;
  readonly amount: number;
}

const BEGIN = at('2026-01-12 00:00');
const DAYS = 6;

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Beside these a life may wait until midnight or until its due moment, to the second. */
const GAPS = [0, 0, 1000, MINUTE, HOUR, 7 * HOUR, 12 * HOUR, DAY];

const FIELDS = ['Hộ tịch', 'Chứng thực', 'Đất đai'];
const CHANNELS: readonly Channel[] = ['online', 'direct', 'post'];

/** A few dossiers led by chance over six days. */
export const randomDossiers = (maxLength = 5): fc.Arbitrary<readonly RandomDossier[]> =>
  fc
    .array(fc.array(aThrow, { minLength: 1, maxLength: 9 }), { minLength: 1, maxLength })
    .map((lives) => lives.map((life, index) => ({ id: `hs-${index}`, history: historyOf(life) })));

const aThrow: fc.Arbitrary<Throw> = fc.record({
  act: fc.nat(999),
  gap: fc.nat(999),
  amount: fc.nat(7),
});

/** Three bounds in order: two adjoining periods of one to three days. */
export const randomBounds: fc.Arbitrary<readonly [from: Day, middle: Day, to: Day]> = fc
  .tuple(fc.integer({ min: -1, max: DAYS }), fc.nat(2), fc.nat(2))
  .map(([first, length, next]) => {
    const from = plusDays(dayOf(BEGIN), first);
    const middle = plusDays(from, length);
    return [from, middle, plusDays(middle, next + 1)];
  });

/** One due moment with its own memory of being suspended: an office that counts every hour. */
interface Clock {
  due: number | null;
  since: number | null;
}

function suspend(clock: Clock, now: number): void {
  if (clock.due !== null && clock.since === null && now <= clock.due) clock.since = now;
}

function resume(clock: Clock, now: number): void {
  if (clock.due !== null && clock.since !== null) clock.due += now - clock.since;
  clock.since = null;
}

const told = (clock: Clock): Instant | null =>
  clock.due === null || clock.since !== null ? null : instant(clock.due);

class Life {
  readonly history: DossierEvent[] = [];
  readonly #current: Clock = { due: null, since: null };
  readonly #before: Clock = { due: null, since: null };
  readonly #open = new Set<string>();
  #now: number = BEGIN;
  #hasRule = true;
  #finishedAs: DossierEvent | null = null;
  received = false;

  get finished(): boolean {
    return this.#finishedAs !== null;
  }

  wait(gap: number): void {
    const pick = gap % (GAPS.length + 3);
    const due = this.#before.due;
    if (pick === GAPS.length) this.#now += DAY - ((this.#now - BEGIN) % DAY);
    else if (pick > GAPS.length && due !== null) this.#now = Math.max(this.#now, due);
    else this.#now += GAPS[pick] ?? 0;
  }

  tell(type: EventType, payload: Readonly<Record<string, unknown>> = {}, clock = false): void {
    this.history.push({
      type,
      version: this.history.length + 1,
      occurredAt: instant(this.#now),
      recordedAt: instant(this.#now),
      backdated: false,
      actor: reception,
      payload,
      ...(clock && { due: this.#due() }),
    } as DossierEvent);
  }

  receive(amount: number, payload: Readonly<Record<string, unknown>>): void {
    this.received = true;
    this.#open.clear();
    this.#hasRule = amount !== 0;
    if (this.#hasRule) {
      this.#current.due = this.#now + amount * 9 * HOUR;
      this.#before.due = this.#current.due;
    }
    this.tell('received', payload, true);
  }

  ask(type: EventType, cause: string, payload: Readonly<Record<string, unknown>> = {}): void {
    this.#open.add(cause);
    suspend(this.#current, this.#now);
    suspend(this.#before, this.#now);
    this.tell(type, payload, this.received);
  }

  answer(type: EventType, cause: string, payload: Readonly<Record<string, unknown>> = {}): void {
    this.#open.delete(cause);
    if (this.#open.size === 0) this.#resumeAll();
    this.tell(type, payload, this.received);
  }

  extend(amount: number): void {
    if (this.#current.due === null || this.#open.size > 0) return;
    this.#current.due = Math.max(this.#current.due, this.#now) + (amount + 1) * HOUR;
    this.tell('extended', { dueAt: this.#current.due }, true);
  }

  finish(type: EventType, payload: Readonly<Record<string, unknown>> = {}): void {
    this.#resumeAll();
    this.tell(type, payload, this.received);
    this.#finishedAs = this.#open.size === 0 ? (this.history.at(-1) ?? null) : FINAL;
    this.#open.clear();
  }

  /** A finish that never was; one that closed a pause is left alone, its clock would have to be told anew. */
  voidFinish(): void {
    if (this.#finishedAs === null || this.#finishedAs === FINAL) return;
    this.tell('voided', { version: this.#finishedAs.version, dues: [] });
    this.#finishedAs = null;
  }

  correctFinish(amount: number): void {
    const finish = this.#finishedAs;
    if (finish === null || finish === FINAL) return;
    const previous = this.history[finish.version - 2]?.occurredAt ?? BEGIN;
    const occurredAt = instant(Math.max(previous, finish.occurredAt - amount * 5 * HOUR));
    this.tell('corrected', { version: finish.version, changes: { occurredAt }, dues: [] });
  }

  #resumeAll(): void {
    resume(this.#current, this.#now);
    resume(this.#before, this.#now);
  }

  #due(): DueOutcome {
    return {
      dueAt: told(this.#current),
      beforeExtensionAt: told(this.#before),
      oursAt: told(this.#before),
      rule: this.#hasRule ? { by: 'declared' } : { by: 'none' },
      calendarVersion: 'random',
      provisional: false,
    };
  }
}

/** Stands for a finish that may not be amended. */
const FINAL = {} as DossierEvent;

function historyOf(life: readonly Throw[]): readonly DossierEvent[] {
  const dossier = new Life();
  for (const [index, { act, gap, amount }] of life.entries()) {
    dossier.wait(gap);
    if (index === 0) begin(dossier, act, amount);
    else go(dossier, act, amount);
  }
  return dossier.history;
}

function begin(dossier: Life, act: number, amount: number): void {
  const base = anIntake({ channel: CHANNELS[act % 3] ?? 'online' });
  const authority = act % 19 === 0 ? ('vertical' as const) : ('commune' as const);
  const field = FIELDS[amount % 3] ?? '';
  const intake = { ...base, procedure: { ...base.procedure, field, authority } };
  if (act % 5 < 2) dossier.tell('submitted', { intake });
  else dossier.receive(amount, { intake });
}

type Act = (dossier: Life, amount: number) => void;

const ANNOTATIONS: readonly Act[] = [
  (dossier) => dossier.tell('componentsDigitised'),
  (dossier) => dossier.tell('resultDigitised'),
  (dossier) => dossier.tell('archivedToStore'),
  (dossier) => dossier.tell('dataReused'),
  (dossier, amount) => amount === 0 && dossier.tell('annulled'),
  (dossier, amount) => amount === 0 && dossier.tell('linked', { dossierId: 'hs-primary' }),
  (dossier, amount) => amount > 5 && dossier.tell('unlinked', { dossierId: 'hs-primary' }),
];

const UNACCEPTED: readonly Act[] = [
  (dossier, amount) => dossier.receive(amount, {}),
  (dossier, amount) => dossier.receive(amount, {}),
  (dossier) => dossier.ask('supplementRequested', 'supplement'),
  (dossier) => dossier.answer('supplementReceived', 'supplement'),
  (dossier) => dossier.finish('refused', { reasonCode: 'x' }),
  (dossier) => dossier.finish('withdrawn'),
];

const OPEN: readonly Act[] = [
  (dossier) => dossier.ask('supplementRequested', 'supplement'),
  (dossier) => dossier.answer('supplementReceived', 'supplement'),
  (dossier) => dossier.ask('paymentRequested', 'payment', { amount: 1000 }),
  (dossier) => dossier.answer('paymentReceived', 'payment', { amount: 1000, method: 'online' }),
  (dossier) => dossier.ask('held', 'hold', { basisCode: 'x' }),
  (dossier) => dossier.answer('resumed', 'hold'),
  (dossier, amount) => dossier.extend(amount),
  (dossier, amount) => dossier.tell('assigned', { departmentCode: `phong-${amount % 2}` }),
  (dossier) => dossier.tell('sentToAgency', { agency: 'so-noi-vu' }),
  (dossier) => dossier.tell('backFromAgency'),
  (dossier) => dossier.finish('resultIssued'),
  (dossier) => dossier.finish('resultIssued'),
  (dossier) => dossier.finish('refused', { reasonCode: 'x' }),
  (dossier) => dossier.finish('stopped', { reasonCode: 'x' }),
  (dossier) => dossier.finish('withdrawn'),
];

const FINISHED: readonly Act[] = [
  (dossier) => dossier.tell('returned', { method: 'counter' }),
  (dossier) => dossier.voidFinish(),
  (dossier, amount) => dossier.correctFinish(amount),
];

function go(dossier: Life, act: number, amount: number): void {
  const acts = dossier.finished ? FINISHED : dossier.received ? OPEN : UNACCEPTED;
  const all = [...acts, ...acts, ...ANNOTATIONS];
  all[act % all.length]?.(dossier, amount);
}
