import { describe, expect, it } from '@jest/globals';
import { plainText } from '../../platform/text/plain-text.ts';
import { codeWords, nameWords } from './search-words.ts';

describe('a name that is looked for', () => {
  it.each([
    ['composed', 'Nguyễn Đình Đạt'.normalize('NFC')],
    ['decomposed', 'Nguyễn Đình Đạt'.normalize('NFD')],
    ['without marks', 'nguyen dinh dat'],
    ['with too many spaces', '  NGUYỄN\u00a0 ĐÌNH\tĐẠT '],
  ])('is the same when written %s', (_how, name) => {
    expect(plainText(name)).toBe('nguyen dinh dat');
  });

  it('is found by each of its ends', () => {
    expect(nameWords('Nguyễn Văn An')).toEqual(['nguyen van an', 'van an', 'an']);
  });

  it('is found once by a word it has twice at its end', () => {
    expect(nameWords('Lê Lê')).toEqual(['le le', 'le']);
  });

  it('takes no room when it is empty, and not too much when it is endless', () => {
    expect(nameWords('  ')).toEqual([]);
    expect(
      Math.max(...nameWords('rất '.repeat(500)).map((word) => word.length)),
    ).toBeLessThanOrEqual(80);
  });
});

describe('a code that is looked for', () => {
  it('is found whole and as officers say it', () => {
    expect(codeWords('H24.99-260115-0001')).toEqual(['h24.99-260115-0001', '260115-0001']);
  });

  it('may have a form of its own', () => {
    expect(codeWords('G01')).toEqual(['g01']);
    expect(codeWords('')).toEqual([]);
  });
});
