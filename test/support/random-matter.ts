import * as fc from 'fast-check';
import type { CalendarLayer, Weekday } from '#domain/working-time';
import type { NaiveClass, NaiveClock, NaivePhase } from './naive-alerts.ts';
import { TICKS_A_DAY } from './naive-time.ts';

/** Four weeks from Monday 02/03/2026, in ticks of five minutes. */
const DAYS = 28;
export const TICKS = DAYS * TICKS_A_DAY;
const LAST_ACT = 16 * TICKS_A_DAY;

type Hours = readonly (readonly [string, string])[];
const WEEKS: readonly (readonly [monToFri: Hours, saturday: Hours])[] = [
  [
    [
      ['07:30', '11:30'],
      ['13:00', '17:00'],
    ],
    [],
  ],
  [
    [
      ['08:00', '12:00'],
      ['13:30', '17:30'],
    ],
    [['08:00', '11:00']],
  ],
  [
    [
      ['07:00', '11:00'],
      ['13:00', '24:00'],
    ],
    [],
  ],
  [[['08:00', '10:00']], [['08:00', '09:00']]],
];
const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const satisfies readonly Weekday[];
const SUNDAY_HOURS: Hours = [['09:00', '12:00']];

/** One random calendar, as a layer for the code under test and as open ticks for the walk. */
export interface RandomHours {
  readonly layer: CalendarLayer;
  readonly open: readonly boolean[];
}

const dateOf = (day: number): string => `2026-03-${String(day + 2).padStart(2, '0')}`;
const tickOf = (text: string): number => {
  const [hour, minute] = text.split(':').map(Number);
  return (hour ?? 0) * 12 + (minute ?? 0) / 5;
};

const anyHours: fc.Arbitrary<RandomHours> = fc
  .record({
    week: fc.constantFrom(...WEEKS),
    off: fc.uniqueArray(fc.integer({ min: 1, max: DAYS - 1 }), { maxLength: 4 }),
    workedSunday: fc.boolean(),
  })
  .map(({ week: [monToFri, saturday], off, workedSunday }) => {
    const hoursOf = (day: number): Hours => {
      if (workedSunday && day === 6) return SUNDAY_HOURS;
      if (off.includes(day)) return [];
      if (day % 7 === 6) return [];
      return day % 7 === 5 ? saturday : monToFri;
    };
    const open = Array.from({ length: TICKS }, (_, tick) =>
      hoursOf(Math.floor(tick / TICKS_A_DAY)).some(([from, to]) => {
        const time = tick % TICKS_A_DAY;
        return tickOf(from) <= time && time < tickOf(to);
      }),
    );
    const weeklyHours = {
      ...Object.fromEntries(WEEKDAYS.map((weekday) => [weekday, monToFri])),
      sat: saturday,
    };
    const days = [
      ...off
        .filter((day) => !(workedSunday && day === 6))
        .map((day) => ({ date: dateOf(day), kind: 'off' }) as const),
      ...(workedSunday ? [{ date: dateOf(6), kind: 'worked', hours: SUNDAY_HOURS } as const] : []),
    ];
    return { layer: { weeklyHours, days }, open };
  });

/** Compiling a calendar costs more than the life of a dossier in it: lives share a few dozen. */
export const randomHours = fc.constantFrom(
  ...fc.sample(anyHours, { seed: 20_260_302, numRuns: 48 }),
);

/** Some act, some time later; what makes no sense in the state it meets does nothing. */
export interface Act {
  readonly gap: number;
  readonly what: number;
  readonly how: number;
}

export const randomActs: fc.Arbitrary<readonly Act[]> = fc.array(
  fc.record({
    gap: fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 900 })),
    what: fc.nat(10),
    how: fc.nat(997),
  }),
  { maxLength: 9 },
);

const DUTIES = ['digitisation.missing', 'eResult.missing', 'archive.missing'];
const HOLDERS = ['hoa', 'binh', 'head', 'viceChair', null] as const;
const LENGTHS: readonly NaiveClass[] = ['sameDay', 'short', 'long'];
/** Moments lie on ten minutes, so that half of any working time is a whole tick. */
const even = (tick: number): number => tick + (tick % 2);

type Phase = NaivePhase;
type Change = Partial<Phase> | null;

/** A dossier's life told in stretches, in ticks; the code under test and the walk are given the same. */
class Life {
  readonly #open: readonly boolean[];
  #version = 1;

  constructor(open: readonly boolean[]) {
    this.#open = open;
  }

