import { describe, expect, it } from '@jest/globals';
import {
  clockOf,
  workingDays,
  workingHours,
  type ClockCase,
} from '../../../test/support/clock-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { computeDue, explainDue, outcomeOf, provisionalDue, standingOf } from './index.ts';

/** Mistakes found in other systems, by the number they have in the study of those. */
const outcomeFor = (c: ClockCase): ReturnType<typeof computeDue> => {
  const { history, rules, calendar } = clockOf(c);
  return computeDue(history, rules, calendar);
};
const dueOf = (c: ClockCase): string | null => local(outcomeFor(c).dueAt);

const MONDAY = { received: '2026-03-02 09:00', allowance: workingDays(3) } as const;

describe('trap 5: pauses where peers disagree', () => {
  it.each<readonly [string, ClockCase, string]>([
    [
      'inside one day',
      { ...MONDAY, supplements: [['2026-03-03 08:00', '2026-03-03 10:00']] },
      '2026-03-05 17:00',
    ],
    [
      'over a weekend',
      {
        ...MONDAY,
        received: '2026-03-05 09:00',
        supplements: [['2026-03-06 16:00', '2026-03-09 08:00']],
      },
      '2026-03-11 17:00',
    ],
    [
      'over Tết',
      {
        ...MONDAY,
        received: '2026-02-12 09:00',
        supplements: [['2026-02-13 16:00', '2026-02-23 08:00']],
      },
      '2026-02-25 17:00',
    ],
    [
      'starting on a holiday',
      {
        ...MONDAY,
        received: '2026-02-13 09:00',
        supplements: [['2026-02-18 09:00', '2026-02-24 09:00']],
      },
      '2026-02-27 17:00',
    ],
    [
      'restarting on a worked Saturday',
      {
        ...MONDAY,
        received: '2026-01-08 09:00',
        supplements: [['2026-01-09 09:00', '2026-01-10 09:00']],
      },
      '2026-01-13 17:00',
    ],
    [
      'two rounds',
      {
        ...MONDAY,
        supplements: [
          ['2026-03-03 09:00', '2026-03-04 09:00'],
          ['2026-03-05 09:00', '2026-03-06 09:00'],
        ],
      },
      '2026-03-09 17:00',
    ],
    [
      'begun after the due moment does not un-late',
      { ...MONDAY, supplements: [['2026-03-06 09:00', '2026-03-20 09:00']] },
      '2026-03-05 17:00',
    ],
  ])('%s', (_, c, due) => {
    expect(dueOf(c)).toBe(due);
  });
});

describe('trap 6: pause and extension, then the extension taken back', () => {
  it('leaves exactly what the pause alone would give', () => {
    const paused: ClockCase = {
      ...MONDAY,
      supplements: [['2026-03-03 09:00', '2026-03-04 09:00']],
    };
    const extended: ClockCase = { ...paused, extended: [['2026-03-05 09:00', '2026-03-12 17:00']] };
    expect(dueOf(extended)).toBe('2026-03-12 17:00');
    expect(dueOf(paused)).toBe('2026-03-06 17:00');
    expect(outcomeFor(extended).beforeExtensionAt).toBe(outcomeFor(paused).dueAt);
  });
});

describe('trap 7: a holiday added inside an open pause', () => {
  it('neither shortens nor lengthens what the citizen still has to wait', () => {
    const c: ClockCase = { ...MONDAY, supplements: [['2026-03-03 09:00']] };
    const holiday = { ...c, layers: [{ days: [{ date: '2026-03-05', kind: 'off' as const }] }] };
    const provisional = (one: ClockCase): string | null => {
      const { history, rules, calendar } = clockOf(one);
      return local(provisionalDue(history, rules, calendar, at('2026-03-06 09:00')));
    };
    expect(dueOf(holiday)).toBeNull();
    expect([provisional(c), provisional(holiday)]).toStrictEqual([
      '2026-03-10 17:00',
      '2026-03-10 17:00',
    ]);
  });
});

describe('trap 8: a holiday in the tail of an extension', () => {
  it('moves ours and never what was granted; a pause over it moves by no day off', () => {
    const c: ClockCase = {
      ...MONDAY,
      extended: [['2026-03-05 09:00', '2026-03-12 17:00']],
      layers: [
        {
          days: [
            { date: '2026-03-05', kind: 'off' },
            { date: '2026-03-11', kind: 'off' },
          ],
        },
      ],
    };
    expect(dueOf(c)).toBe('2026-03-12 17:00');
    expect(local(outcomeFor(c).oursAt)).toBe('2026-03-06 17:00');
    expect(dueOf({ ...c, holds: [['2026-03-10 09:00', '2026-03-12 09:00']] })).toBe(
      '2026-03-13 17:00',
    );
  });
});

describe('trap 9: the last evening of a month', () => {
  it('at 23:30 it is still that day here, whatever day it is at Greenwich', () => {
    expect(dueOf({ received: '2026-03-31 23:30', allowance: workingDays(1) })).toBe(
      '2026-04-01 17:00',
    );
    expect(dueOf({ received: '2026-04-01 00:30', allowance: workingDays(1) })).toBe(
      '2026-04-02 17:00',
    );
    const lateAfter = { earlyBy: 'day', lateAfter: 'endOfDueDay' } as const;
    expect(outcomeOf(at('2026-03-31 23:30'), at('2026-03-31 17:00'), lateAfter)).toBe('onTime');
    expect(outcomeOf(at('2026-04-01 00:30'), at('2026-03-31 17:00'), lateAfter)).toBe('late');
  });
});

describe('trap 18: a reminder of what is already past', () => {
  it('what is overdue is never near or due today again', () => {
    const dueAt = at('2026-03-05 09:00');
    const nearFrom = at('2026-03-04 09:00');
    const later = ['2026-03-05 09:01', '2026-03-05 16:00', '2026-03-06 09:00', '2026-03-10 09:00'];
    expect(later.map((now) => standingOf({ dueAt, nearFrom }, at(now)))).toStrictEqual(
      later.map(() => 'overdue'),
    );
  });
});

describe('trap 19: a dossier without a due moment', () => {
  it('has a heap of its own, an empty explanation, and is never late', () => {
    const { history, rules, calendar } = clockOf({ received: '2026-03-02 09:00' });
    const { dueAt } = computeDue(history, rules, calendar);
    expect(standingOf({ dueAt, nearFrom: null }, at('2027-03-02 09:00'))).toBe('none');
    expect(explainDue(history, rules, calendar, at('2027-03-02 09:00'))).toStrictEqual([]);
    expect(
      outcomeOf(at('2027-03-02 09:00'), dueAt, { earlyBy: 'minute', lateAfter: 'dueMoment' }),
    ).toBe('early');
  });
});

describe('one past, told once', () => {
  it('the due moment depends on the history alone, not on who asks when or how often', () => {
    const c: ClockCase = {
      ...MONDAY,
      limits: { city: workingHours(30), commune: workingDays(3) },
      holds: [['2026-03-03 09:00', '2026-03-04 09:00']],
    };
    const { history, rules, calendar } = clockOf(c);
    const first = computeDue(history, rules, calendar);
    explainDue(history, rules, calendar, at('2026-03-04 10:00'));
    expect(computeDue(history, rules, calendar)).toStrictEqual(first);
  });
});
