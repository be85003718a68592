import { describe, expect, it } from '@jest/globals';
import {
  calendarDays,
  clockOf,
  sameDay,
  workingDays,
  workingHours,
  type ClockCase,
} from '../../../test/support/clock-case.ts';
import { local } from '../../../test/support/moment.ts';
import { computeDue } from './index.ts';

const dueOf = (c: ClockCase): string | null => {
  const { history, rules, calendar } = clockOf(c);
  return local(computeDue(history, rules, calendar).dueAt);
};

describe('whole working days: the day of receipt is not counted', () => {
  it.each([
    ['before Tết', '2026-02-13 09:00', 3, '2026-02-25 17:00'],
    ['late on the last day before Tết', '2026-02-13 16:00', 1, '2026-02-23 17:00'],
    ['over Tết', '2026-02-12 10:00', 5, '2026-02-26 17:00'],
    ['into a worked Saturday', '2026-01-09 09:00', 1, '2026-01-10 17:00'],
    ['on a worked Saturday', '2026-01-10 09:00', 3, '2026-01-14 17:00'],
    ['over the New Year', '2025-12-31 14:00', 2, '2026-01-06 17:00'],
    ['over Giỗ Tổ and 30/4', '2026-04-24 09:00', 3, '2026-05-04 17:00'],
    ['over 30/4', '2026-04-28 09:00', 3, '2026-05-05 17:00'],
    ['into the Saturday worked for 31/8', '2026-08-21 09:00', 1, '2026-08-22 17:00'],
    ['over National Day', '2026-08-28 09:00', 3, '2026-09-07 17:00'],
    ['over the Culture Day', '2026-11-23 09:00', 2, '2026-11-26 17:00'],
    ['online on the evening of mùng 1', '2026-02-17 20:00', 3, '2026-02-25 17:00'],
    ['over a month', '2025-12-15 08:00', 20, '2026-01-13 17:00'],
  ])('received %s, %s, %d days → %s', (_, received, amount, due) => {
    expect(dueOf({ received, allowance: workingDays(amount) })).toBe(due);
  });

  it('received before opening or after closing, a day is still the same day', () => {
    expect(dueOf({ received: '2026-03-02 00:00', allowance: workingDays(1) })).toBe(
      '2026-03-03 17:00',
    );
    expect(dueOf({ received: '2026-03-02 23:59:59', allowance: workingDays(1) })).toBe(
      '2026-03-03 17:00',
    );
  });

  it('ends when the office closes on that day, at midnight where it works until 24:00', () => {
    const layers = [{ weeklyHours: { tue: [['13:00', '24:00']] as const } }];
    expect(dueOf({ received: '2026-03-02 09:00', allowance: workingDays(1), layers })).toBe(
      '2026-03-04 00:00',
    );
  });
});

describe('same-day procedures: NĐ 23/2015 Đ7', () => {
  it.each([
    ['at 15:00:00 it is not yet after 15:00', '2026-02-13 15:00:00', '2026-02-13 17:00'],
    ['a second later it is the next working day', '2026-02-13 15:00:01', '2026-02-23 17:00'],
    ['received on a closed Saturday', '2026-03-07 09:30', '2026-03-09 17:00'],
    ['after the cut-off before a holiday', '2026-04-29 15:20', '2026-05-04 17:00'],
    ['after the cut-off before a worked Saturday', '2026-01-09 16:30', '2026-01-10 17:00'],
    ['received before the office opens', '2026-03-02 05:00', '2026-03-02 17:00'],
  ])('%s: %s → %s', (_, received, due) => {
    expect(dueOf({ received, allowance: sameDay() })).toBe(due);
  });

  it('an office that closes before the cut-off takes nothing in for the same day after closing', () => {
    const layers = [{ weeklyHours: { wed: [['07:30', '11:30']] as const } }];
    const received = (time: string): ClockCase => ({
      received: `2026-03-04 ${time}`,
      allowance: sameDay(),
      layers,
    });
    expect(dueOf(received('11:30:00'))).toBe('2026-03-04 11:30');
    expect(dueOf(received('11:30:01'))).toBe('2026-03-05 17:00');
  });

  it('the last millisecond counts', () => {
    const { rules, calendar, history } = clockOf({
      received: '2026-02-13 15:00',
      allowance: sameDay(),
    });
    const late = { ...history, startedAt: (history.startedAt + 1) as typeof history.startedAt };
    expect(local(computeDue(late, rules, calendar).dueAt)).toBe('2026-02-23 17:00');
  });
});

