import { describe, expect, it } from '@jest/globals';
import { calendarWith } from '../../../test/support/clock-case.ts';
import { at, local } from '../../../test/support/moment.ts';
import { known, member } from './known.ts';
import {
  FIRST_DAY,
  LAST_DAY,
  OutsideCalendarError,
  addWorking,
  compileCalendar,
  dayEnd,
  dayStart,
  describeDay,
  formatDay,
  hours,
  isWorkingDay,
  millis,
  nextWorkingDay,
  nthWorkingDayAfter,
  parseDay,
  plusDays,
  provisionalDaysIn,
  withinCalendar,
  workingBetween,
  workingDayFrom,
  workingDaysIn,
  type CalendarLayer,
  type Day,
  type DescribedDay,
  type SpecialDay,
} from './index.ts';

const NATION = calendarWith([]);
const day = (text: string): Day => {
  const parsed = parseDay(text);
  if (parsed === undefined) throw new Error(`${text} is no day`);
  return parsed;
};
const withDays = (...days: readonly SpecialDay[]): CalendarLayer => ({ days });

describe('working days', () => {
  it('leave out weekends and days off, and take in worked Saturdays', () => {
    const worked = [
      '2026-03-02',
      '2026-03-07',
      '2026-02-17',
      '2026-01-10',
      '2026-01-02',
      '2026-11-24',
    ].filter((text) => isWorkingDay(NATION, day(text)));
    expect(worked).toStrictEqual(['2026-03-02', '2026-01-10']);
  });

  it('are counted after one day and through another', () => {
    expect(workingDaysIn(NATION, day('2026-02-13'), day('2026-02-25'))).toBe(3);
    expect(workingDaysIn(NATION, day('2026-02-13'), day('2026-02-13'))).toBe(0);
    expect(formatDay(nthWorkingDayAfter(NATION, day('2026-02-13'), 3))).toBe('2026-02-25');
    expect(nthWorkingDayAfter(NATION, day('2026-02-14'), 0)).toBe(day('2026-02-14'));
  });

  it('the next one comes strictly after; rolling may stay', () => {
    expect(formatDay(nextWorkingDay(NATION, day('2026-03-02')))).toBe('2026-03-03');
    expect(formatDay(nextWorkingDay(NATION, day('2026-03-07')))).toBe('2026-03-09');
    expect(formatDay(workingDayFrom(NATION, day('2026-03-02')))).toBe('2026-03-02');
    expect(formatDay(workingDayFrom(NATION, day('2026-03-07')))).toBe('2026-03-09');
  });
});

describe('opening and closing', () => {
  it('are those of the day', () => {
    expect([
      local(dayStart(NATION, day('2026-03-02'))),
      local(dayEnd(NATION, day('2026-03-02'))),
    ]).toStrictEqual(['2026-03-02 07:30', '2026-03-02 17:00']);
  });

  it('an office that works until 24:00 closes at the next midnight', () => {
    const night = calendarWith([{ weeklyHours: { mon: [['13:00', '24:00']] } }]);
    expect(local(dayEnd(night, day('2026-03-02')))).toBe('2026-03-03 00:00');
  });

  it('of a closed day are those of a full working day, for promises others made for it', () => {
    const calendar = calendarWith([
      { weeklyHours: { mon: [['09:00', '10:00']], wed: [['08:00', '18:00']] } },
    ]);
    const saturday = day('2026-03-07');
    expect(local(dayStart(calendar, saturday))).toBe('2026-03-07 08:00');
    expect(local(dayEnd(calendar, saturday))).toBe('2026-03-07 18:00');
  });
});

