import { describe, expect, it } from '@jest/globals';
import { pauseAfter } from './patience.ts';

const HOUR_MS = 3_600_000;

describe('what did not arrive', () => {
  it('is tried again soon, then ever more rarely, at least once an hour', () => {
    expect([1, 2, 3, 4].map((tries) => pauseAfter(tries, 0))).toEqual([
      ...[15_000, 30_000, 60_000, 120_000],
    ]);
    expect(pauseAfter(40, 23 * HOUR_MS)).toBe(HOUR_MS);
  });

  it('is given up after a day, however few tries it had', () => {
    expect(pauseAfter(2, 24 * HOUR_MS)).toBeUndefined();
  });
});
