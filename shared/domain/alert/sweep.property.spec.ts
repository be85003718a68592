import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { colleague, recordOf } from '../../../test/support/alert-case.ts';
import { at } from '../../../test/support/moment.ts';
import {
  NaiveAlerts,
  type NaiveClock,
  type NaivePhase,
} from '../../../test/support/naive-alerts.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import {
  TICKS,
  lifeIn,
  randomActs,
  randomHours,
  type RandomHours,
} from '../../../test/support/random-matter.ts';
import type { Allowance } from '../deadline/index.ts';
import type { DossierId, UserId } from '../dossier/index.ts';
import {
  compileCalendar,
  instant,
  mergeLayers,
  millis,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { alertKeyText, type Alert, type RaisedAlert } from './alert.ts';
import type { Mark, PromiseClock } from './countdown.ts';
import { DEFAULT_ALERT_RULES } from './default-rules.ts';
import type { People } from './people.ts';
import { recipientKey } from './recipient.ts';
import { signalsDue, type AlertDifference, type Look } from './signals-due.ts';
import type { DossierSubject } from './subject.ts';

const TICK_MS = 5 * 60_000;
const MONDAY = at('2026-03-02 00:00');
const moment = (tick: number): Instant => instant(MONDAY + tick * TICK_MS);
const tickOf = (when: Instant): number => (when - MONDAY) / TICK_MS;
const user = (name: string): UserId => name as UserId;
const markOf = (tick: number, version: number, by: string | null = null): Mark => ({
  at: moment(tick),
  version,
  by: by === null ? null : user(by),
});

const ALLOWANCES: Readonly<Record<NaiveClock['length'], Allowance>> = {
  sameDay: { kind: 'sameDay', cutoff: '15:00' },
  short: { kind: 'workingDays', amount: 2 },
  long: { kind: 'calendarDays', amount: 7 },
};
const STEP_HOURS = { sameDay: 2, short: 20, long: 30 } as const;

const clockOf = (clock: NaiveClock): PromiseClock => ({
  startedAt: moment(clock.start),
  dueAt: moment(clock.due),
  pausedFor: millis(clock.paused * TICK_MS),
  since: markOf(clock.since, clock.version),
  allowance: ALLOWANCES[clock.length],
  extended: false,
});

const stepOf = (step: NaiveClock): NonNullable<DossierSubject['step']> => ({
  ...clockOf(step),
  allowance: { kind: 'workingHours', amount: STEP_HOURS[step.length] },
});

const holdingOf = ({ holder }: NaivePhase): DossierSubject['holding'] =>
  holder === null
    ? null
    : {
        userId: holder.who === null ? null : user(holder.who),
        departmentCode: 'tu-phap',
        since: markOf(holder.since, holder.version, holder.by),
      };

const dutiesOf = ({ owes, ready }: NaivePhase): DossierSubject['duties'] =>
  ready === null
    ? []
    : owes.map((kind) => ({
        kind: kind as DossierSubject['duties'][number]['kind'],
        since: markOf(ready.at, ready.version),
      }));

const subjectOf = (phase: NaivePhase): DossierSubject => ({
  kind: 'dossier',
  id: 'dossier-1' as DossierId,
  state: phase.state,
  procedureCode: '1.004884',
  onTheSpot: false,
  holding: holdingOf(phase),
  deskRole: 'processing',
  submitted: markOf(phase.submitted, 1),
  received: phase.received && markOf(phase.received.at, phase.received.version),
  clock: phase.clock && clockOf(phase.clock),
  paused: phase.paused,
  resumedAt: phase.resumedAt === null ? null : moment(phase.resumedAt),
  step: phase.step && stepOf(phase.step),
  supplementProposed: null,
  supplementRespond: null,
  supplementArrived: null,
  resultReady: phase.ready && markOf(phase.ready.at, phase.ready.version),
  finishedLate: phase.finishedLate,
  apologised: phase.apologised,
  duties: dutiesOf(phase),
  source: null,
});

type Surroundings = Pick<Look, 'calendar' | 'people'>;
type Schedule = (phase: NaivePhase, next: Instant | null) => Instant | null;

/** The office at work: looks before and after every act, and whenever the schedule says. */
class Sweep {
  raised: readonly RaisedAlert[] = [];
  readonly rows: Alert[] = [];
  readonly #surroundings: Surroundings;
  readonly #check: (look: Look, difference: AlertDifference) => void;

  constructor(surroundings: Surroundings, check: (look: Look, found: AlertDifference) => void) {
    this.#surroundings = surroundings;
    this.#check = check;
  }

  live(phases: readonly NaivePhase[], schedule: Schedule): this {
    for (const phase of phases) {
      if (phase.acknowledges) this.#acknowledge(moment(phase.from));
      const subject = subjectOf(phase);
      let next = this.#lookAt(subject, moment(phase.from));
      let when = schedule(phase, next);
      while (when !== null && when < moment(phase.to)) {
        next = this.#lookAt(subject, when);
        when = schedule({ ...phase, from: tickOf(when) }, next);
      }
      this.#lookAt(subject, instant(moment(phase.to) - 1));
    }
    return this;
  }

  #lookAt(subject: DossierSubject, now: Instant): Instant | null {
    const look = {
      ...this.#surroundings,
      rules: DEFAULT_ALERT_RULES,
      subject,
      raised: this.raised,
      now,
    };
    const difference = signalsDue(look);
    this.#check(look, difference);
    this.raised = recordOf(this.raised, difference);
    this.rows.push(...difference.raise);
    return difference.nextLookAt;
  }

  #acknowledge(when: Instant): void {
    this.raised = this.raised.map((row) =>
      row.key.kind.endsWith('.overdue') && row.acknowledgedAt === null
        ? { ...row, acknowledgedAt: when }
        : row,
    );
  }

  /** Rows and where they stand, whatever was marked as missed. */
  record(): readonly string[] {
    return this.raised.map(({ key, status }) => `${alertKeyText(key)} ${status}`).toSorted();
  }

  /** As the walk writes them. */
  moments(): ReadonlyMap<string, number> {
    return new Map(
      this.rows.map(({ key, raisedAt }) => [
        [key.kind, key.threshold, key.revision, recipientKey(key.recipient)].join('|'),
        tickOf(raisedAt),
      ]),
    );
  }
}

