import { describe, expect, it } from '@jest/globals';
import { formatDay, parseDay, type Day } from '#domain/working-time';
import { PRESETS, presetOf, presetPeriod, readPeriod } from './period-choice.ts';

const day = (text: string): Day => {
  const found = parseDay(text);
  if (found === undefined) throw new Error(text);
  return found;
};

const told = (preset: (typeof PRESETS)[number], today: string): string => {
  const { from, to } = presetPeriod(preset, day(today));
  return `${formatDay(from)} ${formatDay(to)}`;
};

describe('the periods to choose from', () => {
  it('begin on the 15th, whatever the month they are chosen in', () => {
    expect(told('month', '2026-01-14')).toBe('2025-12-15 2026-01-14');
    expect(told('month', '2026-01-15')).toBe('2026-01-15 2026-02-14');
    expect(told('month', '2026-12-15')).toBe('2026-12-15 2027-01-14');
    expect(told('lastMonth', '2026-01-02')).toBe('2025-11-15 2025-12-14');
  });

  it('are the quarter, half year, nine months and year the day lies in', () => {
    expect(told('quarter', '2026-03-20')).toBe('2026-03-15 2026-06-14');
    expect(told('halfYear', '2026-06-14')).toBe('2025-12-15 2026-06-14');
    expect(told('nineMonths', '2026-03-01')).toBe('2025-12-15 2026-09-14');
    expect(told('year', '2025-12-20')).toBe('2025-12-15 2026-12-14');
    expect(told('yearToDate', '2026-05-19')).toBe('2025-12-15 2026-05-19');
    expect(told('week', '2026-01-22')).toBe('2026-01-19 2026-01-25');
  });

  it('are known again by their days; others are a free choice', () => {
    const today = day('2026-05-19');
    for (const preset of PRESETS) {
      const found = presetOf(presetPeriod(preset, today), today);
      expect(found && told(found, '2026-05-19')).toBe(told(preset, '2026-05-19'));
    }
    expect(presetOf({ from: day('2026-05-01'), to: day('2026-05-02') }, today)).toBeUndefined();
  });

  it('are read from an address only where they are days in their order', () => {
    expect(readPeriod('2026-01-15', '2026-01-14')).toBeUndefined();
    expect(readPeriod('2026-02-30', '2026-03-14')).toBeUndefined();
    expect(readPeriod('2026-01-14', '2026-01-14')).toEqual({
      ...{ from: day('2026-01-14'), to: day('2026-01-14') },
    });
  });
});
