import { describe, expect, it } from '@jest/globals';
import { formatDay } from '#domain/working-time';
import { typedDay } from './typed-day.ts';

describe('a day as it is typed', () => {
  it.each([
    ['02/03/2026', '2026-03-02'],
    ['2/3/2026', '2026-03-02'],
    [' 02-03-2026 ', '2026-03-02'],
    ['02.03.2026', '2026-03-02'],
  ])('%s is %s', (typed, day) => {
    const read = typedDay(typed);
    expect(read === undefined ? undefined : formatDay(read)).toBe(day);
  });

  it.each(['', '31/02/2026', '03/2026', '2026-03-02', 'hôm nay'])('%s is none', (typed) => {
    expect(typedDay(typed)).toBeUndefined();
  });
});