const late: Schedule = () => null;
const asPromised: Schedule = (_phase, next) => next;
const everyTick: Schedule = ({ from }) => moment(from + 1);
const nothingToCheck = (): void => undefined;

const compiled = new Map<RandomHours, WorkingCalendar>();

function calendarOf(hours: RandomHours): WorkingCalendar {
  const merged = mergeLayers([hours.layer]);
  if (!merged.ok) throw new Error(merged.refusal.code);
  const calendar = compiled.get(hours) ?? compileCalendar(merged.value, 'random');
  compiled.set(hours, calendar);
  return calendar;
}

const absences = fc.array(
  fc.record({
    who: fc.constantFrom('hoa', 'binh', 'head', 'director'),
    from: fc.nat(TICKS / 2),
    length: fc.integer({ min: 1, max: 6_000 }),
    substitute: fc.constantFrom('hoa', 'binh', 'head', 'third', null),
  }),
  { maxLength: 4, size: 'max' },
);

const offices = fc
  .record({
    hours: randomHours,
    filled: fc.subarray(['head', 'director', 'viceChair'] as const),
    absences,
  })
  .map(({ hours, filled, absences }) => {
    const away = absences.map((each) => ({ ...each, to: each.from + each.length }));
    const people: People = {
      colleagues: filled.map((level) => colleague(user(level), level, 'tu-phap')),
      absences: away.map(({ who, from, to, substitute }) => ({
        userId: user(who),
        from: moment(from),
        to: moment(to),
        substituteId: substitute === null ? null : user(substitute),
      })),
    };
    const leaders = Object.fromEntries(filled.map((level) => [level, level]));
    const naive = { open: hours.open, leaders, absences: away };
    return { hours, naive, surroundings: { people, calendar: calendarOf(hours) } };
  });

const lives = fc
  .record({ office: offices, acts: randomActs, submitted: fc.boolean() })
  .map(({ office, acts, submitted }) => ({
    ...office,
    phases: lifeIn(office.hours, acts, submitted),
  }));

const sorted = (rows: ReadonlyMap<string, number>): readonly (readonly [string, number])[] =>
  [...rows].toSorted(([one], [other]) => (one < other ? -1 : 1));

