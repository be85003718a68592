import { describe, expect, it } from '@jest/globals';
import { cellChanges, type FrozenHeap } from './cell-changes.ts';

const heap = (row: string, columns: readonly string[], ...members: string[]): FrozenHeap => ({
  ...{ row, columns, members },
});

describe('what changed after the figures were frozen', () => {
  it('is nothing where the same dossiers stand in the same cells, however they are heaped', () => {
    const whole = [heap('Hộ tịch', ['total', 'pending'], 'a', 'b')];
    const apart = [
      heap('Hộ tịch', ['total', 'pending'], 'b'),
      heap('Hộ tịch'.normalize('NFD'), ['total', 'pending'], 'a'),
    ];
    expect(cellChanges(whole, apart)).toEqual([]);
  });

  it('names the dossiers that came and those that went, cell by cell', () => {
    const before = [heap('Hộ tịch', ['total', 'pending'], 'a')];
    const after = [heap('Hộ tịch', ['total', 'resolved'], 'a', 'b')];
    expect(cellChanges(before, after)).toEqual([
      { row: 'Hộ tịch', column: 'total', before: 1, after: 2, added: ['b'], removed: [] },
      { row: 'Hộ tịch', column: 'pending', before: 1, after: 0, added: [], removed: ['a'] },
      { row: 'Hộ tịch', column: 'resolved', before: 0, after: 2, added: ['a', 'b'], removed: [] },
    ]);
  });

  it('sees that a number stayed while one dossier took the place of another', () => {
    const [change] = cellChanges(
      [heap('Hộ tịch', ['pendingLate'], 'a')],
      [heap('Hộ tịch', ['pendingLate'], 'b')],
    );
    expect(change).toMatchObject({ before: 1, after: 1, added: ['b'], removed: ['a'] });
  });
});
