import { describe, expect, it } from '@jest/globals';
import type { Absence } from '#contract/identity';
import { type Instant, formatDay, parseInstant } from '#domain/working-time';
import { STRIP_DAYS, daysFrom, mondayOf, stripOf } from './absence-strip.ts';

const at = (text: string): Instant => {
  const read = parseInstant(`${text}:00+07:00`);
  if (read === undefined) throw new Error(text);
  return read;
};

const away = (who: string, from: string, to: string): Absence => ({
  ...{ id: `${who} ${from}`, unitId: 2, user: { id: who, displayName: who }, substitute: null },
  ...{ from: `${from}:00+07:00`, to: `${to}:00+07:00`, state: 'upcoming' },
});

const NOW = at('2026-03-04T09:00');

describe('four weeks of absences', () => {
  it('begin on the Monday of this week', () => {
    expect(formatDay(mondayOf(NOW))).toBe('2026-03-02');
    expect(formatDay(mondayOf(at('2026-03-02T00:00')))).toBe('2026-03-02');
    expect(formatDay(mondayOf(at('2026-03-08T23:59')))).toBe('2026-03-02');
    const days = daysFrom(mondayOf(NOW), NOW);
    expect(days).toHaveLength(STRIP_DAYS);
    expect(days.findIndex(({ isToday }) => isToday)).toBe(2);
    expect(
      days
        .slice(0, 7)
        .map(({ isWeekend }) => isWeekend)
        .indexOf(true),
    ).toBe(5);
  });

  it('show each person once, with a bar over every day that is touched', () => {
    const lines = stripOf(
      [
        away('an', '2026-03-03T13:00', '2026-03-05T00:00'),
        away('an', '2026-03-09T07:30', '2026-03-09T11:30'),
        away('binh', '2026-02-20T00:00', '2026-06-01T00:00'),
        away('chi', '2026-06-01T00:00', '2026-06-02T00:00'),
        away('dung', '2026-02-20T00:00', '2026-03-02T00:00'),
      ],
      mondayOf(NOW),
    );
    const told = lines.map(({ name, bars }) => [name, bars.map(({ from, to }) => [from, to])]);
    expect(told).toEqual([
      [
        'an',
        [
          [2, 4],
          [8, 9],
        ],
      ],
      ['binh', [[1, 29]]],
    ]);
  });
});
