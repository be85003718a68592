import { describe, expect, it } from '@jest/globals';
import {
  FIRST_DAY,
  LAST_DAY,
  NATIONAL_DAYS,
  formatDay,
  mergeLayers,
  type CalendarLayer,
} from '#domain/working-time';
import { changedDays } from './changed-days.ts';

const calendar = (layer: CalendarLayer) => {
  const merged = mergeLayers([{ days: NATIONAL_DAYS }, layer]);
  if (!merged.ok) throw new Error(merged.refusal.code);
  return merged.value;
};

const between = (before: CalendarLayer, after: CalendarLayer): string => {
  const days = changedDays(calendar(before), calendar(after));
  return days === undefined ? 'none' : `${formatDay(days.first)} to ${formatDay(days.last)}`;
};

describe('the days on which two calendars differ', () => {
  it('reach from the first to the last that is another', () => {
    const days = [
      { date: '2026-11-23', kind: 'off' },
      { date: '2026-11-28', kind: 'worked' },
    ] as const;
    expect(between({}, { days })).toBe('2026-11-23 to 2026-11-28');
    expect(between({ days }, {})).toBe('2026-11-23 to 2026-11-28');
  });

  it('are those with other hours, and those no longer expected but announced', () => {
    const morning = { date: '2026-11-23', kind: 'plain', hours: [['07:30', '11:30']] } as const;
    expect(between({}, { days: [morning] })).toBe('2026-11-23 to 2026-11-23');
    const announced = { date: '2027-02-05', kind: 'off', name: 'Tết Nguyên đán' } as const;
    expect(between({}, { days: [announced] })).toBe('2027-02-05 to 2027-02-05');
  });

  it('are none where only the words are other words', () => {
    const named = {
      date: '2026-11-24',
      kind: 'off',
      name: 'Ngày Văn hóa',
      source: 'CV 1',
    } as const;
    expect(between({}, { days: [named] })).toBe('none');
  });

  it('are all of a year whose official days became known', () => {
    expect(between({}, { officialYears: [2028] })).toBe('2028-01-01 to 2028-12-31');
  });

  it('are all days there are where a week has other hours', () => {
    const whole = `${formatDay(FIRST_DAY)} to ${formatDay(LAST_DAY)}`;
    expect(between({}, { weeklyHours: { fri: [['07:30', '16:00']] } })).toBe(whole);
  });
});
