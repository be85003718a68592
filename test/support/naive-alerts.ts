import { NaiveTime, type Passed } from './naive-time.ts';

/**
 * Who would be told what, found the slow way: walking the office's time in ticks of five minutes and asking at
 * every tick whether a threshold is passed. Knows nothing of the code under test.
 */
const TICKS_AN_HOUR = 12;

export interface NaiveOffice {
  /** Per tick: whether the office is open. */
  readonly open: readonly boolean[];
  readonly leaders: Readonly<Partial<Record<'head' | 'director' | 'viceChair', string>>>;
  readonly absences: readonly {
    who: string;
    from: number;
    to: number;
    substitute: string | null;
  }[];
  /** At which desk it lies while nobody has it. */
  readonly deskRole?: string;
  /** How many open ticks after the due moment the director and the vice-chairman are told. */
  readonly ladder?: { readonly director: number; readonly viceChair: number };
  /** Working days before the due moment, where a unit has set them; then for dossiers of every length. */
  readonly nearDays?: readonly number[];
}

export type NaiveClass = 'sameDay' | 'short' | 'long';

export interface NaiveClock {
  readonly start: number;
  readonly due: number;
  readonly paused: number;
  readonly since: number;
  readonly version: number;
  readonly length: NaiveClass;
}

/** A stretch during which nothing happened to the dossier. */
export interface NaivePhase {
  readonly from: number;
  readonly to: number;
  readonly state:
    'submitted' | 'received' | 'processing' | 'awaitingSupplement' | 'resultReady' | 'returned';
  readonly submitted: number;
  readonly received: { readonly at: number; readonly version: number } | null;
  readonly holder: { who: string | null; since: number; version: number; by: string | null } | null;
  readonly clock: NaiveClock | null;
  readonly step: NaiveClock | null;
  readonly paused: boolean;
  readonly resumedAt: number | null;
  readonly ready: { readonly at: number; readonly version: number } | null;
  readonly finishedLate: boolean;
  readonly apologised: boolean;
  /** What is still missing in the stores, by the kind of its alert. */
  readonly owes: readonly string[];
  /** Whether every overdue alert on record is acknowledged when the stretch begins. */
  readonly acknowledges: boolean;
}

interface Wanted {
  readonly kind: string;
  readonly threshold: string;
  readonly version: number;
  readonly by: string | null;
  readonly silenced: boolean;
  readonly since: number;
  /** From which tick on it is passed. */
  readonly passedAt: number;
  readonly rungs: readonly { who: string; wait: number }[];
}

const HOLDER = [{ who: 'holder', wait: 0 }];
const RECEPTION = [{ who: 'desk:reception:', wait: 0 }];
const LADDER = { director: 2 * TICKS_AN_HOUR, viceChair: 4 * TICKS_AN_HOUR };
const CHAIN = ['head', 'director', 'viceChair'] as const;

export class NaiveAlerts {
  readonly #office: NaiveOffice;
  readonly #time: NaiveTime;
  readonly #rows = new Map<string, number>();
  readonly #told = new Set<string>();
  readonly #acknowledged = new Map<string, number>();

  constructor(office: NaiveOffice) {
    this.#office = office;
    this.#time = new NaiveTime(office.open);
  }

  /** Walks the life of a dossier; gives `kind|threshold|revision|recipient` with the tick of its raising. */
  walk(phases: readonly NaivePhase[]): ReadonlyMap<string, number> {
    for (const phase of phases) {
      if (phase.acknowledges) this.#acknowledge(phase.from);
      for (const want of this.#wanted(phase)) {
        want.rungs.forEach((_rung, index) => this.#climbRung(want, index, phase));
      }
    }
    return this.#rows;
  }

  #acknowledge(tick: number): void {
    for (const row of this.#rows.keys()) {
      if (!row.includes('.overdue|')) continue;
      const signal = row.split('|').slice(0, 3).join('|');
      if (!this.#acknowledged.has(signal)) this.#acknowledged.set(signal, tick);
    }
  }

  #climbRung(want: Wanted, index: number, phase: NaivePhase): void {
    const rung = want.rungs[index];
    if (rung === undefined) return;
    const begins = Math.max(want.passedAt, want.since);
    const rungAt = this.#time.afterOpen(begins, rung.wait);
    let tick = phase.from;
    while (tick < phase.to && tick < rungAt) tick += 1;
    const acknowledged = this.#acknowledged.get(signalOf(want)) ?? Infinity;
    const stopped = rung.wait > 0 && acknowledged < rungAt;
    if (tick < phase.to && !stopped) this.#tell(want, index, phase, tick);
  }

