import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  canonicalText,
  mergeLayers,
  type CalendarDefinition,
  type CalendarLayer,
  type HoursText,
} from './index.ts';

const merged = (...layers: readonly CalendarLayer[]): CalendarDefinition => {
  const result = mergeLayers(layers);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const refusal = (...layers: readonly CalendarLayer[]): unknown => {
  const result = mergeLayers(layers);
  return result.ok ? null : result.refusal;
};
const monday = (...mon: readonly HoursText[]): CalendarLayer => ({ weeklyHours: { mon } });

describe('layers: nation, city, unit', () => {
  it('without a week of its own an office keeps the usual hours', () => {
    expect(merged().weeklyHours).toStrictEqual(DEFAULT_WEEKLY_HOURS);
    expect(merged()).toMatchObject({ days: [], officialYears: [2025, 2026, 2027] });
  });

  it('a weekday of a lower layer replaces that weekday and no other', () => {
    const { weeklyHours } = merged(monday(['08:00', '12:00']), {
      weeklyHours: { mon: [['09:00', '10:00']], sat: [['07:30', '11:30']] },
    });
    expect(weeklyHours).toStrictEqual({
      ...DEFAULT_WEEKLY_HOURS,
      mon: [['09:00', '10:00']],
      sat: [['07:30', '11:30']],
    });
  });

  it('a weekday may be closed', () => {
    expect(merged({ weeklyHours: { fri: [] } }).weeklyHours.fri).toStrictEqual([]);
  });

  it('a special day of a lower layer replaces that day', () => {
    const nation: CalendarLayer = {
      days: [{ date: '2026-11-24', kind: 'off', name: 'Ngày Văn hóa Việt Nam' }],
    };
    expect(
      merged(nation, { days: [{ date: '2026-11-24', kind: 'worked', name: 'Trực' }] }).days,
    ).toStrictEqual([{ date: '2026-11-24', kind: 'worked', name: 'Trực' }]);
  });

  it('plain cancels what an upper layer said, and stays where it gives hours', () => {
    const nation: CalendarLayer = { days: [{ date: '2026-11-24', kind: 'off' }] };
    expect(merged(nation, { days: [{ date: '2026-11-24', kind: 'plain' }] }).days).toStrictEqual(
      [],
    );
    expect(
      merged(nation, { days: [{ date: '2026-11-24', kind: 'plain', hours: [['08:00', '10:00']] }] })
        .days,
    ).toHaveLength(1);
  });

  it('days come in order of date, hours in order of time, those that touch joined', () => {
    const days = [
      { date: '2026-05-02', kind: 'off' },
      {
        date: '2026-05-01',
        kind: 'worked',
        hours: [
          ['10:00', '12:00'],
          ['08:00', '10:00'],
          ['13:00', '14:00'],
        ],
      },
    ] as const;
    expect(merged({ days }).days).toStrictEqual([
      {
        date: '2026-05-01',
        kind: 'worked',
        hours: [
          ['08:00', '12:00'],
          ['13:00', '14:00'],
        ],
      },
      { date: '2026-05-02', kind: 'off' },
    ]);
  });

  it('a layer may bring the official days of further years', () => {
    expect(
      merged({ officialYears: [2028] }, { officialYears: [2024, 2026] }).officialYears,
    ).toStrictEqual([2024, 2025, 2026, 2027, 2028]);
  });
});

describe('layers that are refused', () => {
  it.each<readonly [string, CalendarLayer, string, object]>([
    [
      'an interval that ends before it begins',
      monday(['11:30', '07:30']),
      'hours-inverted',
      { from: '11:30', to: '07:30', weekday: 'mon' },
    ],
    [
      'an interval of no length',
      monday(['08:00', '08:00']),
      'hours-inverted',
      { from: '08:00', to: '08:00', weekday: 'mon' },
    ],
    [
      'intervals that overlap',
      monday(['08:00', '12:00'], ['11:59', '13:00']),
      'hours-overlap',
      { from: '11:59', to: '13:00', weekday: 'mon' },
    ],
    [
      'an interval inside another',
      monday(['08:00', '12:00'], ['08:00', '09:00']),
      'hours-overlap',
      { weekday: 'mon' },
    ],
    [
      'a time that is none',
      monday(['8:00', '12:00']),
      'hours-not-a-time',
      { from: '8:00', to: '12:00', weekday: 'mon' },
    ],
    ['an hour that is none', monday(['08:00', '24:01']), 'hours-not-a-time', { to: '24:01' }],
    ['24:00 as a beginning', monday(['24:00', '24:00']), 'hours-not-a-time', { from: '24:00' }],
    [
      'a date that is none',
      { days: [{ date: '2026-02-30', kind: 'off' }] },
      'date-not-a-day',
      { date: '2026-02-30' },
    ],
    [
      'a date before the calendar',
      { days: [{ date: '1999-12-31', kind: 'off' }] },
      'date-outside-calendar',
      { date: '1999-12-31' },
    ],
    [
      'a date after the calendar',
      { days: [{ date: '2101-01-01', kind: 'off' }] },
      'date-outside-calendar',
      { date: '2101-01-01' },
    ],
    [
      'a day off with hours',
      { days: [{ date: '2026-03-02', kind: 'off', hours: [['08:00', '10:00']] }] },
      'day-off-with-hours',
      { date: '2026-03-02' },
    ],
    [
      'a worked day of no hours',
      { days: [{ date: '2026-03-02', kind: 'worked', hours: [] }] },
      'open-day-without-hours',
      { date: '2026-03-02' },
    ],
    [
      'a special day with hours that are none',
      { days: [{ date: '2026-03-02', kind: 'worked', hours: [['08:00', '07:00']] }] },
      'hours-inverted',
      { date: '2026-03-02' },
    ],
    [
      'a date said twice in one layer',
      {
        days: [
          { date: '2026-03-02', kind: 'off' },
          { date: '2026-03-02', kind: 'worked' },
        ],
      },
      'date-given-twice',
      { date: '2026-03-02' },
    ],
  ])('%s', (_, layer, code, facts) => {
    expect(refusal(layer)).toMatchObject({ code, facts });
  });

  it('a week in which the office never opens', () => {
    const closed = { mon: [], tue: [], wed: [], thu: [], fri: [] };
    expect(refusal({ weeklyHours: closed })).toStrictEqual({ code: 'week-never-open', facts: {} });
    expect(
      refusal({ weeklyHours: closed }, { weeklyHours: { sun: [['08:00', '09:00']] } }),
    ).toBeNull();
  });

  it('the first and last day of the calendar are known', () => {
    expect(
      refusal({
        days: [
          { date: '2000-01-01', kind: 'off' },
          { date: '2100-12-31', kind: 'off' },
        ],
      }),
    ).toBeNull();
  });
});

describe('the text the store hashes', () => {
  const layer: CalendarLayer = {
    weeklyHours: { sat: [['07:30', '11:30']] },
    days: [{ date: '2026-05-02', kind: 'off', name: 'Nghỉ', source: 'QĐ 1', provisional: true }],
  };

  it('is the same for the same calendar, however it was written', () => {
    const turned: CalendarLayer = {
      days: [{ source: 'QĐ 1', kind: 'off', name: 'Nghỉ', provisional: true, date: '2026-05-02' }],
      weeklyHours: {
        sun: [],
        sat: [
          ['07:30', '09:00'],
          ['09:00', '11:30'],
        ],
      },
    };
    expect(canonicalText(merged(turned))).toBe(
      canonicalText(merged({ ...layer, days: [] }, layer)),
    );
  });

  it('says everything that is counted or shown', () => {
    const [day] = layer.days ?? [];
    const others: readonly CalendarLayer[] = [
      { ...layer, weeklyHours: {} },
      { ...layer, officialYears: [2028] },
      ...[
        { date: '2026-05-03' },
        { kind: 'worked' as const },
        { name: 'Khác' },
        { source: 'QĐ 2' },
        { provisional: false },
        { kind: 'worked' as const, hours: [['08:00', '09:00']] as const },
      ].map((change) => ({
        ...layer,
        days: [{ date: '2026-05-02', kind: 'off' as const, ...day, ...change }],
      })),
    ];
    const texts = new Set([layer, ...others].map((one) => canonicalText(merged(one))));
    expect(texts.size).toBe(others.length + 1);
  });

  it('is short and plain', () => {
    expect(canonicalText(merged({ days: [{ date: '2026-05-02', kind: 'off' }] }))).toBe(
      '[[[["07:30","11:30"],["13:00","17:00"]],[["07:30","11:30"],["13:00","17:00"]],[["07:30","11:30"],["13:00","17:00"]],[["07:30","11:30"],["13:00","17:00"]],[["07:30","11:30"],["13:00","17:00"]],[],[]],[["2026-05-02","off",null,null,null,false]],[2025,2026,2027]]',
    );
  });
});

describe('the days that ship with the product', () => {
  const dates = (year: string, kind: string): readonly string[] =>
    NATIONAL_DAYS.filter((day) => day.date.startsWith(year) && day.kind === kind).map(({ date }) =>
      date.slice(5),
    );

  it('2025', () => {
    expect(dates('2025', 'off')).toStrictEqual([
      '01-01',
      '01-27',
      '01-28',
      '01-29',
      '01-30',
      '01-31',
      '04-07',
      '04-30',
      '05-01',
      '05-02',
      '09-01',
      '09-02',
    ]);
    expect(dates('2025', 'worked')).toStrictEqual(['04-26']);
  });

  it('2026', () => {
    expect(dates('2026', 'off')).toStrictEqual([
      '01-01',
      '01-02',
      '02-16',
      '02-17',
      '02-18',
      '02-19',
      '02-20',
      '04-27',
      '04-30',
      '05-01',
      '08-31',
      '09-01',
      '09-02',
      '11-24',
    ]);
    expect(dates('2026', 'worked')).toStrictEqual(['01-10', '08-22']);
  });

  it('2027, all of them expected only', () => {
    expect(dates('2027', 'off')).toStrictEqual([
      '01-01',
      '02-05',
      '02-08',
      '02-09',
      '02-10',
      '02-11',
      '04-16',
      '04-30',
      '05-03',
      '09-02',
      '09-03',
      '11-24',
    ]);
    expect(
      NATIONAL_DAYS.filter(({ provisional }) => provisional === true).map(({ date }) =>
        date.slice(0, 4),
      ),
    ).toStrictEqual(Array.from({ length: 12 }, () => '2027'));
  });

  it('each has a name and says on what notice it rests', () => {
    expect(
      NATIONAL_DAYS.filter(({ name, source }) => (name ?? '') === '' || (source ?? '') === ''),
    ).toStrictEqual([]);
  });
});
