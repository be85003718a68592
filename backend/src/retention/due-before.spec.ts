import { describe, expect, it } from '@jest/globals';
import { formatInstant, parseInstant } from '#domain/working-time';
import { dueBefore } from './due-before.ts';

const before = (now: string, months: number): string => {
  const moment = parseInstant(now);
  if (moment === undefined) throw new Error(now);
  return formatInstant(dueBefore(moment, months));
};

describe('how long something is kept', () => {
  it.each([
    ['2027-03-31T09:00:00+07:00', 12, '2026-03-31T00:00:00+07:00'],
    ['2027-03-31T09:00:00+07:00', 13, '2026-02-28T00:00:00+07:00'],
    ['2028-02-29T23:59:59+07:00', 12, '2027-02-28T00:00:00+07:00'],
    ['2026-01-15T00:00:00+07:00', 120, '2016-01-15T00:00:00+07:00'],
    ['2026-01-01T06:00:00+07:00', 13, '2024-12-01T00:00:00+07:00'],
  ])('on %s after %i months is up to %s', (now, months, expected) => {
    expect(before(now, months)).toBe(expected);
  });
});
