import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import {
  dayOf,
  dueDayOf,
  formatDay,
  formatInstant,
  hours,
  instant,
  parseDay,
  parseInstant,
  plusDays,
  startOf,
  timeOfDay,
} from './index.ts';

describe('days', () => {
  it.each([
    '2026-02-28',
    '2024-02-29',
    '2000-02-29',
    '1970-01-01',
    '1969-12-31',
    '0001-01-01',
    '9999-12-31',
  ])('%s is read and written alike', (text) => {
    expect(formatDay(parseDay(text) ?? (NaN as never))).toBe(text);
  });

  it('counts from 1970-01-01', () => {
    expect(parseDay('1970-01-01')).toBe(0);
    expect(parseDay('2026-03-02')).toBe(20514);
  });

  it.each([
    '2026-02-29',
    '2100-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-04-31',
    '2026-01-00',
    '2026-1-2',
    '26-01-02',
    ' 2026-01-02',
    '2026-01-02T00:00',
    '',
  ])('%p is no day', (text) => {
    expect(parseDay(text)).toBeUndefined();
  });

  it('begin at local midnight', () => {
    const day = parseDay('2026-03-31') ?? (NaN as never);
    expect(formatInstant(startOf(day))).toBe('2026-03-31T00:00:00+07:00');
    expect(dayOf(at('2026-03-31 23:59:59'))).toBe(day);
    expect(dayOf(at('2026-04-01 00:00'))).toBe(plusDays(day, 1));
    expect(timeOfDay(at('2026-03-31 17:00'))).toBe(hours(17));
  });

  it('a due moment at 24:00 belongs to the day that ends there', () => {
    expect(formatDay(dueDayOf(at('2026-03-03 00:00')))).toBe('2026-03-02');
    expect(formatDay(dueDayOf(at('2026-03-03 00:00:01')))).toBe('2026-03-03');
  });
});

describe('moments', () => {
  it('are read with any offset', () => {
    const moment = at('2026-03-02 08:00');
    const texts = [
      '2026-03-02T08:00:00+07:00',
      '2026-03-02T01:00:00Z',
      '2026-03-01T21:30:00-03:30',
      '2026-03-02T08:00+07:00',
    ];
    expect(texts.map(parseInstant)).toStrictEqual(texts.map(() => moment));
  });

  it('keep milliseconds and cut off what is finer', () => {
    const moment = at('2026-03-02 08:00:01');
    expect(parseInstant('2026-03-02T08:00:01.5+07:00')).toBe(moment + 500);
    expect(parseInstant('2026-03-02T08:00:01.123999+07:00')).toBe(moment + 123);
  });

  it('are written at +07:00, with milliseconds where there are any', () => {
    expect(formatInstant(at('2026-03-02 08:05:09'))).toBe('2026-03-02T08:05:09+07:00');
    expect(formatInstant(instant(at('2026-03-02 08:05:09') + 7))).toBe(
      '2026-03-02T08:05:09.007+07:00',
    );
    expect(formatInstant(at('2026-03-02 23:59:59'))).toBe('2026-03-02T23:59:59+07:00');
  });

  it.each([
    '2026-03-02T08:00:00',
    '2026-03-02 08:00:00+07:00',
    '2026-03-02T24:00:00+07:00',
    '2026-03-02T08:60:00+07:00',
    '2026-03-02T08:00:60+07:00',
    '2026-02-30T08:00:00+07:00',
    '2026-03-02T08:00:00+0700',
    '2026-03-02T08:00:00+24:00',
    '2026-03-02T08:00:00+07:60',
    '2026-03-02T08:00:00.+07:00',
    'x2026-03-02T08:00:00Z',
    '2026-03-02T08:00:00Zx',
    '20260302080000',
    '',
  ])('%p names no moment', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
