import { describe, expect, it } from '@jest/globals';
import { apart, median } from './two-heaps.ts';

const heap = (from: number, step: number): readonly number[] =>
  Array.from({ length: 200 }, (_, at) => from + ((at * 7) % 200) * step);

describe('two heaps of measurements', () => {
  it('are not apart when they are alike', () => {
    expect(Math.abs(apart(heap(0, 1), heap(0.5, 1)))).toBeLessThan(1);
  });

  it('are apart when one is a little later throughout', () => {
    expect(apart(heap(0, 1), heap(40, 1))).toBeLessThan(-4);
    expect(median(heap(0, 1))).toBe(99);
  });
});
