import { describe, expect, it } from '@jest/globals';
import {
  calendarDays,
  clockOf,
  sameDay,
  workingDays,
  workingHours,
  type ClockCase,
} from '../../../test/support/clock-case.ts';
import { at } from '../../../test/support/moment.ts';
import { explainDue } from './index.ts';

/** One word per day, `02-13 receiptDay`. */
const explained = (c: ClockCase, now = '2026-12-01'): readonly string[] => {
  const { history, rules, calendar } = clockOf(c);
  return explainDue(history, rules, calendar, at(now)).map(
    ({ date, kind }) => `${date.slice(5)} ${kind}`,
  );
};

const MONDAY = { received: '2026-03-02 09:00', allowance: workingDays(3) } as const;

describe('căn cứ tính hạn trả', () => {
  it('says of every day from receipt to due moment whether and why it counts', () => {
    const { history, rules, calendar } = clockOf({
      received: '2026-01-08 09:00',
      allowance: workingDays(3),
    });
    expect(explainDue(history, rules, calendar, at('2026-01-08'))).toStrictEqual([
      { date: '2026-01-08', kind: 'receiptDay' },
      { date: '2026-01-09', kind: 'counted' },
      { date: '2026-01-10', kind: 'makeUp', name: 'Làm bù ngày 02/01' },
      { date: '2026-01-11', kind: 'weekend' },
      { date: '2026-01-12', kind: 'counted' },
    ]);
  });

  it('names the holiday and marks what no notice has confirmed', () => {
    const { history, rules, calendar } = clockOf({
      received: '2027-02-04 09:00',
      allowance: workingDays(1),
    });
    const days = explainDue(history, rules, calendar, at('2027-02-04'));
    expect(days[1]).toStrictEqual({
      date: '2027-02-05',
      kind: 'dayOff',
      name: 'Tết Nguyên đán',
      provisional: true,
    });
    expect(days[2]).toStrictEqual({ date: '2027-02-06', kind: 'weekend' });
    expect(days.at(-1)).toStrictEqual({ date: '2027-02-12', kind: 'counted' });
  });

  it('a receipt on a day off is the receipt day all the same', () => {
    expect(explained({ received: '2026-03-01 09:00', allowance: workingDays(1) })).toStrictEqual([
      '03-01 receiptDay',
      '03-02 counted',
    ]);
  });

  it('a same-day procedure in time needs one day', () => {
    expect(explained({ received: '2026-03-02 09:00', allowance: sameDay() })).toStrictEqual([
      '03-02 receiptDay',
    ]);
  });

  it('due at 24:00, the day that ends there is the last one', () => {
    const layers = [{ weeklyHours: { tue: [['13:00', '24:00']] as const } }];
    expect(
      explained({ received: '2026-03-02 09:00', allowance: workingDays(1), layers }),
    ).toStrictEqual(['03-02 receiptDay', '03-03 counted']);
  });

  it('without a due moment there is nothing to explain', () => {
    expect(explained({ received: '2026-03-02 09:00' })).toStrictEqual([]);
  });
});

describe('pauses in the explanation', () => {
  it('are the days after the stop up to the restart, whatever days they are', () => {
    expect(
      explained({ ...MONDAY, supplements: [['2026-03-05 09:00', '2026-03-09 09:00']] }),
    ).toStrictEqual([
      '03-02 receiptDay',
      '03-03 counted',
      '03-04 counted',
      '03-05 counted',
      '03-06 paused',
      '03-07 paused',
      '03-08 paused',
      '03-09 paused',
    ]);
  });

  it('while one is open, up to the provisional due moment', () => {
    expect(
      explained({ ...MONDAY, supplements: [['2026-03-03 09:00']] }, '2026-03-04 10:00'),
    ).toStrictEqual([
      '03-02 receiptDay',
      '03-03 counted',
      '03-04 paused',
      '03-05 counted',
      '03-06 counted',
    ]);
  });

  it('one that did not count is not shown', () => {
    expect(
      explained({ ...MONDAY, supplements: [['2026-03-06 09:00', '2026-03-09 09:00']] }),
    ).not.toContain('03-06 paused');
  });

  it('under restart the explanation starts at the end of the last wait', () => {
    const c = {
      ...MONDAY,
      onSupplement: 'restart',
      supplements: [['2026-03-03 09:00', '2026-03-06 09:00']],
    } as const;
    expect(explained(c)).toStrictEqual([
      '03-06 receiptDay',
      '03-07 weekend',
      '03-08 weekend',
      '03-09 counted',
      '03-10 counted',
      '03-11 counted',
    ]);
  });

  it('for a same-day procedure too', () => {
    expect(
      explained({
        received: '2026-03-02 09:00',
        allowance: sameDay(),
        payments: [['2026-03-02 10:00', '2026-03-04 15:30']],
      }),
    ).toStrictEqual(['03-04 receiptDay', '03-05 counted']);
  });

  it('counting hours, a day is paused when all its working time, or all of a closed day, was', () => {
    const c = { received: '2026-03-05 09:00', allowance: workingHours(16) } as const;
    expect(explained({ ...c, holds: [['2026-03-06 07:30', '2026-03-08 00:00']] })).toStrictEqual([
      '03-05 receiptDay',
      '03-06 paused',
      '03-07 paused',
      '03-08 weekend',
      '03-09 counted',
      '03-10 counted',
    ]);
    expect(
      explained({ ...c, holds: [['2026-03-06 07:31', '2026-03-07 23:59']] }).slice(1, 3),
    ).toStrictEqual(['03-06 counted', '03-07 weekend']);
    expect(
      explained({
        ...c,
        holds: [
          ['2026-03-06 07:30', '2026-03-06 11:30'],
          ['2026-03-06 13:00', '2026-03-06 17:00'],
        ],
      })[1],
    ).toBe('03-06 paused');
  });
});

