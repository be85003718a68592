import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyCalendar } from '../../../test/support/any-calendar.ts';
import {
  anyAllowance,
  anyLength,
  anyMode,
  anyMoment,
  anyPauses,
  anyPolicy,
} from '../../../test/support/any-clock.ts';
import { naiveDue, naiveFixedDue, type NaiveCase } from '../../../test/support/naive-due.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { dueDayOf, instant, type Instant } from '../working-time/index.ts';
import {
  computeDue,
  provisionalDue,
  type Allowance,
  type ClockHistory,
  type ClockRules,
  type Pause,
} from './index.ts';

const some = { numRuns: propertyRuns(0.03) };
const most = { numRuns: propertyRuns(0.15) };

interface Case {
  readonly history: ClockHistory;
  readonly rules: ClockRules;
}

const anyCase: fc.Arbitrary<Case> = anyMoment
  .chain((startedAt) =>
    fc.tuple(fc.constant(startedAt), anyPauses(startedAt), anyAllowance, anyMode, anyPolicy),
  )
  .map(([startedAt, pauses, commune, mode, onSupplement]) => ({
    history: { startedAt, pauses, fixed: [] },
    rules: { limits: { commune }, mode, onSupplement },
  }));

const naively = ({ history, rules }: Case, allowance: Allowance): NaiveCase => ({
  receivedAt: history.startedAt,
  allowance,
  runningHours: rules.mode === 'runningHours',
  onSupplement: rules.onSupplement,
  pauses: history.pauses,
});

const ours = ({ rules }: Case): Allowance =>
  rules.limits?.commune ?? { kind: 'workingDays', amount: 1 };

describe('the due moment, against the contract read aloud', () => {
  it('is what counting by hand gives, for every kind, mode, policy and pause', () => {
    fc.assert(
      fc.property(anyCalendar, anyCase, ({ calendar, office }, c) => {
        const outcome = computeDue(c.history, c.rules, calendar);
        expect(outcome.dueAt).toBe(naiveDue(office, naively(c, ours(c))));
        expect(outcome.oursAt).toBe(outcome.dueAt);
        expect(outcome.beforeExtensionAt).toBe(outcome.dueAt);
      }),
      most,
    );
  });

  it('is the earliest of three limits; on a tie commune, city, statutory', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyCase,
        anyAllowance,
        anyAllowance,
        ({ calendar, office }, c, city, statutory) => {
          const commune = ours(c);
          const rules = { ...c.rules, limits: { statutory, city, commune } };
          const named = { commune, city, statutory };
          const dues = Object.entries(named).map(([by, a]) => ({
            by,
            due: naiveDue(office, naively(c, a)),
          }));
          const first = dues.reduce((best, next) => (next.due < best.due ? next : best));
          const outcome = computeDue(c.history, rules, calendar);
          expect([outcome.rule.by, outcome.dueAt]).toStrictEqual([first.by, first.due]);
        },
      ),
      some,
    );
  });

  it('moves a declared moment by what happened here, and an extended one beside it', () => {
    const fixed = fc.record({
      declaredIn: anyLength,
      promise: anyLength,
      extendedIn: anyLength,
      grant: anyLength,
    });
    fc.assert(
      fc.property(anyCalendar, anyCase, fixed, ({ calendar, office }, c, f) => {
        const at = instant(c.history.startedAt + f.declaredIn);
        const declared = { kind: 'declared', at, dueAt: instant(at + f.promise) } as const;
        const later = instant(at + f.extendedIn);
        const extended = {
          kind: 'extended',
          at: later,
          dueAt: instant(declared.dueAt + f.grant),
        } as const;
        const promised = naiveFixedDue(office, naively(c, ours(c)), declared);
        const granted = naiveFixedDue(office, naively(c, ours(c)), extended);
        const alone = computeDue({ ...c.history, fixed: [declared] }, c.rules, calendar);
        expect([alone.dueAt, alone.beforeExtensionAt]).toStrictEqual([promised, promised]);
        const both = computeDue({ ...c.history, fixed: [declared, extended] }, c.rules, calendar);
        expect([both.dueAt, both.beforeExtensionAt]).toStrictEqual([granted, promised]);
        expect(both.oursAt).toBe(naiveDue(office, naively(c, ours(c))));
      }),
      most,
    );
  });
});