describe('làm bù', () => {
  const open = (layers: readonly CalendarLayer[], text: string): readonly (string | null)[] => {
    const calendar = calendarWith(layers);
    return [local(dayStart(calendar, day(text))), local(dayEnd(calendar, day(text)))].map(
      (moment) => moment?.slice(11) ?? null,
    );
  };

  it('is a full day: the hours of the longest weekday, the first from Monday on a tie', () => {
    const week = {
      weeklyHours: {
        tue: [
          ['07:00', '12:00'],
          ['13:00', '17:00'],
        ],
        thu: [['08:00', '17:00']],
        sat: [],
      },
    } as const;
    expect(open([week], '2026-01-10')).toStrictEqual(['07:00', '17:00']);
    expect(
      workingBetween(calendarWith([week]), at('2026-01-10 00:00'), at('2026-01-11 00:00')),
    ).toBe(hours(9));
  });

  it('is a full day even on a weekday that has fewer hours of its own', () => {
    const week = { weeklyHours: { sat: [['07:30', '11:30']] } } as const;
    expect(open([week], '2026-01-17')).toStrictEqual(['07:30', '11:30']);
    expect(open([week], '2026-01-10')).toStrictEqual(['07:30', '17:00']);
  });

  it('has the hours it is given', () => {
    expect(
      open(
        [withDays({ date: '2026-01-10', kind: 'worked', hours: [['08:00', '10:00']] })],
        '2026-01-10',
      ),
    ).toStrictEqual(['08:00', '10:00']);
  });

  it('given hours replace those of an ordinary working day too', () => {
    expect(
      open(
        [withDays({ date: '2026-03-02', kind: 'plain', hours: [['08:00', '10:00']] })],
        '2026-03-02',
      ),
    ).toStrictEqual(['08:00', '10:00']);
    expect(
      open(
        [withDays({ date: '2026-03-02', kind: 'worked', hours: [['09:00', '10:00']] })],
        '2026-03-02',
      ),
    ).toStrictEqual(['09:00', '10:00']);
  });
});

describe('what a day is', () => {
  const described = (text: string, ...layers: readonly CalendarLayer[]): DescribedDay =>
    describeDay(calendarWith(layers), day(text));

  it('ordinary, off with its name, weekend, or worked although the week has it closed', () => {
    expect(described('2026-03-02')).toStrictEqual({ kind: 'ordinary', provisional: false });
    expect(described('2026-02-17')).toStrictEqual({
      kind: 'off',
      name: 'Tết Nguyên đán',
      provisional: false,
    });
    expect(described('2026-03-07')).toStrictEqual({ kind: 'weekend', provisional: false });
    expect(described('2026-01-10')).toStrictEqual({
      kind: 'makeUp',
      name: 'Làm bù ngày 02/01',
      provisional: false,
    });
  });

  it('a weekday the unit keeps closed is its weekend', () => {
    expect(described('2026-03-06', { weeklyHours: { fri: [] } })).toMatchObject({
      kind: 'weekend',
    });
  });

  it('a worked day in the ordinary week is no make-up day', () => {
    expect(described('2026-03-02', withDays({ date: '2026-03-02', kind: 'worked' }))).toMatchObject(
      { kind: 'ordinary' },
    );
  });

  it('a day off on a weekend is a day off', () => {
    expect(
      described('2026-03-07', withDays({ date: '2026-03-07', kind: 'off', name: 'Lễ' })),
    ).toMatchObject({ kind: 'off', name: 'Lễ' });
  });

  it('2027 is known but for the days that are expected', () => {
    expect(described('2027-02-05')).toMatchObject({ kind: 'off', provisional: true });
    expect(described('2027-02-04')).toMatchObject({ kind: 'ordinary', provisional: false });
  });

  it('an announcement makes an expected day certain, working or not', () => {
    expect(
      described('2027-02-05', withDays({ date: '2027-02-05', kind: 'off', source: 'TB' })),
    ).toMatchObject({ kind: 'off', provisional: false });
    expect(described('2027-02-05', withDays({ date: '2027-02-05', kind: 'plain' }))).toStrictEqual({
      kind: 'ordinary',
      provisional: false,
    });
  });

  it('a year without official days is provisional throughout, until a layer brings them', () => {
    expect([
      described('2024-12-31').provisional,
      described('2028-01-01').provisional,
    ]).toStrictEqual([true, true]);
    expect([
      described('2025-01-01').provisional,
      described('2027-12-31').provisional,
    ]).toStrictEqual([false, false]);
    expect(described('2028-06-01', { officialYears: [2028] }).provisional).toBe(false);
    expect(
      provisionalDaysIn(
        calendarWith([{ officialYears: [2028] }]),
        day('2027-12-31'),
        day('2029-01-02'),
      ),
    ).toBe(2);
  });

  it('years outside the calendar may be called official without harm', () => {
    const calendar = calendarWith([{ officialYears: [1999, 2000, 2100, 2101] }]);
    expect(provisionalDaysIn(calendar, plusDays(FIRST_DAY, -1), day('2001-01-01'))).toBe(1);
    expect(provisionalDaysIn(calendar, day('2099-12-30'), LAST_DAY)).toBe(1);
  });
});

