import * as fc from 'fast-check';
import type { AlertSettings } from '#contract/alerts';
import type { NaiveOffice, NaivePhase } from './naive-alerts.ts';
import { NaiveTime, TICKS_A_DAY } from './naive-time.ts';

/** Monday 2 March 2026 is day 0; the month is walked for four weeks, the office known for eight. */
export const MONTH_DAYS = 28;
const KNOWN_DAYS = 56;
const END = MONTH_DAYS * TICKS_A_DAY;
const TICKS_AN_HOUR = 12;
const OPENS = [
  [90, 138],
  [156, 204],
] as const;
const FIVE_PM = 204;

/** Whoever serves in the commune: how a test signs in as them. */
export const OFFICERS = { hoa: 'processing', binh: 'processing+clerk' } as const;
export const LEADERS = { head: 'head', director: 'director', viceChair: 'viceChair' } as const;
const WHO = { ...OFFICERS, ...LEADERS } as const;
type Who = keyof typeof WHO;

/** By what the office differs from every other one. */
export interface RandomOffice {
  /** Days off from the first day of the month, and Saturdays that are worked. */
  readonly off: readonly number[];
  readonly worked: readonly number[];
  readonly absences: readonly {
    readonly who: Who;
    readonly from: number;
    readonly to: number;
    readonly substitute: Who | null;
  }[];
  readonly settings: AlertSettings;
  readonly ladder: { readonly director: number; readonly viceChair: number };
  readonly near: readonly number[] | null;
}

type StoreAct = 'components' | 'result' | 'electronic' | 'archive';

export type Deed =
  | { readonly act: 'receive'; readonly due: number }
  | { readonly act: 'assign'; readonly to: keyof typeof OFFICERS | null }
  | { readonly act: 'acknowledge' }
  | { readonly act: 'ask' | 'answer' | 'issue' | 'return' | 'apologise' }
  | { readonly act: StoreAct };

/** Something that is done to a dossier, at a tick of the office. */
interface Done {
  readonly at: number;
  readonly deed: Deed;
}

interface RandomDossier {
  readonly deeds: readonly Done[];
  readonly phases: readonly NaivePhase[];
}

export interface RandomMonth {
  readonly office: RandomOffice;
  readonly dossiers: readonly RandomDossier[];
  /** When somebody sweeps beside what is done anyhow. */
  readonly sweeps: readonly number[];
}

const STORE_ACTS = ['components', 'result', 'electronic', 'archive'] as const;

const isStoreAct = (act: Deed['act']): act is StoreAct => STORE_ACTS.some((each) => each === act);

const isWorked = ({ off, worked }: RandomOffice, day: number): boolean =>
  day % 7 === 5 ? worked.includes(day) : day % 7 < 5 && !off.includes(day);

const openTicks = (office: RandomOffice): readonly boolean[] =>
  Array.from({ length: KNOWN_DAYS * TICKS_A_DAY }, (_, tick) => {
    const time = tick % TICKS_A_DAY;
    const isOpen = OPENS.some(([from, to]) => from <= time && time < to);
    return isOpen && isWorked(office, Math.floor(tick / TICKS_A_DAY));
  });

/** The office as the naive oracle knows it, people by the names rows have for them. */
export const naiveOffice = (office: RandomOffice, nameOf: NameOf): NaiveOffice => ({
  open: openTicks(office),
  leaders: { head: nameOf('head'), director: nameOf('director'), viceChair: nameOf('viceChair') },
  absences: office.absences.map(({ who, from, to, substitute }) => ({
    ...{ who: nameOf(WHO[who]), from, to },
    substitute: substitute === null ? null : nameOf(WHO[substitute]),
  })),
  deskRole: 'reception',
  ladder: office.ladder,
  ...(office.near !== null && { nearDays: office.near }),
});

export const roleOf = (who: Who): string => WHO[who];

/** The name that rows have for whoever signs in by a role. */
type NameOf = (role: string) => string;

interface Draw {
  readonly pick: number;
  readonly gap: number;
}

/** The life of one dossier, told twice: as what is done, and as the stretches between. */
class Life {
  readonly deeds: Done[] = [];
  readonly phases: NaivePhase[] = [];
  readonly #office: RandomOffice;
  readonly #time: NaiveTime;
  readonly #nameOf: NameOf;
  #version = 2;
  #pausedAt: number | null = null;
  #now: NaivePhase;