  phases(acts: readonly Act[], beginsSubmitted: boolean): readonly Phase[] {
    let phase = this.#birth(beginsSubmitted);
    const phases: Phase[] = [];
    for (const { gap, what, how } of acts) {
      const at = even(phase.from + gap);
      if (at >= LAST_ACT) break;
      const change = this.#change(phase, what, how, at);
      if (change === null) continue;
      phases.push({ ...phase, to: at });
      phase = { ...phase, acknowledges: false, ...change, from: at };
    }
    return [...phases, { ...phase, to: TICKS }];
  }

  #birth(submitted: boolean): Phase {
    const from = TICKS_A_DAY + 100;
    const born: Phase = {
      from,
      to: TICKS,
      state: 'submitted',
      submitted: from,
      received: null,
      holder: null,
      clock: null,
      step: null,
      paused: false,
      resumedAt: null,
      ready: null,
      finishedLate: false,
      apologised: false,
      owes: [],
      acknowledges: false,
    };
    return submitted ? born : { ...born, ...this.#accept(from, 7) };
  }

  #accept(at: number, how: number): Partial<Phase> {
    this.#version += 1;
    const length = LENGTHS[how % 3] ?? 'long';
    return {
      state: 'received',
      received: { at, version: this.#version },
      clock: this.#clock(at, this.#dueAfter(at, how), length, at),
    };
  }

  #clock(start: number, due: number, length: NaiveClass, since: number): NaiveClock {
    return { start, due, paused: 0, since, version: this.#version, length };
  }

  /** The end of some open stretch of ten minutes, up to seven days on, or the last of all. */
  #dueAfter(at: number, how: number): number {
    const wish = even(at + 1 + ((how * 13) % (7 * TICKS_A_DAY)));
    const due = this.#open.indexOf(true, wish - 1);
    return due === -1 ? this.#open.lastIndexOf(true) + 1 : even(due + 1);
  }

  #change(phase: Phase, what: number, how: number, at: number): Change {
    this.#version += 1;
    if (phase.state === 'submitted') return what < 8 ? this.#accept(at, how) : null;
    if (phase.ready !== null) return this.#afterwards(phase, what);
    if (what === 1) return { acknowledges: true };
    if (what === 2) return { apologised: true };
    if (phase.paused) return this.#resume(phase, how, at);
    return this.#work(phase, what, how, at);
  }

  #afterwards({ state, owes }: Phase, what: number): Change {
    if (owes.length > 0 && what % 3 === 0) return { owes: owes.slice(1) };
    return state === 'resultReady' ? { state: 'returned' } : { apologised: true };
  }

  #work(phase: Phase, what: number, how: number, at: number): Change {
    const { clock } = phase;
    if (what < 5) return this.#hand(how, at);
    if (what < 7) return this.#stepTo(phase, how, at);
    if (what === 7) return this.#pause(phase, at);
    if (what === 8 && clock !== null) {
      const due = this.#dueAfter(Math.max(at, clock.due), how);
      return { clock: { ...clock, due, since: at, version: this.#version } };
    }
    const late = clock !== null && at > clock.due;
    const ready = { at, version: this.#version };
    const owes = DUTIES.slice(how % 4);
    return { state: 'resultReady', ready, finishedLate: late, step: null, owes };
  }

  #hand(how: number, at: number): Change {
    const who = HOLDERS[how % HOLDERS.length] ?? null;
    const by = how % 2 === 0 ? who : 'director';
    return { state: 'processing', holder: { who, since: at, version: this.#version, by } };
  }

  #stepTo({ clock, step }: Phase, how: number, at: number): Change {
    if (step !== null || clock === null) return { step: null };
    const due = Math.min(this.#dueAfter(at, how), clock.due);
    return { step: this.#clock(at, due, LENGTHS[how % 3] ?? 'long', at) };
  }

  /** Begun in time it leaves no due moment; begun too late the due moment stands. */
  #pause({ clock }: Phase, at: number): Change {
    const late = clock !== null && clock.due < at;
    return { state: 'awaitingSupplement', paused: true, step: null, clock: late ? clock : null };
  }

  #resume({ clock, received }: Phase, how: number, at: number): Change {
    const start = received?.at ?? at;
    const paused = even(how % 60);
    const length = LENGTHS[how % 3] ?? 'long';
    const anew = { ...this.#clock(start, this.#dueAfter(at, how), length, at), paused };
    return { state: 'processing', paused: false, resumedAt: at, clock: clock ?? anew };
  }
}

export const lifeIn = (
  hours: RandomHours,
  acts: readonly Act[],
  beginsSubmitted: boolean,
): readonly NaivePhase[] => new Life(hours.open).phases(acts, beginsSubmitted);