describe('working hours', () => {
  it('time that runs out at the end of an interval is due at that end', () => {
    expect(local(addWorking(NATION, at('2026-03-02 07:30'), hours(4)))).toBe('2026-03-02 11:30');
    expect(local(addWorking(NATION, at('2026-03-02 11:30'), millis(1)))).toBe('2026-03-02 13:00');
    expect(addWorking(NATION, at('2026-03-02 11:30'), millis(1))).toBe(at('2026-03-02 13:00') + 1);
  });

  it('nothing added is the moment itself, even at night', () => {
    expect(addWorking(NATION, at('2026-03-02 23:00'), millis(0))).toBe(at('2026-03-02 23:00'));
  });

  it('reaches far without walking', () => {
    const end = addWorking(NATION, at('2026-03-02 08:00'), hours(8 * 2000));
    expect(workingBetween(NATION, at('2026-03-02 08:00'), end)).toBe(hours(8 * 2000));
  });

  it('is negative backwards', () => {
    expect(workingBetween(NATION, at('2026-03-02 14:00'), at('2026-03-02 11:00'))).toBe(
      hours(-1.5),
    );
  });
});

describe('the years a calendar knows', () => {
  it('are 2000 to 2100, every day of them', () => {
    expect([formatDay(FIRST_DAY), formatDay(LAST_DAY)]).toStrictEqual(['2000-01-01', '2100-12-31']);
    expect([
      isWorkingDay(NATION, day('2000-01-03')),
      isWorkingDay(NATION, day('2100-12-31')),
    ]).toStrictEqual([true, true]);
    expect(local(addWorking(NATION, at('2100-12-31 13:00'), hours(4)))).toBe('2100-12-31 17:00');
  });

  it.each<readonly [string, () => unknown]>([
    ['a day before', () => isWorkingDay(NATION, day('1999-12-31'))],
    ['a day after', () => isWorkingDay(NATION, day('2101-01-01'))],
    ['a count beyond', () => nthWorkingDayAfter(NATION, day('2100-12-31'), 1)],
    ['working time beyond', () => addWorking(NATION, at('2100-12-31 13:00'), hours(4.1))],
    [
      'a moment before',
      () => workingBetween(NATION, at('1999-12-31 23:59'), at('2026-03-02 08:00')),
    ],
    [
      'a special day that is no day',
      () =>
        compileCalendar({ ...NATION.definition, days: [{ date: '2026-02-30', kind: 'off' }] }, 'v'),
    ],
    ['a place beyond a list', () => member(['only'], 1)],
    ['a number beyond a list', () => known(new Int32Array(1), 1)],
  ])('%s is refused by a named error', (_, count) => {
    expect(count).toThrow(OutsideCalendarError);
    expect(count).toThrow(RangeError);
    expect(withinCalendar(count)).toStrictEqual({
      ok: false,
      refusal: { code: 'outside-calendar', facts: {} },
    });
  });

  it('within them a count is simply its value, and any other error stays an error', () => {
    expect(withinCalendar(() => 3)).toStrictEqual({ ok: true, value: 3 });
    expect(() => withinCalendar(() => JSON.parse('{') as unknown)).toThrow(SyntaxError);
  });

  it('a version keeps its name and what it was made from', () => {
    const calendar = compileCalendar(NATION.definition, 'v7');
    expect([calendar.version, calendar.definition]).toStrictEqual(['v7', NATION.definition]);
  });

  it('says what went wrong', () => {
    expect(new OutsideCalendarError()).toMatchObject({
      name: 'OutsideCalendarError',
      message: 'Outside the years a working calendar knows: 2000 to 2100.',
    });
  });
});
