import { describe, expect, it } from '@jest/globals';
import { clockOf, sameDay, workingDays, type ClockCase } from '../../../test/support/clock-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import {
  computeDue,
  lateSteps,
  stepClocks,
  stepDueAt,
  type DossierClock,
  type StepPlan,
  type StepVisit,
} from './index.ts';

const PLAN: StepPlan = {
  steps: [
    { key: 'receive', allowanceHours: 2 },
    { key: 'appraise', allowanceHours: 4 },
    { key: 'issue', allowanceHours: 0.5 },
  ],
  onTheSpot: false,
};
const MONDAY = { received: '2026-03-02 08:00', allowance: workingDays(3) } as const;

const dossierOf = (c: ClockCase): DossierClock => {
  const clock = clockOf(c);
  return { ...clock, dueAt: computeDue(clock.history, clock.rules, clock.calendar).dueAt };
};

const due = (
  key: string,
  from: string,
  c: ClockCase = MONDAY,
  plan: StepPlan = PLAN,
): string | null => local(stepDueAt({ key, from: at(from) }, plan, dossierOf(c)));

const visits: readonly StepVisit[] = [
  { key: 'receive', startedAt: at('2026-03-02 08:30'), endedAt: at('2026-03-02 09:00') },
  { key: 'appraise', startedAt: at('2026-03-02 10:00'), endedAt: at('2026-03-02 15:10') },
  { key: 'issue', startedAt: at('2026-03-02 15:10') },
];

describe('the clock of a step', () => {
  it('runs from the previous completion, the hand-over gap included; the first from the acceptance', () => {
    const clocks = stepClocks(visits, at('2026-03-02 08:00'), PLAN, dossierOf(MONDAY));
    expect(clocks.map(({ key, from, dueAt }) => [key, local(from), local(dueAt)])).toStrictEqual([
      ['receive', '2026-03-02 08:00', '2026-03-02 10:00'],
      ['appraise', '2026-03-02 09:00', '2026-03-02 14:30'],
      ['issue', '2026-03-02 15:10', '2026-03-02 15:40'],
    ]);
    expect(clocks.map(({ endedAt }) => local(endedAt))).toStrictEqual([
      '2026-03-02 09:00',
      '2026-03-02 15:10',
      null,
    ]);
  });

  it('after a step nobody completed runs from when that one was begun', () => {
    const open = [
      { key: 'receive', startedAt: at('2026-03-02 08:30') },
      { key: 'issue', startedAt: at('2026-03-02 09:30') },
    ];
    const clocks = stepClocks(open, at('2026-03-02 08:00'), PLAN, dossierOf(MONDAY));
    expect(local(clocks[1]?.from)).toBe('2026-03-02 08:30');
  });

  it('runs in working hours', () => {
    expect(due('appraise', '2026-03-02 16:00')).toBe('2026-03-03 10:30');
  });

  it('is clipped to the due moment of the dossier', () => {
    expect(due('appraise', '2026-03-05 16:00')).toBe('2026-03-05 17:00');
  });

  it('a step the procedure gives no time has none', () => {
    expect(due('elsewhere', '2026-03-02 09:00')).toBeNull();
  });
});

