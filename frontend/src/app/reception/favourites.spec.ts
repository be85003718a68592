import { describe, expect, it } from '@jest/globals';
import { ranked } from './favourites.ts';

describe('the procedures on the number keys', () => {
  it('are first those one receives most oneself, then those of the office', () => {
    expect(ranked({ a: 1, b: 4 }, ['c', 'd', 'd', 'a'])).toEqual(['b', 'a', 'd', 'c']);
  });

  it('are those of the office for whoever is new', () => {
    expect(ranked({}, ['x', 'y', 'y'])).toEqual(['y', 'x']);
  });

  it('are no more than there are keys', () => {
    const office = Array.from({ length: 20 }, (_each, place) => `p${place}`);
    expect(ranked({}, office)).toHaveLength(9);
  });
});
