import { describe, expect, it } from '@jest/globals';
import { calendarChangeSchema, yearParameter } from './index.ts';

const reads = (change: object): boolean => calendarChangeSchema.safeParse(change).success;

describe('a change of the calendar', () => {
  it('may say something of days, of the week, or nothing', () => {
    expect(reads({})).toBe(true);
    expect(reads({ weeklyHours: { sat: [['07:30', '11:30']], sun: [] } })).toBe(true);
    expect(reads({ days: [{ date: '2026-11-23', kind: 'off', name: 'Hoán đổi' }] })).toBe(true);
  });

  it('leaves it to the rule that there is no such day, or that hours contradict themselves', () => {
    expect(reads({ days: [{ date: '2026-02-30', kind: 'off' }] })).toBe(true);
    expect(reads({ weeklyHours: { mon: [['11:30', '07:30']] } })).toBe(true);
  });

  it.each([
    ['a kind of day nobody knows', { days: [{ date: '2026-11-23', kind: 'holiday' }] }],
    ['a day in another writing', { days: [{ date: '23/11/2026', kind: 'off' }] }],
    ['a weekday nobody knows', { weeklyHours: { t2: [] } }],
    ['a field nobody agreed on', { days: [{ date: '2026-11-23', kind: 'off', why: 'x' }] }],
  ])('is not %s', (_what, change) => {
    expect(reads(change)).toBe(false);
  });
});

describe('a year', () => {
  it('is one of those a calendar knows', () => {
    expect(yearParameter.parse('2026')).toBe(2026);
    for (const year of ['1999', '2101', '2026.5', 'now']) {
      expect(yearParameter.safeParse(year).success).toBe(false);
    }
  });
});