describe('laws of pauses', () => {
  const plain = anyCase.map((c) => ({
    ...c,
    rules: { ...c.rules, onSupplement: 'pause' as const },
  }));

  it('a pause of no length changes nothing, except under restart and for same-day procedures', () => {
    fc.assert(
      fc.property(anyCalendar, plain, anyLength, ({ calendar }, c, after) => {
        fc.pre(ours(c).kind !== 'sameDay');
        const from = instant(c.history.startedAt + after);
        const pauses: readonly Pause[] = [...c.history.pauses, { cause: 'hold', from, to: from }];
        expect(computeDue({ ...c.history, pauses }, c.rules, calendar)).toStrictEqual(
          computeDue(c.history, c.rules, calendar),
        );
      }),
      some,
    );
  });

  it('a pause split in two that touch is the same pause', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyCase,
        fc.double({ min: 0, max: 1, noNaN: true }),
        ({ calendar }, c, share) => {
          const pauses = c.history.pauses.flatMap((pause) => {
            const to = pause.to ?? pause.from;
            const cut = instant(pause.from + Math.round((to - pause.from) * share));
            return [
              { ...pause, to: cut },
              { ...pause, from: cut },
            ];
          });
          expect(computeDue({ ...c.history, pauses }, c.rules, calendar)).toStrictEqual(
            computeDue(c.history, c.rules, calendar),
          );
        },
      ),
      some,
    );
  });

  it('the order in which pauses are written down does not matter', () => {
    fc.assert(
      fc.property(anyCalendar, anyCase, ({ calendar }, c) => {
        const pauses = [...c.history.pauses].reverse();
        expect(computeDue({ ...c.history, pauses }, c.rules, calendar)).toStrictEqual(
          computeDue(c.history, c.rules, calendar),
        );
      }),
      some,
    );
  });

  it('a pause never brings the due moment forward, and one begun after it never moves it', () => {
    fc.assert(
      fc.property(anyCalendar, plain, anyLength, ({ calendar }, c, length) => {
        const free = computeDue({ ...c.history, pauses: [] }, c.rules, calendar).dueAt ?? 0;
        const due = computeDue(c.history, c.rules, calendar).dueAt ?? 0;
        expect(due).toBeGreaterThanOrEqual(free);
        const late: Pause = {
          cause: 'payment',
          from: instant(due + 1),
          to: instant(due + 1 + length),
        };
        const pauses = [...c.history.pauses.filter(({ to }) => (to ?? 0) <= due), late];
        const without = { ...c.history, pauses: pauses.slice(0, -1) };
        expect(computeDue({ ...c.history, pauses }, c.rules, calendar).dueAt).toBe(
          computeDue(without, c.rules, calendar).dueAt,
        );
      }),
      some,
    );
  });

  it('an open pause that counts leaves no due moment, and a provisional one as if it ended now', () => {
    fc.assert(
      fc.property(anyCalendar, anyCase, anyLength, anyLength, ({ calendar }, c, after, waited) => {
        const from = instant(c.history.startedAt + after);
        const now = instant(from + waited);
        const open = {
          ...c.history,
          pauses: [...c.history.pauses, { cause: 'hold' as const, from }],
        };
        const ended = {
          ...c.history,
          pauses: [...c.history.pauses, { cause: 'hold' as const, from, to: now }],
        };
        const { dueAt } = computeDue(open, c.rules, calendar);
        const asIfEnded = computeDue(ended, c.rules, calendar).dueAt;
        expect(provisionalDue(open, c.rules, calendar, now)).toBe(asIfEnded);
        if (dueAt !== null) expect(dueAt).toBe(asIfEnded);
        if (after === 0) expect(dueAt).toBeNull();
      }),
      some,
    );
  });
});

describe('laws of allowances', () => {
  it('who comes earlier is due no later, and who is given more is due no earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyCase, anyLength, ({ calendar }, c, wait) => {
        const due = (startedAt: Instant, commune: Allowance): number =>
          computeDue(
            { startedAt, pauses: [], fixed: [] },
            { ...c.rules, limits: { commune } },
            calendar,
          ).dueAt ?? 0;
        const { startedAt } = c.history;
        const commune = ours(c);
        expect(due(startedAt, commune)).toBeLessThanOrEqual(
          due(instant(startedAt + wait), commune),
        );
        if (commune.kind === 'sameDay') return;
        const more = { ...commune, amount: commune.amount + 1 };
        expect(due(startedAt, commune)).toBeLessThanOrEqual(due(startedAt, more));
      }),
      some,
    );
  });

  it('whole days end on a working day, after the day of receipt', () => {
    fc.assert(
      fc.property(anyCalendar, anyCase, ({ calendar, office }, c) => {
        const { kind } = ours(c);
        fc.pre(kind === 'calendarDays' || (kind === 'workingDays' && c.rules.mode === 'wholeDays'));
        const dueAt = computeDue(c.history, c.rules, calendar).dueAt ?? instant(0);
        expect(office.isWorkingDay(dueDayOf(dueAt))).toBe(true);
        expect(dueAt).toBeGreaterThan(c.history.startedAt);
      }),
      some,
    );
  });
});
