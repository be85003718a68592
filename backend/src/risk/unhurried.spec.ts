import { describe, expect, it } from '@jest/globals';
import type { Slices } from '#domain/kernel';
import { unhurried } from './unhurried.ts';

/** So many steps of a millisecond each, on a clock that the work itself moves on. */
function workOf(steps: number) {
  let now = 0;
  function* work(): Slices<number> {
    for (let step = 0; step < steps; step += 1) {
      now += 1;
      yield;
    }
    return now;
  }
  return { work: work(), clock: { monotonicMs: () => now }, doneBy: () => now };
}

describe('long work', () => {
  it('lets whatever waits come in between, and comes to its end', async () => {
    const { work, clock, doneBy } = workOf(100);
    const seen: number[] = [];
    let isOver = false;
    const others = (): void => {
      seen.push(doneBy());
      if (!isOver) setImmediate(others);
    };
    setImmediate(others);
    expect(await unhurried(work, clock)).toBe(100);
    isOver = true;
    expect(seen.filter((at) => at < 100).length).toBeGreaterThan(5);
  });

  it('is done at once where it is short', async () => {
    const { work, clock } = workOf(3);
    expect(await unhurried(work, clock)).toBe(3);
  });
});
