import { describe, expect, it } from '@jest/globals';
import type { CalendarDay } from '#contract/calendars';
import { DEFAULT_WEEKLY_HOURS, formatDay, parseDay, plusDays } from '#domain/working-time';
import {
  NO_DRAFT,
  daysOfEdit,
  isEmpty,
  runsOf,
  withDays,
  type RangeEdit,
} from './calendar-draft.ts';
import { drafted, isTold, lookOf, ofLayer } from './day-look.ts';
import { hoursWords, typedHours } from './typed-hours.ts';
import { monthsOf } from './year-months.ts';

const week = DEFAULT_WEEKLY_HOURS;
const aDay = (date: string, changes: Partial<CalendarDay> = {}): CalendarDay => ({
  ...{ date, kind: 'ordinary', hours: week.mon, provisional: false },
  ...changes,
});
const anEdit = (changes: Partial<RangeEdit> = {}): RangeEdit => ({
  ...{ from: '2026-11-20', to: '2026-11-24', kind: 'off', name: ' Bão số 9 ', source: '' },
  ...changes,
});

describe('hours as people type them', () => {
  it.each([
    ['07:30-11:30, 13:00-17:00', '07:30-11:30, 13:00-17:00'],
    ['7h30 – 11h30; 13h đến 16:45', '07:30-11:30, 13:00-16:45'],
    ['', ''],
  ])('are read from %j', (typed, read) => {
    expect(hoursWords(typedHours(typed) ?? [])).toBe(read);
  });

  it.each(['sáng', '07:30', '7.30-11.30', '07:30-11:30 13:00-17:00'])('are not %j', (typed) => {
    expect(typedHours(typed)).toBeUndefined();
  });
});

describe('what a day looks like', () => {
  it.each([
    ['an ordinary day', aDay('2026-11-20'), 'ordinary', false],
    ['a holiday', aDay('2026-11-24', { kind: 'off', name: 'Ngày Văn hóa' }), 'off', true],
    [
      'a swapped day',
      aDay('2026-08-31', { kind: 'off', name: 'Hoán đổi ngày làm việc' }),
      'swapped',
      true,
    ],
    ['a make-up day', aDay('2026-08-22', { kind: 'makeUp' }), 'makeUp', true],
    ['a weekend', aDay('2026-11-21', { kind: 'weekend', hours: [] }), 'weekend', false],
    ['other hours', aDay('2026-11-20', { hours: [['07:30', '11:30']] }), 'hours', true],
    ['a holiday taken back', aDay('2026-11-24', { layer: 'unit' }), 'takenBack', true],
  ] as const)('is told of %s', (_what, day, look, told) => {
    expect([lookOf(day, week), isTold(day, week)]).toEqual([look, told]);
  });

  it('is the plain week where another layer speaks', () => {
    const day = aDay('2026-11-24', { kind: 'off', layer: 'national' });
    expect(lookOf(ofLayer(day, 'national', week), week)).toBe('off');
    expect(lookOf(ofLayer(day, 'unit', week), week)).toBe('ordinary');
  });

  it('shows a change before it is in force', () => {
    const look = (date: string, kind: 'off' | 'worked' | 'plain') =>
      lookOf(drafted(aDay(date), { date, kind }, week), week);
    expect(look('2026-11-23', 'off')).toBe('off');
    expect(look('2026-11-28', 'worked')).toBe('makeUp');
    expect(look('2026-11-29', 'plain')).toBe('weekend');
    expect(look('2026-11-24', 'plain')).toBe('takenBack');
  });
});

describe('a stretch of days', () => {
  it('is taken off without its weekend', () => {
    expect(daysOfEdit(anEdit(), week)).toEqual(
      ['2026-11-20', '2026-11-23', '2026-11-24'].map((date) => ({
        ...{ date, kind: 'off', name: 'Bão số 9' },
      })),
    );
  });

  it('is one day where one is meant, even on a weekend', () => {
    const [day] = daysOfEdit(anEdit({ from: '2026-11-21', to: '2026-11-21' }), week);
    expect(day?.date).toBe('2026-11-21');
  });

  it('is none where the end comes before the beginning, or is years away', () => {
    expect(daysOfEdit(anEdit({ to: '2026-11-19' }), week)).toEqual([]);
    expect(daysOfEdit(anEdit({ to: '2028-01-01' }), week)).toEqual([]);
  });

  it('is told in one line, and what is said again of a day replaces what was said', () => {
    const off = withDays(NO_DRAFT, daysOfEdit(anEdit(), week));
    expect(runsOf(off.days).map(({ from, to }) => [from, to])).toEqual([
      ['2026-11-20', '2026-11-20'],
      ['2026-11-23', '2026-11-24'],
    ]);
    const again = withDays(off, [{ date: '2026-11-23', kind: 'plain' }]);
    expect(again.days).toHaveLength(3);
    expect(runsOf(again.days)).toHaveLength(3);
    expect([isEmpty(NO_DRAFT), isEmpty(again)]).toEqual([true, false]);
  });
});

describe('the leaves of a year', () => {
  it('hold every day once, each under its weekday', () => {
    const first = parseDay('2028-01-01');
    if (first === undefined) throw new Error('no such day');
    const days = Array.from({ length: 366 }, (_none, place) =>
      aDay(formatDay(plusDays(first, place))),
    );
    const months = monthsOf(days);
    expect(months.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
    expect(months.flatMap(({ weeks }) => weeks.flat()).filter(Boolean)).toEqual(days);
    const [january] = months;
    // 1 January 2028 is a Saturday.
    expect(january?.weeks[0]?.findIndex((day) => day?.date === '2028-01-01')).toBe(5);
    expect(months.every(({ weeks }) => weeks.every((each) => each.length === 7))).toBe(true);
  });
});
