import { describe, expect, it } from '@jest/globals';
import { dayOf, formatInstant, instant, parseInstant, startOf } from '#domain/working-time';
import { typedMoment } from './typed-moment.ts';

const NOW = parseInstant('2026-01-15T09:00:00+07:00') ?? instant(0);
const read = (typed: string): string | undefined => {
  const at = typedMoment(typed, NOW);
  return at && formatInstant(at);
};

describe('a moment as officers type it', () => {
  it.each([
    ['14/01/2026 08:30', '2026-01-14T08:30:00+07:00'],
    ['14/1 8:30', '2026-01-14T08:30:00+07:00'],
    ['8h30 14.1.2026', '2026-01-14T08:30:00+07:00'],
    ['8g', '2026-01-15T08:00:00+07:00'],
    [' 7:05 ', '2026-01-15T07:05:00+07:00'],
  ])('%s is read', (typed, at) => {
    expect(read(typed)).toBe(at);
  });

  it.each(['', 'mai', '31/02/2026 08:00', '8:75', '25:00', '14/1', '14/1 8:30 9:00', '8:30 8:40'])(
    '%s is not guessed at',
    (typed) => {
      expect(read(typed)).toBeUndefined();
    },
  );

  it('a day alone is its end, where a day has one', () => {
    const at = typedMoment('20/1', NOW, (day) => startOf(day));
    expect(at && dayOf(at)).toBe(dayOf(parseInstant('2026-01-20T00:00:00+07:00') ?? NOW));
  });
});
