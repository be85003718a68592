import { describe, expect, it } from '@jest/globals';
import * as z from 'zod';
import { dayOf, formatDay, formatInstant } from '#domain/working-time';
import { dayText, instantText, weekChangeSchema } from './index.ts';

describe('a moment on the wire', () => {
  it.each([
    ['2026-01-15T07:30:00+07:00', '2026-01-15T07:30:00+07:00'],
    ['2026-01-15T00:30:00Z', '2026-01-15T07:30:00+07:00'],
    ['2026-01-14T23:30:00-01:00', '2026-01-15T07:30:00+07:00'],
    ['2026-01-15T07:30+07:00', '2026-01-15T07:30:00+07:00'],
  ])('is read from %s and told as %s', (sent, told) => {
    const at = instantText.parse(sent);
    expect(formatInstant(at)).toBe(told);
    expect(z.encode(instantText, at)).toBe(told);
  });

  it.each([
    ['a time without an offset', '2026-01-15T07:30:00'],
    ['a day alone', '2026-01-15'],
    ['a day the calendar does not have', '2026-02-29T07:30:00+07:00'],
    ['an hour past midnight', '2026-01-15T24:30:00+07:00'],
    ['milliseconds of a machine', 1_768_437_000_000],
    ['nothing', null],
    ['a very long text', '2'.repeat(100_000)],
  ])('is not %s', (_what, sent) => {
    expect(instantText.safeParse(sent).success).toBe(false);
  });
});

describe('a day on the wire', () => {
  it('is the local day, whatever the machine thinks', () => {
    const day = dayText.parse('2026-01-15');
    expect(formatDay(day)).toBe('2026-01-15');
    expect(dayOf(instantText.parse('2026-01-14T18:00:00Z'))).toBe(day);
  });

  it.each(['2026-02-29', '2026-1-5', '15/01/2026', ''])('is not “%s”', (sent) => {
    expect(dayText.safeParse(sent).success).toBe(false);
  });
});

describe('hours of a week', () => {
  it('may name some weekdays and close one of them', () => {
    expect(weekChangeSchema.parse({ sat: [['07:30', '11:30']], fri: [] })).toEqual({
      sat: [['07:30', '11:30']],
      fri: [],
    });
  });

  it.each([
    ['a weekday nobody knows', { monday: [] }],
    ['hours that are no pair', { mon: [['07:30']] }],
    ['a time without its colon', { mon: [['0730', '1130']] }],
  ])('are not %s', (_what, sent) => {
    expect(weekChangeSchema.safeParse(sent).success).toBe(false);
  });
});
