import { describe, expect, it } from '@jest/globals';
import { differencesOf } from './differences.ts';

describe('what units have issued beside what is so now', () => {
  it('differs by unit and column, and of a file nothing is known', () => {
    const parts = [
      { name: 'Xã A', numbers: { total: 3, pending: 1 }, live: { total: 3, pending: 2 } },
      { name: 'Xã B', numbers: { total: 3 }, live: null },
    ];
    expect(differencesOf(parts)).toEqual([
      { unit: 'Xã A', column: 'pending', reported: 1, now: 2 },
    ]);
  });
});