  #tell(want: Wanted, index: number, phase: NaivePhase, tick: number): void {
    const resumed = want.silenced ? phase.resumedAt : null;
    const once = [signalOf(want), index, String(phase.holder?.since), resumed].join('~');
    if (this.#told.has(once)) return;
    this.#told.add(once);
    const reached = this.#reached(want.rungs[index]?.who ?? '', phase, tick);
    for (const who of reached.filter((each) => each !== `user:${String(want.by)}`)) {
      const row = `${signalOf(want)}|${who}`;
      if (!this.#rows.has(row)) this.#rows.set(row, tick);
    }
  }

  #reached(rung: string, phase: NaivePhase, tick: number): readonly string[] {
    if (rung.startsWith('desk:')) return [rung];
    if (rung === 'holder') return this.#holderOrWhoSpeaksForThem(phase, tick);
    const holder = phase.holder?.who ?? null;
    return this.#climb(
      rung,
      phase,
      tick,
      holder === null ? [] : [holder, this.#acting(holder, tick)],
    );
  }

  #holderOrWhoSpeaksForThem(phase: NaivePhase, tick: number): readonly string[] {
    const desk = `desk:${this.#office.deskRole ?? 'processing'}:`;
    if (phase.holder === null) return [desk];
    const { who } = phase.holder;
    if (who === null) return [`${desk}tu-phap`];
    const acting = this.#acting(who, tick);
    if (acting !== null) return [`user:${acting}`];
    const leaders = this.#climb('head', phase, tick, [who]).filter((each) =>
      each.startsWith('user:'),
    );
    return leaders.length > 0 ? leaders : [`user:${who}`];
  }

  #climb(rung: string, phase: NaivePhase, tick: number, about: readonly (string | null)[]) {
    let somebody = false;
    for (const level of CHAIN.slice(CHAIN.indexOf(rung as 'head'))) {
      const leader = this.#office.leaders[level];
      const departmentless = level === 'head' && phase.holder === null;
      const acting = leader === undefined || departmentless ? null : this.#acting(leader, tick);
      if (acting === null) continue;
      if (!about.includes(acting)) return [`user:${acting}`];
      somebody = true;
    }
    return somebody ? [] : [`desk:${rung}:`];
  }

  #acting(who: string, tick: number, asked: readonly string[] = []): string | null {
    if (asked.includes(who)) return null;
    const absence = this.#office.absences.find(
      (each) => each.who === who && each.from <= tick && tick < each.to,
    );
    if (absence === undefined) return who;
    return absence.substitute === null
      ? null
      : this.#acting(absence.substitute, tick, [...asked, who]);
  }

  #wanted(phase: NaivePhase): Wanted[] {
    const isOpen = ['received', 'processing', 'awaitingSupplement'].includes(phase.state);
    return [
      ...(isOpen && !phase.paused ? this.#ofTheClock(phase) : []),
      ...this.#intake(phase),
      ...this.#uncollected(phase),
      ...(isOpen || phase.finishedLate ? this.#apology(phase) : []),
      ...this.#owed(phase),
    ];
  }

  #ofTheClock(phase: NaivePhase): Wanted[] {
    if (phase.clock?.length === 'sameDay') return this.#promise(phase, true);
    return [
      ...this.#handover(phase),
      ...this.#promise(phase, false),
      ...(phase.step === null ? [] : this.#step(phase.step)),
    ];
  }

  #handover({ holder, received, state }: NaivePhase): Wanted[] {
    const wanted: Wanted[] = [];
    if (holder !== null) {
      const { since, version, by } = holder;
      wanted.push({ ...quiet('dossier.new', version, since, HOLDER), by, silenced: true });
    }
    if (state === 'received' && received !== null) {
      const { at, version } = received;
      const passedAt = this.#time.afterOpen(at, 2 * TICKS_AN_HOUR);
      const want = quiet('dossier.notForwarded', version, at, HOLDER);
      wanted.push({ ...want, threshold: '+2h', passedAt, silenced: true });
    }
    return wanted;
  }

  #promise({ clock }: NaivePhase, quick: boolean): Wanted[] {
    if (clock === null) return [];
    const today = this.#time.ahead(clock.start, (tick) => tick >= this.#time.opening(clock.due));
    return [
      ...this.#nears('dossier.near', clock),
      ...(quick || today === null
        ? []
        : [{ ...counted('dossier.dueToday', clock, HOLDER), threshold: 'day', passedAt: today }]),
      counted('dossier.overdue', clock, this.#ladder()),
    ];
  }

  #step(step: NaiveClock): Wanted[] {
    return [...this.#nears('step.near', step), counted('step.overdue', step, this.#ladder())];
  }

  #ladder(): Wanted['rungs'] {
    const { director, viceChair } = this.#office.ladder ?? LADDER;
    return [
      ...[...HOLDER, { who: 'head', wait: 0 }],
      ...[
        { who: 'director', wait: director },
        { who: 'viceChair', wait: viceChair },
      ],
    ];
  }

  #intake({ state, submitted }: NaivePhase): Wanted[] {
    if (state !== 'submitted') return [];
    const rungs = [...RECEPTION, { who: 'head', wait: 4 * TICKS_AN_HOUR }];
    return [4, 8].map((hours) => ({
      ...quiet('intake.waiting', 1, submitted, rungs),
      threshold: `+${String(hours)}h`,
      passedAt: this.#time.afterOpen(submitted, hours * TICKS_AN_HOUR),
    }));
  }

  #uncollected({ state, ready }: NaivePhase): Wanted[] {
    if (state !== 'resultReady' || ready === null) return [];
    const want = quiet('result.uncollected', ready.version, ready.at, RECEPTION);
    return [{ ...want, threshold: '+5d', passedAt: this.#time.daysAfter(ready.at, 5) }];
  }

  #owed({ owes, ready }: NaivePhase): Wanted[] {
    if (ready === null) return [];
    const { at, version } = ready;
    const passedAt = this.#time.afterOpen(at, 8 * TICKS_AN_HOUR);
    return owes.map((kind) => {
      const who = kind === 'digitisation.missing' ? 'desk:reception:' : 'desk:clerk:';
      return { ...quiet(kind, version, at, [{ who, wait: 0 }]), threshold: '+8h', passedAt };
    });
  }

  #apology({ clock, apologised }: NaivePhase): Wanted[] {
    if (clock === null || apologised) return [];
    const passedAt = this.#time.afterOpen(clock.due, 8 * TICKS_AN_HOUR);
    const want = counted('apology.missing', clock, [...HOLDER, { who: 'head', wait: 0 }]);
    return [{ ...want, threshold: '+8h', passedAt, silenced: false }];
  }

  #nears(kind: string, clock: NaiveClock): Wanted[] {
    const { due, start, paused } = clock;
    const left = (tick: number): number => this.#time.openTicks(tick, due);
    const hours =
      (count: number): Passed =>
      (tick) =>
        left(tick) <= count * TICKS_AN_HOUR;
    const days =
      (count: number): Passed =>
      (tick) =>
        tick >= this.#time.daysBefore(due, count);
    const whole = Math.max(0, this.#time.openTicks(start, due) - paused);
    const thresholds: Record<NaiveClass, readonly (readonly [string, Passed])[]> = {
      sameDay: [
        ['-2h', hours(2)],
        ['-30m', hours(0.5)],
      ],
      short: [
        ['-1d', days(1)],
        ['-4h', hours(4)],
      ],
      long: [
        ['50%', (tick) => left(tick) * 2 <= whole],
        ['-3d', days(3)],
        ['-1d', days(1)],
      ],
    };
    const set = kind === 'dossier.near' ? this.#office.nearDays : undefined;
    const own = set?.map((count) => [`-${String(count)}d`, days(count)] as const);
    return (own ?? thresholds[clock.length]).flatMap(([threshold, passed]) => {
      const passedAt = this.#time.ahead(clock.start, passed);
      return passedAt === null ? [] : [{ ...counted(kind, clock, HOLDER), threshold, passedAt }];
    });
  }
}

const quiet = (kind: string, version: number, since: number, rungs: Wanted['rungs']): Wanted => ({
  kind,
  threshold: 'moment',
  version,
  by: null,
  silenced: false,
  since,
  passedAt: since,
  rungs,
});

const counted = (kind: string, clock: NaiveClock, rungs: Wanted['rungs']): Wanted => ({
  ...quiet(kind, clock.version, clock.since, rungs),
  passedAt: clock.due,
  silenced: true,
});

const signalOf = ({ kind, threshold, version }: Wanted): string =>
  `${kind}|${threshold}|${String(version)}`;
