import { describe, expect, it } from '@jest/globals';
import { type Instant, formatInstant, parseInstant } from '#domain/working-time';
import { lastDayOf, periodTyped } from './typed-period.ts';

const at = (text: string): Instant => {
  const read = parseInstant(`${text}+07:00`);
  if (read === undefined) throw new Error(text);
  return read;
};
const now = at('2026-03-02T09:00:00');
const typed = (from: string, to: string) => {
  const read = periodTyped({ from, to }, now);
  if ('fault' in read) return read.fault;
  const { period } = read;
  return [period.from, period.to].map((each) => each && formatInstant(each).slice(0, 16));
};

describe('an absence as it is typed', () => {
  it('of days alone lasts from the beginning of the first to the end of the last', () => {
    expect(typed('05/03', '6/3')).toEqual(['2026-03-05T00:00', '2026-03-07T00:00']);
  });

  it('begins now when nothing else is said, and ends within a day when a time is', () => {
    expect(typed('', '06/03 12:00')).toEqual([undefined, '2026-03-06T12:00']);
    expect(typed('5/3/2026 13:30', '06/03/2026')).toEqual(['2026-03-05T13:30', '2026-03-07T00:00']);
  });

  it('says which of the two it could not read', () => {
    expect(typed('thứ hai', '06/03')).toBe('from');
    expect(typed('05/03', '')).toBe('to');
    expect(typed('', '31/02')).toBe('to');
  });
});

describe('the last day of an absence', () => {
  it('is told where it ends with a day, and is none where it ends within one', () => {
    expect(lastDayOf(at('2026-03-07T00:00:00'))).toBe(at('2026-03-06T00:00:00'));
    expect(lastDayOf(at('2026-03-06T12:00:00'))).toBeUndefined();
  });
});