  constructor(office: RandomOffice, born: { at: number; due: number }, nameOf: NameOf) {
    this.#office = office;
    this.#time = new NaiveTime(openTicks(office));
    this.#nameOf = nameOf;
    const { at, due } = born;
    this.deeds.push(
      { at, deed: { act: 'receive', due } },
      { at, deed: { act: 'assign', to: 'hoa' } },
    );
    this.#now = {
      ...{ from: at, to: END, state: 'processing', submitted: at },
      ...{ received: { at, version: 1 }, holder: this.#held('hoa', at) },
      ...{ clock: this.#clock({ start: at, due, paused: 0, since: at, version: 1 }), step: null },
      ...{ paused: false, resumedAt: null, ready: null, finishedLate: false, apologised: false },
      ...{ owes: [], acknowledges: false },
    };
  }

  go({ pick, gap }: Draw): void {
    const at = this.#now.from + 2 * (1 + gap);
    if (at >= END) return;
    const deeds = this.#possible();
    const deed = deeds[pick % deeds.length];
    if (deed === undefined) return;
    this.deeds.push({ at, deed });
    this.phases.push({ ...this.#now, to: at });
    this.#now = { ...this.#now, from: at, acknowledges: false };
    if (isStoreAct(deed.act)) this.#store(deed.act);
    else this.#do(deed, at);
  }

  end(): RandomDossier {
    return { deeds: this.deeds, phases: [...this.phases, this.#now] };
  }

  #possible(): readonly Deed[] {
    const { state, paused, finishedLate, apologised } = this.#now;
    if (paused) return [{ act: 'answer' }];
    if (state === 'processing') {
      const others = (['hoa', 'binh', null] as const).filter((to) => to !== this.#holds());
      const assign = others.map((to) => ({ act: 'assign', to }) as const);
      return [...assign, { act: 'ask' }, { act: 'ask' }, { act: 'acknowledge' }, { act: 'issue' }];
    }
    const stored = STORE_ACTS.filter((act) => !this.#stored.has(act)).map(
      (act) => ({ act }) as const,
    );
    const sorry = finishedLate && !apologised ? [{ act: 'apologise' } as const] : [];
    return [...(state === 'resultReady' ? [{ act: 'return' } as const] : []), ...sorry, ...stored];
  }

  #holds(): keyof typeof OFFICERS | null {
    const who = this.#now.holder?.who ?? null;
    return who === null ? null : who === this.#nameOf(OFFICERS.hoa) ? 'hoa' : 'binh';
  }

  #do(deed: Deed, at: number): void {
    if (deed.act === 'acknowledge') {
      this.#change({ acknowledges: true });
      return;
    }
    this.#version += 1;
    if (deed.act === 'assign') this.#change({ holder: this.#held(deed.to, at) });
    if (deed.act === 'ask') this.#ask(at);
    if (deed.act === 'answer') this.#answer(at);
    if (deed.act === 'issue') this.#issue(at);
    if (deed.act === 'return') this.#change({ state: 'returned' });
    if (deed.act === 'apologise') this.#change({ apologised: true });
  }

  readonly #stored = new Set<StoreAct>();

  #store(act: StoreAct): void {
    this.#version += 1;
    this.#stored.add(act);
    this.#change({ owes: this.#owes() });
  }

  /** A result without its files, its signed form or its place is missing something. */
  #owes(): readonly string[] {
    const lacks = (...acts: readonly StoreAct[]) => acts.some((act) => !this.#stored.has(act));
    return [
      ...(lacks('components', 'result') ? ['digitisation.missing'] : []),
      ...(lacks('electronic') ? ['eResult.missing'] : []),
      ...(lacks('archive') ? ['archive.missing'] : []),
    ];
  }

  #ask(at: number): void {
    const { clock } = this.#now;
    // What is late stays late: a pause that begins after the due moment moves nothing.
    const counts = clock !== null && at <= clock.due;
    this.#pausedAt = at;
    this.#stopped = counts ? clock : null;
    this.#change({ state: 'awaitingSupplement', paused: true, ...(counts && { clock: null }) });
  }

  #stopped: NaivePhase['clock'] = null;

  #answer(at: number): void {
    const [from, stopped] = [this.#pausedAt ?? at, this.#stopped];
    const moved =
      stopped === null
        ? {}
        : {
            clock: this.#clock({
              ...{ start: stopped.start, due: this.#moved(stopped.due, from, at) },
              paused: stopped.paused + this.#time.openTicks(from, at),
              ...{ since: at, version: this.#version },
            }),
          };
    this.#change({ state: 'processing', paused: false, resumedAt: at, ...moved });
  }

  #issue(at: number): void {
    const { clock } = this.#now;
    const finishedLate = clock !== null && at > clock.due;
    const ready = { at, version: this.#version };
    this.#change({ state: 'resultReady', ready, finishedLate, owes: this.#owes() });
  }

  #moved(due: number, from: number, to: number): number {
    const [first, last] = [Math.floor(from / TICKS_A_DAY), Math.floor(to / TICKS_A_DAY)];
    let day = Math.floor(due / TICKS_A_DAY);
    let left = 0;
    for (let each = first + 1; each <= last; each += 1)
      left += isWorked(this.#office, each) ? 1 : 0;
    while (left > 0) {
      day += 1;
      if (isWorked(this.#office, day)) left -= 1;
    }
    return day * TICKS_A_DAY + (due % TICKS_A_DAY);
  }

  #clock(
    clock: Omit<NonNullable<NaivePhase['clock']>, 'length'>,
  ): NonNullable<NaivePhase['clock']> {
    const [first, last] = [clock.start, clock.due].map((tick) => Math.floor(tick / TICKS_A_DAY));
    let days = 0;
    for (let day = (first ?? 0) + 1; day <= (last ?? 0); day += 1)
      days += isWorked(this.#office, day) ? 1 : 0;
    const length = days < 1 ? 'sameDay' : days <= 3 ? 'short' : 'long';
    return { ...clock, length };
  }

  #held(to: keyof typeof OFFICERS | null, since: number): NonNullable<NaivePhase['holder']> {
    const who = to === null ? null : this.#nameOf(OFFICERS[to]);
    return { who, since, version: this.#version, by: this.#nameOf('director') };
  }

  #change(changes: Partial<NaivePhase>): void {
    this.#now = { ...this.#now, ...changes };
  }
}

/** Where every act is at an even tick, half of the way to a due moment is at a tick, too. */
const even = (tick: number): number => tick * 2;

const days = (from: number, to: number) => fc.integer({ min: from, max: to });

const anAbsence = fc.record({
  who: fc.constantFrom<Who>('hoa', 'binh', 'head', 'director'),
  from: fc.nat(END - TICKS_A_DAY),
  length: fc.integer({ min: 60, max: 10 * TICKS_A_DAY }),
  substitute: fc.constantFrom<Who | null>('hoa', 'binh', 'head', null),
});

const LADDERS = [
  { director: 2, viceChair: 4 },
  { director: 1, viceChair: 9 },
] as const;

const settingsOf = (
  { director, viceChair }: (typeof LADDERS)[number],
  near: readonly number[] | null,
): AlertSettings => ({
  overrides: [
    {
      kind: 'dossier.overdue',
      ladder: [
        { target: { kind: 'holder' }, afterMinutes: 0 },
        { target: { kind: 'role', role: 'head' }, afterMinutes: 0 },
        { target: { kind: 'role', role: 'director' }, afterMinutes: director * 60 },
        { target: { kind: 'role', role: 'viceChair' }, afterMinutes: viceChair * 60 },
      ],
    },
    ...(near === null
      ? []
      : [
          {
            kind: 'dossier.near' as const,
            thresholds: near.map((count) => ({ at: 'daysBefore' as const, days: count })),
          },
        ]),
  ],
  bundleAt: ['15:00', '16:30'],
  voiceMinutes: 30,
});

const offices: fc.Arbitrary<RandomOffice> = fc
  .record({
    off: fc.uniqueArray(
      days(1, MONTH_DAYS - 1).filter((day) => day % 7 < 5),
      { maxLength: 4 },
    ),
    worked: fc.subarray([5, 12, 19]),
    absences: fc.array(anAbsence, { maxLength: 4 }),
    ladder: fc.constantFrom(...LADDERS),
    near: fc.constantFrom(null, [2], [4, 1]),
  })
  .map(({ absences, ladder, near, ...time }) => ({
    ...time,
    near,
    absences: absences.map(({ length, substitute, ...each }) => ({
      ...{ ...each, to: each.from + length },
      substitute: substitute === each.who ? null : substitute,
    })),
    settings: settingsOf(ladder, near),
    ladder: {
      director: ladder.director * TICKS_AN_HOUR,
      viceChair: ladder.viceChair * TICKS_AN_HOUR,
    },
  }));

const births = fc.record({
  // Never in the first week: the oracle knows of no days before it.
  at: fc.integer({ min: 3.5 * TICKS_A_DAY + 45, max: 7 * TICKS_A_DAY }).map(even),
  promisedFor: days(0, 9),
  time: fc.constantFrom(120, 168, FIVE_PM),
  draws: fc.array(
    fc.record({
      pick: fc.nat(999),
      gap: fc.oneof(fc.nat(30), fc.nat(200), fc.nat(750)),
    }),
    { minLength: 1, maxLength: 9 },
  ),
});

type Birth = typeof births extends fc.Arbitrary<infer Born> ? Born : never;

/** The first worked day from then on, so that a promise is never for a day off. */
const dueOf = (office: RandomOffice, { at, promisedFor, time }: Birth): number => {
  let day = Math.floor(at / TICKS_A_DAY) + promisedFor;
  while (!isWorked(office, day) || day * TICKS_A_DAY + time <= at) day += 1;
  return day * TICKS_A_DAY + time;
};

/** A month of an office: its days, its people, its rules, and a few dossiers led by chance. */
export const randomMonths = (dossiers: number, nameOf: NameOf): fc.Arbitrary<RandomMonth> =>
  fc
    .record({
      office: offices,
      born: fc.array(births, { minLength: dossiers, maxLength: dossiers }),
      sweeps: fc.array(fc.nat(END), { maxLength: 40 }),
    })
    .map(({ office, born, sweeps }) => ({
      ...{ office, sweeps },
      dossiers: born.map((birth) => {
        const life = new Life(office, { at: birth.at, due: dueOf(office, birth) }, nameOf);
        for (const draw of birth.draws) life.go(draw);
        return life.end();
      }),
    }));