describe('calendar days in the explanation', () => {
  it('every day counts whatever it is; those passed over at the end are rolled', () => {
    expect(explained({ received: '2026-02-13 09:00', allowance: calendarDays(5) })).toStrictEqual([
      '02-13 receiptDay',
      '02-14 counted',
      '02-15 counted',
      '02-16 counted',
      '02-17 counted',
      '02-18 rolled',
      '02-19 rolled',
      '02-20 rolled',
      '02-21 rolled',
      '02-22 rolled',
      '02-23 counted',
    ]);
  });

  it('a rolled holiday keeps its name', () => {
    const { history, rules, calendar } = clockOf({
      received: '2026-02-13 09:00',
      allowance: calendarDays(5),
    });
    const days = explainDue(history, rules, calendar, at('2026-02-13'));
    expect(days[5]).toStrictEqual({ date: '2026-02-18', kind: 'rolled', name: 'Tết Nguyên đán' });
    expect(days[3]).toStrictEqual({ date: '2026-02-16', kind: 'counted' });
  });

  it('ending on a working day nothing is rolled', () => {
    expect(explained({ received: '2026-03-02 09:00', allowance: calendarDays(2) })).toStrictEqual([
      '03-02 receiptDay',
      '03-03 counted',
      '03-04 counted',
    ]);
  });
});

describe('a declared or extended due moment in the explanation', () => {
  const declared = [['2026-03-02 09:00', '2026-03-07 10:00']] as const;

  it('is explained up to itself', () => {
    expect(explained({ ...MONDAY, declared })).toHaveLength(6);
    expect(
      explained({ ...MONDAY, extended: [['2026-03-03 09:00', '2026-03-09 17:00']] }).at(-1),
    ).toBe('03-09 counted');
  });

  it('shows the waits a source told us of, which moved nothing', () => {
    expect(
      explained({ ...MONDAY, declared, imported: [['2026-03-03 09:00', '2026-03-04 09:00']] }),
    ).toContain('03-04 paused');
    expect(
      explained({ ...MONDAY, declared, imported: [['2026-03-09 09:00', '2026-03-10 09:00']] }),
    ).toHaveLength(6);
  });

  it('in calendar days, a closed day that was declared is not rolled until a pause moves it', () => {
    const c = { ...MONDAY, allowance: calendarDays(3), declared } as const;
    expect(explained(c).at(-1)).toBe('03-07 counted');
    expect(
      explained({ ...c, holds: [['2026-03-03 09:00', '2026-03-04 09:00']] }).slice(-3),
    ).toStrictEqual(['03-07 counted', '03-08 rolled', '03-09 counted']);
  });

  it('declared before the receipt it is the receipt day alone', () => {
    expect(
      explained({ ...MONDAY, declared: [['2026-03-02 09:00', '2026-02-27 17:00']] }),
    ).toStrictEqual(['03-02 receiptDay']);
  });

  it('of an unknown procedure it is explained all the same', () => {
    expect(
      explained({
        received: '2026-03-02 09:00',
        declared,
        holds: [['2026-03-03 09:00', '2026-03-04 09:00']],
      }),
    ).toContain('03-04 paused');
  });

  it('starts, under restart, after the last wait that counted, also once the term was extended', () => {
    const c = {
      ...MONDAY,
      onSupplement: 'restart',
      supplements: [['2026-03-03 09:00', '2026-03-05 09:00']],
      extended: [['2026-03-09 09:00', '2026-03-11 17:00']],
    } as const;
    expect(explained(c)).toStrictEqual([
      '03-05 receiptDay',
      '03-06 counted',
      '03-07 weekend',
      '03-08 weekend',
      '03-09 counted',
      '03-10 counted',
      '03-11 counted',
    ]);
  });

  it('starts, under restart, at the receipt where the wait came too late to count', () => {
    const c = {
      ...MONDAY,
      onSupplement: 'restart',
      declared: [['2026-03-02 09:00', '2026-03-03 17:00']],
      supplements: [['2026-03-04 09:00', '2026-03-05 09:00']],
      extended: [['2026-03-05 10:00', '2026-03-06 17:00']],
    } as const;
    expect(explained(c)[0]).toBe('03-02 receiptDay');
  });

  it('starts, for a same-day procedure, after the last wait that counted before the extension', () => {
    const c = {
      received: '2026-03-02 09:00',
      allowance: sameDay(),
      payments: [['2026-03-02 10:00', '2026-03-03 09:00']],
      extended: [['2026-03-03 10:00', '2026-03-04 17:00']],
    } as const;
    expect(explained(c)).toStrictEqual(['03-03 receiptDay', '03-04 counted']);
  });
});
