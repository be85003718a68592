import { describe, expect, it } from '@jest/globals';
import {
  DEFAULT_WEEKLY_HOURS,
  type Instant,
  compileCalendar,
  formatInstant,
  parseInstant,
} from '#domain/working-time';
import { snoozePresets } from './snooze-presets.ts';

const calendar = compileCalendar(
  { weeklyHours: DEFAULT_WEEKLY_HOURS, days: [], officialYears: [2026] },
  'plain',
);
const at = (text: string): Instant => parseInstant(`${text}:00+07:00`) as Instant;
const offered = (now: string) =>
  snoozePresets(calendar, at(now)).map(
    (preset) => `${preset.name} ${formatInstant(preset.at).slice(5, 16)}`,
  );

describe('when somebody is reminded', () => {
  it('is counted in working time, over the weekend as well', () => {
    // A Friday, ten minutes before the office closes.
    expect(offered('2026-03-06T16:50')).toEqual([
      'nextDay 03-09T07:30',
      'soon 03-09T07:50',
      'later 03-09T09:20',
      'twoDays 03-10T07:30',
    ]);
  });

  it('may be when the afternoon begins, in the morning only', () => {
    expect(offered('2026-03-05T09:00')).toContain('afternoon 03-05T13:00');
    expect(offered('2026-03-05T14:00').join()).not.toContain('afternoon');
  });

  it('offers no moment twice', () => {
    const told = offered('2026-03-05T10:30');
    const moments = told.map((each) => each.split(' ')[1]);
    expect(new Set(moments).size).toBe(moments.length);
  });
});
