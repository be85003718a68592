import { describe, expect, it } from '@jest/globals';
import { numberChapters, type Depth } from './number-chapters.ts';

const numbers = (...chapters: readonly (readonly [Depth, boolean])[]) =>
  numberChapters(chapters.map(([depth, hasWords]) => ({ depth, hasWords }))).map(
    ({ number, printed }) => (printed ? number : 'out'),
  );

describe('the numbers of chapters', () => {
  it('are Roman, Arabic and letters, each beginning anew under the one above', () => {
    expect(
      numbers(
        [0, true],
        [1, false],
        [2, true],
        [2, false],
        [3, true],
        [3, true],
        [1, true],
        [2, true],
      ),
    ).toEqual([null, 'I', '1', '2', 'a', 'b', 'II', '1']);
  });

  it('count over what nobody has written', () => {
    expect(numbers([1, true], [1, false], [2, false], [1, true])).toEqual([
      'I',
      'out',
      'out',
      'II',
    ]);
  });

  it('have đ after d, as offices write', () => {
    const under: readonly (readonly [Depth, boolean])[] = Array.from({ length: 6 }, () => [
      3,
      true,
    ]);
    expect(numbers([1, true], ...under).slice(1)).toEqual(['a', 'b', 'c', 'd', 'đ', 'e']);
  });
});