describe('whenever one looks', () => {
  it('the random lives meet every kind of the dossier’s clock, every level and every reason', () => {
    const rows = fc
      .sample(lives, { seed: 1, numRuns: 200 })
      .flatMap(
        ({ surroundings, phases }) =>
          new Sweep(surroundings, nothingToCheck).live(phases, late).rows,
      );
    const met = (fact: (row: Alert) => string | null) => new Set(rows.map(fact));
    expect(met(({ key }) => key.kind)).toEqual(
      new Set([
        ...['digitisation.missing', 'eResult.missing', 'archive.missing'],
        'dossier.new',
        'dossier.notForwarded',
        'dossier.near',
        'dossier.dueToday',
        'dossier.overdue',
        'intake.waiting',
        'step.near',
        'step.overdue',
        'result.uncollected',
        'apology.missing',
      ]),
    );
    expect(met(({ level }) => level).size).toBe(4);
    expect(met(({ standsInFor }) => standsInFor).size).toBeGreaterThan(3);
    expect(met(({ hush }) => hush)).toEqual(new Set([null, 'missedWhileDown']));
  });

  it('the rows are those of a walk through every five minutes, each once and at its own moment', () => {
    fc.assert(
      fc.property(lives, ({ naive, surroundings, phases }) => {
        const sweep = new Sweep(surroundings, nothingToCheck).live(phases, asPromised);
        expect(sorted(sweep.moments())).toEqual(sorted(new NaiveAlerts(naive).walk(phases)));
        expect(sweep.moments().size).toBe(sweep.rows.length);
      }),
      { numRuns: propertyRuns(0.01) },
    );
  });

  it('looking late, at random or as promised leaves the same rows in the same standing', () => {
    const gaps = fc.infiniteStream(fc.integer({ min: 1, max: 3_000 }));
    fc.assert(
      fc.property(lives, gaps, ({ surroundings, phases }, stream) => {
        const random: Schedule = ({ from }) => moment(from + Number(stream.next().value) / 7);
        const [first, ...others] = [asPromised, late, random].map((schedule) =>
          new Sweep(surroundings, nothingToCheck).live(phases, schedule),
        );
        for (const other of others) {
          expect(other.record()).toEqual(first?.record());
          expect(sorted(other.moments())).toEqual(sorted(first?.moments() ?? new Map()));
        }
      }),
      { numRuns: propertyRuns(0.006) },
    );
  });

  it('looking at every tick finds nothing more', () => {
    fc.assert(
      fc.property(lives, ({ surroundings, phases }) => {
        const few = phases
          .slice(0, 2)
          .map((each) => ({ ...each, to: Math.min(each.to, each.from + 600) }));
        const patient = new Sweep(surroundings, nothingToCheck).live(few, asPromised);
        const restless = new Sweep(surroundings, nothingToCheck).live(few, everyTick);
        expect(restless.record()).toEqual(patient.record());
        expect(restless.rows.every(({ hush }) => hush === null)).toBe(true);
      }),
      { numRuns: propertyRuns(0.0003) },
    );
  });

  it('nothing changes before the next look promised', () => {
    fc.assert(
      fc.property(
        lives,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ surroundings, phases }, part) => {
          const check = (look: Look, found: AlertDifference): void => {
            const until = found.nextLookAt ?? moment(TICKS);
            const between = instant(Math.floor(look.now + (until - 1 - look.now) * part));
            const raised = recordOf(look.raised, found);
            for (const now of [between, instant(until - 1)]) {
              if (now < look.now) continue;
              const again = signalsDue({ ...look, raised, now });
              expect([...again.raise, ...again.close, ...again.reopen]).toEqual([]);
            }
          };
          new Sweep(surroundings, check).live(phases, asPromised);
        },
      ),
      { numRuns: propertyRuns(0.006) },
    );
  });

  it('nothing of the clock is raised for a dossier paused or finished, or before its moment', () => {
    fc.assert(
      fc.property(lives, ({ surroundings, phases }) => {
        const check = ({ subject, now }: Look, { raise }: AlertDifference): void => {
          const { state, paused } = subject as DossierSubject;
          const working = !paused && (state === 'received' || state === 'processing');
          for (const { key, raisedAt, dueAt } of raise) {
            expect(raisedAt).toBeLessThanOrEqual(now);
            if (/^(dossier|step)\./.test(key.kind)) expect(working).toBe(true);
            if (key.kind.endsWith('.overdue')) expect(dueAt).toBeLessThanOrEqual(now);
          }
        };
        new Sweep(surroundings, check).live(phases, late);
      }),
      { numRuns: propertyRuns(0.012) },
    );
  });

  it('one late look tells each person one thing, and it is the gravest that is true', () => {
    const rank = { info: 0, warning: 1, late: 2 } as const;
    fc.assert(
      fc.property(lives, ({ surroundings, phases }) => {
        const check = (_look: Look, { raise }: AlertDifference): void => {
          for (const whom of new Set(raise.map(({ key }) => recipientKey(key.recipient)))) {
            const rows = raise.filter(({ key }) => recipientKey(key.recipient) === whom);
            const told = rows.filter(({ hush }) => hush === null);
            const gravest = Math.max(...rows.map(({ severity }) => rank[severity]));
            expect(told.some(({ severity }) => rank[severity] === gravest)).toBe(true);
            expect(new Set(told.map(({ raisedAt }) => raisedAt)).size).toBe(1);
          }
        };
        new Sweep(surroundings, check).live(phases, late);
      }),
      { numRuns: propertyRuns(0.012) },
    );
  });
});
