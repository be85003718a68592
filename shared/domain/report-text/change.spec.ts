import { describe, expect, it } from '@jest/globals';
import { changeOf, pointsBetween } from './change.ts';

describe('the change of a count', () => {
  it('is told by how many, and in percent of what was before', () => {
    expect(changeOf(3615, 3735)).toMatchObject({ way: 'more', by: 120, percent: '3,32' });
    expect(changeOf(40, 30)).toMatchObject({ way: 'fewer', by: 10, percent: '25,00' });
  });

  it('has no percentage where nothing changed, nothing was before or is left, or it doubled', () => {
    expect(changeOf(7, 7)).toMatchObject({ way: 'same', by: 0, percent: null });
    expect(changeOf(0, 9)).toMatchObject({ way: 'more', by: 9, percent: null });
    expect(changeOf(10, 34)).toMatchObject({ way: 'more', by: 24, percent: null });
    expect(changeOf(3, 0)).toMatchObject({ way: 'fewer', by: 3, percent: null });
    expect(changeOf(10, 20)).toMatchObject({ way: 'more', by: 10, percent: null });
  });
});

describe('the change of a share', () => {
  it('is what the printed figures differ by', () => {
    const before = { numerator: 2, denominator: 3 };
    expect(pointsBetween(before, { numerator: 3, denominator: 4 })).toEqual({
      way: 'more',
      points: '8,33',
    });
    expect(pointsBetween(before, { numerator: 4, denominator: 6 })).toEqual({
      way: 'same',
      points: '0,00',
    });
  });

  it('is nothing where one of the two is of nothing', () => {
    const none = { numerator: 0, denominator: 0 };
    expect(pointsBetween(none, { numerator: 1, denominator: 1 })).toBeNull();
  });
});
