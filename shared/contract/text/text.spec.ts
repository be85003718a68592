import { describe, expect, it } from '@jest/globals';
import { code, line, paragraph } from './index.ts';

describe('a line of text', () => {
  it('is composed, so that the same name typed on two systems is the same name', () => {
    const typedOnAMac = '  Nguyễn Thị Đào '.normalize('NFD');
    expect(line(50).parse(typedOnAMac)).toBe('Nguyễn Thị Đào'.normalize('NFC'));
  });

  it.each([
    ['blanks only', '   '],
    ['a second line', 'Lan\nĐào'],
    ['a NUL that no database takes', 'Lan\0'],
    ['half a character', 'Lan\ud83d'],
    ['more than fits', 'x'.repeat(51)],
  ])('is not %s', (_what, text) => {
    expect(line(50).safeParse(text).success).toBe(false);
  });

  it('may be any writing of people, and any attempt at mischief: it is only text', () => {
    for (const text of ["O'Brien", '<script>', '=1+1', '${x}', '🙂', 'שלום']) {
      expect(line(50).parse(text)).toBe(text);
    }
  });
});

describe('a paragraph', () => {
  it('keeps its lines', () => {
    expect(paragraph(50).parse('Thiếu:\n- bản sao\n')).toBe('Thiếu:\n- bản sao');
    expect(paragraph(50).safeParse('a\u0007').success).toBe(false);
  });
});

describe('a code', () => {
  it.each(['H24', 'H24.99', 'tu-phap', 'a_b'])('reads %s', (text) => {
    expect(code(20).parse(text)).toBe(text);
  });

  it.each(['', '-a', 'a-', 'a b', 'Đ1', 'a/b'])('refuses “%s”', (text) => {
    expect(code(20).safeParse(text).success).toBe(false);
  });
});