describe('working hours: only time inside working hours counts', () => {
  it.each([
    ['within a morning', '2026-03-02 08:00', 2, '2026-03-02 10:00'],
    ['over lunch', '2026-03-02 11:00', 2, '2026-03-02 14:30'],
    ['over night', '2026-03-02 16:00', 2, '2026-03-03 08:30'],
    ['running out at noon is due at noon, not at 13:00', '2026-03-02 07:30', 4, '2026-03-02 11:30'],
    ['running out at closing time is due then', '2026-03-02 16:00', 1, '2026-03-02 17:00'],
    ['received at lunch begins at 13:00', '2026-03-02 12:00', 1, '2026-03-02 14:00'],
    ['received at night begins in the morning', '2026-03-02 22:00', 1, '2026-03-03 08:30'],
    ['received on Saturday begins on Monday', '2026-03-07 09:00', 8, '2026-03-09 17:00'],
    ['over Tết', '2026-02-13 16:00', 2, '2026-02-23 08:30'],
    ['seconds are kept', '2026-03-02 16:30:15', 1, '2026-03-03 08:00:15'],
  ])('%s: %s + %d h → %s', (_, received, amount, due) => {
    expect(dueOf({ received, allowance: workingHours(amount) })).toBe(due);
  });
});

describe('running hours: a working day is eight working hours from the receipt', () => {
  it('counts from the moment of receipt', () => {
    const c = {
      received: '2026-03-02 09:00',
      allowance: workingDays(1),
      mode: 'runningHours',
    } as const;
    expect(dueOf(c)).toBe('2026-03-03 09:00');
  });

  it('concerns working days only', () => {
    const mode = 'runningHours';
    expect(dueOf({ received: '2026-03-02 09:00', allowance: calendarDays(1), mode })).toBe(
      '2026-03-03 17:00',
    );
    expect(dueOf({ received: '2026-03-02 09:00', allowance: sameDay(), mode })).toBe(
      '2026-03-02 17:00',
    );
  });
});

describe('calendar days: BLDS 2015 Đ147, Đ148', () => {
  it.each([
    ['ends on a working day', '2026-03-02 09:00', 3, '2026-03-05 17:00'],
    ['a last day on Sunday rolls to Monday', '2026-03-02 09:00', 6, '2026-03-09 17:00'],
    ['a last day in Tết rolls past it', '2026-02-13 09:00', 5, '2026-02-23 17:00'],
    ['a last day on a worked Saturday stays', '2026-01-08 09:00', 2, '2026-01-10 17:00'],
  ])('%s', (_, received, amount, due) => {
    expect(dueOf({ received, allowance: calendarDays(amount) })).toBe(due);
  });
});

