import { describe, expect, it } from '@jest/globals';
import { DEFAULT_WEEKLY_HOURS, compileCalendar, parseInstant } from '#domain/working-time';
import { isHandoverTime } from './handover-time.ts';

const calendar = compileCalendar(
  { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [] },
  'test',
);
const at = (text: string): boolean => {
  const now = parseInstant(`${text}:00+07:00`);
  if (now === undefined) throw new Error(text);
  return isHandoverTime(calendar, now);
};

describe('the day', () => {
  it('is handed over a quarter of an hour before the office closes', () => {
    expect([at('2026-01-15T16:44'), at('2026-01-15T16:45')]).toEqual([false, true]);
    expect([at('2026-01-15T18:30'), at('2026-01-16T07:30')]).toEqual([true, false]);
  });

  it('is not handed over on a day off', () => {
    expect(at('2026-01-17T16:50')).toBe(false);
  });
});
