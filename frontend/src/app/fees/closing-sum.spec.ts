import { describe, expect, it } from '@jest/globals';
import { countOf, readAmount } from './closing-sum.ts';

const LINES = [
  { method: 'cash', count: 2, amount: 10_000 },
  { method: 'online', count: 1, amount: 400_000 },
];

describe('what is counted', () => {
  it.each([
    ['58.000', 58_000],
    ['58 000', 58_000],
    ['0', 0],
    ['', undefined],
    ['-5', undefined],
    ['5,5', undefined],
    ['abc', undefined],
  ])('reads %s as %s', (typed, amount) => {
    expect(readAmount(typed)).toBe(amount);
  });

  it('is even only where every way of paying is', () => {
    expect(countOf(LINES, { cash: '10.000', online: '400.000' })).toMatchObject({
      ...{ difference: 0, isEven: true },
    });
    expect(countOf(LINES, { cash: '9.000', online: '401.000' })).toMatchObject({
      ...{ difference: 0, isEven: false },
    });
    expect(countOf(LINES, { cash: '8.000', online: '400.000' })).toMatchObject({
      difference: -2000,
    });
  });

  it('is not sent before all of it is there', () => {
    expect(countOf(LINES, { cash: '10.000' }).counted).toBeUndefined();
    expect(countOf([], {})).toMatchObject({ counted: [], isEven: true });
  });
});