describe('three limits and a variant', () => {
  const received = '2026-03-02 09:00';
  const ruleOf = (c: ClockCase): unknown => {
    const { history, rules, calendar } = clockOf(c);
    return computeDue(history, rules, calendar).rule;
  };

  it('the limit with the earliest due moment binds, whoever set it', () => {
    const limits = { statutory: workingDays(2), city: workingDays(5), commune: workingDays(3) };
    expect(dueOf({ received, limits })).toBe('2026-03-04 17:00');
    expect(ruleOf({ received, limits })).toStrictEqual({
      by: 'statutory',
      allowance: workingDays(2),
    });
  });

  it('which one that is depends on the dossier, not on the amounts', () => {
    const limits = { statutory: calendarDays(3), commune: workingDays(2) };
    expect(ruleOf({ received, limits })).toMatchObject({ by: 'commune' });
    expect(ruleOf({ received: '2026-03-05 09:00', limits })).toMatchObject({ by: 'commune' });
    expect(
      ruleOf({ received: '2026-03-05 09:00', limits: { ...limits, commune: workingDays(3) } }),
    ).toMatchObject({ by: 'statutory' });
  });

  it('on a tie the commune comes before the city and the city before the law', () => {
    const limits = { statutory: calendarDays(1), city: workingDays(1), commune: workingDays(1) };
    expect(ruleOf({ received, limits })).toMatchObject({ by: 'commune' });
    expect(
      ruleOf({ received, limits: { statutory: calendarDays(1), city: workingDays(1) } }),
    ).toMatchObject({ by: 'city' });
  });

  it('a variant replaces all three, even where it takes longer', () => {
    const variants = [{ key: 'verify', label: 'Cần xác minh', allowance: workingDays(10) }];
    const c = { received, limits: { commune: workingDays(1) }, variants, variantKey: 'verify' };
    expect(dueOf(c)).toBe('2026-03-16 17:00');
    expect(ruleOf(c)).toStrictEqual({ by: 'variant', allowance: workingDays(10) });
  });

  it('a variant the procedure no longer knows leaves the limits in force', () => {
    const c = { received, limits: { commune: workingDays(1) }, variants: [], variantKey: 'gone' };
    expect(ruleOf(c)).toMatchObject({ by: 'commune' });
  });

  it('the limit is chosen over the whole history, pauses included', () => {
    const limits = { statutory: workingDays(3), commune: workingHours(20) };
    const free = { received, limits };
    const waited: ClockCase = {
      ...free,
      supplements: [
        ['2026-03-03 07:30', '2026-03-03 17:00'],
        ['2026-03-04 07:30', '2026-03-04 11:30'],
      ],
    };
    expect([dueOf(free), ruleOf(free)]).toMatchObject(['2026-03-04 14:30', { by: 'commune' }]);
    expect([dueOf(waited), ruleOf(waited)]).toMatchObject([
      '2026-03-05 17:00',
      { by: 'statutory' },
    ]);
  });
});

describe('without any rule', () => {
  it('a dossier of an unknown procedure has no due moment', () => {
    const { history, rules, calendar } = clockOf({ received: '2026-03-02 09:00' });
    expect(computeDue(history, rules, calendar)).toStrictEqual({
      dueAt: null,
      beforeExtensionAt: null,
      oursAt: null,
      rule: { by: 'none' },
      calendarVersion: calendar.version,
      provisional: false,
    });
  });

  it('nor has it one while it waits', () => {
    const { history, rules, calendar } = clockOf({
      received: '2026-03-02 09:00',
      holds: [['2026-03-03 09:00', '2026-03-04 09:00']],
    });
    expect(computeDue(history, rules, calendar)).toMatchObject({
      dueAt: null,
      rule: { by: 'none' },
      provisional: false,
    });
  });
});

describe('days no notice has confirmed', () => {
  const provisional = (received: string, amount: number): boolean => {
    const { history, rules, calendar } = clockOf({ received, allowance: workingDays(amount) });
    return computeDue(history, rules, calendar).provisional;
  };

  it('a count over the expected Tết of 2027 is provisional, one before it is not', () => {
    expect(provisional('2027-02-01 09:00', 3)).toBe(false);
    expect(provisional('2027-02-01 09:00', 4)).toBe(true);
    expect(provisional('2027-02-12 09:00', 1)).toBe(false);
  });

  it('a receipt on such a day is provisional too', () => {
    expect(provisional('2027-02-11 09:00', 1)).toBe(true);
  });

  it('a year without official days counts plain weeks, all provisional', () => {
    expect(provisional('2028-03-01 09:00', 1)).toBe(true);
    expect(provisional('2027-12-30 09:00', 1)).toBe(false);
    expect(provisional('2027-12-31 09:00', 1)).toBe(true);
  });

  it('says so also while the clock stands still', () => {
    const { history, rules, calendar } = clockOf({
      received: '2027-02-01 09:00',
      allowance: workingDays(5),
      supplements: [['2027-02-02 09:00']],
    });
    expect(computeDue(history, rules, calendar)).toMatchObject({ dueAt: null, provisional: true });
  });
});
