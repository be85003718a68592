import { describe, expect, it } from '@jest/globals';
import { heatOf } from './matrix-look.ts';

describe('the heat of a cell', () => {
  it('grows with how much lies there, and nothing is cold', () => {
    expect([1, 5, 6, 10].map((count) => heatOf('lateOne', count, 10))).toEqual([
      ...['late late-1', 'late late-2', 'late late-3', 'late late-4'],
    ]);
    expect(heatOf('today', 0, 10)).toBe('');
  });

  it('is of late, soon and calm; loads have none', () => {
    expect(heatOf('inOne', 1, 1)).toBe('soon soon-4');
    expect(heatOf('later', 1, 1)).toBe('calm calm-4');
    expect(heatOf('open', 7, 7)).toBe('');
  });
});