describe('the clock of a step stops with the dossier', () => {
  it('by the working time inside the pause, from where the step began', () => {
    expect(
      due('appraise', '2026-03-02 09:00', {
        ...MONDAY,
        supplements: [['2026-03-02 10:00', '2026-03-02 11:00']],
      }),
    ).toBe('2026-03-02 15:30');
    expect(
      due('appraise', '2026-03-02 10:30', {
        ...MONDAY,
        supplements: [['2026-03-02 10:00', '2026-03-02 11:00']],
      }),
    ).toBe('2026-03-02 16:30');
    expect(
      due('appraise', '2026-03-02 13:00', {
        ...MONDAY,
        supplements: [['2026-03-02 10:00', '2026-03-02 11:00']],
      }),
    ).toBe('2026-03-02 17:00');
  });

  it('has no due moment while the dossier waits, unless it had run out before', () => {
    const waiting = { ...MONDAY, payments: [['2026-03-03 08:00']] } as const;
    expect(due('appraise', '2026-03-02 16:00', waiting)).toBeNull();
    expect(due('appraise', '2026-03-02 09:00', waiting)).toBe('2026-03-02 14:30');
  });

  it('does not stop for a supplement under continue', () => {
    const c = {
      ...MONDAY,
      onSupplement: 'continue',
      supplements: [['2026-03-02 10:00', '2026-03-02 11:00']],
    } as const;
    expect(due('appraise', '2026-03-02 09:00', c)).toBe('2026-03-02 14:30');
  });

  it('does not stop for a pause begun after the dossier was due', () => {
    const c = { ...MONDAY, supplements: [['2026-03-06 08:00']] } as const;
    expect(due('appraise', '2026-03-06 07:30', c)).toBe('2026-03-05 17:00');
  });

  it('of a dossier without due moment runs on its own', () => {
    expect(due('appraise', '2026-03-02 09:00', { received: '2026-03-02 08:00' })).toBe(
      '2026-03-02 14:30',
    );
  });
});

describe('on the spot the steps share the time that is left', () => {
  const spot: StepPlan = { ...PLAN, onTheSpot: true };
  const c = { received: '2026-03-02 10:30', allowance: sameDay() } as const;

  it('each by its part of what is still to be done', () => {
    expect(due('receive', '2026-03-02 10:30', c, spot)).toBe('2026-03-02 13:32:18');
    expect(due('appraise', '2026-03-02 12:30', c, spot)).toBe('2026-03-02 16:33:20');
    expect(due('issue', '2026-03-02 16:00', c, spot)).toBe('2026-03-02 17:00');
  });

  it('not counting the time in which the dossier stood still', () => {
    const longer: ClockCase = {
      received: '2026-03-02 07:30',
      allowance: workingDays(1),
      holds: [['2026-03-03 07:30', '2026-03-03 11:30']],
    };
    const one: StepPlan = {
      steps: [
        { key: 'a', allowanceHours: 1 },
        { key: 'b', allowanceHours: 2 },
      ],
      onTheSpot: true,
    };
    expect(due('a', '2026-03-02 07:30', longer, one)).toBe('2026-03-02 11:30');
  });

  it('begun after the due moment there is nothing left', () => {
    expect(due('issue', '2026-03-02 17:30', c, spot)).toBe('2026-03-02 17:00');
  });

  it('steps without any allowance have run out when they begin', () => {
    const none: StepPlan = { steps: [{ key: 'a', allowanceHours: 0 }], onTheSpot: true };
    expect(due('a', '2026-03-02 14:00', c, none)).toBe('2026-03-02 14:00');
  });

  it('without a due moment they keep their own hours', () => {
    expect(due('receive', '2026-03-02 08:00', { received: '2026-03-02 08:00' }, spot)).toBe(
      '2026-03-02 10:00',
    );
  });
});

describe('quá hạn một phần', () => {
  const clocks = stepClocks(visits, at('2026-03-02 08:00'), PLAN, dossierOf(MONDAY));
  const late = (until: string): readonly string[] =>
    lateSteps(clocks, at(until)).map(({ key }) => key);

  it('names the steps that took longer than their clock, although the dossier is in time', () => {
    expect(late('2026-03-02 15:30')).toStrictEqual(['appraise']);
  });

  it('measures an unfinished step until the finish, to the minute', () => {
    expect(late('2026-03-02 15:40:59')).toStrictEqual(['appraise']);
    expect(late('2026-03-02 15:41')).toStrictEqual(['appraise', 'issue']);
  });

  it('a step that stands still is not late', () => {
    const waiting = stepClocks(
      visits.slice(2),
      at('2026-03-02 08:00'),
      PLAN,
      dossierOf({ ...MONDAY, holds: [['2026-03-02 08:10']] }),
    );
    expect(lateSteps(waiting, at('2026-03-20'))).toStrictEqual([]);
  });
});
