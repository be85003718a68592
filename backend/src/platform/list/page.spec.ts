import { describe, expect, it } from '@jest/globals';
import { pageOfRows, part, readCursor } from './page.ts';

const shape = { item: (row: string) => row.toUpperCase(), key: (row: string) => [row, 1] };

describe('a page of a list', () => {
  it('says where it ended as long as there is more', () => {
    const page = pageOfRows(['a', 'b', 'c'], 2, shape);
    expect(page.items).toEqual(['A', 'B']);
    expect(readCursor(page.nextCursor ?? '', part.text, part.int)).toEqual(['b', 1]);
  });

  it('is the last one when there is no more', () => {
    expect(pageOfRows(['a', 'b'], 2, shape).nextCursor).toBeNull();
    expect(pageOfRows([], 2, shape)).toEqual({ items: [], nextCursor: null });
    expect(readCursor(undefined, part.text)).toBeUndefined();
  });

  it.each(['x', 'e30', 'WzFd', 'W251bGwsMV0'])('begins nowhere that was made up: %s', (cursor) => {
    expect(() => readCursor(cursor, part.text, part.int)).toThrow('invalid-request');
  });

  const crafted = (...key: unknown[]) => Buffer.from(JSON.stringify(key)).toString('base64url');

  it.each([
    ['a moment that is no number', part.moment, 'now'],
    ['a moment after every calendar', part.moment, 8.64e15],
    ['a moment between milliseconds', part.moment, 0.5],
    ['an id that is none', part.uuid, 'x'],
    ['a number the column cannot hold', part.int, 2 ** 31],
    ['a position before the first', part.bigint, -1],
    ['a text with NUL', part.text, 'a\0'],
    ['half a character', part.text, '\ud83d'],
    ['a word of another list', part.oneOf('dated'), 'undated'],
  ])('begins at no place that holds %s', (_what, kind, value) => {
    expect(() => readCursor(crafted(value), kind)).toThrow('invalid-request');
  });
});
