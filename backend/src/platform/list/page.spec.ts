import { describe, expect, it } from '@jest/globals';
import { pageOfRows, readCursor } from './page.ts';

const shape = { item: (row: string) => row.toUpperCase(), key: (row: string) => [row, 1] };

describe('a page of a list', () => {
  it('says where it ended as long as there is more', () => {
    const page = pageOfRows(['a', 'b', 'c'], 2, shape);
    expect(page.items).toEqual(['A', 'B']);
    expect(readCursor(page.nextCursor ?? '', 2)).toEqual(['b', 1]);
  });

  it('is the last one when there is no more', () => {
    expect(pageOfRows(['a', 'b'], 2, shape).nextCursor).toBeNull();
    expect(pageOfRows([], 2, shape)).toEqual({ items: [], nextCursor: null });
    expect(readCursor(undefined, 2)).toBeUndefined();
  });

  it.each(['x', 'e30', 'WzFd', 'W251bGwsMV0'])('begins nowhere that was made up: %s', (cursor) => {
    expect(() => readCursor(cursor, 2)).toThrow('invalid-request');
  });
});
