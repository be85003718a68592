import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.ts';

describe('a text as people search for it', () => {
  it.each([
    ['Đăng ký khai sinh', 'dang ky khai sinh'],
    ['  ĐẶNG   VĂN\tĐỨC ', 'dang van duc'],
    ['Chứng thực', 'chung thuc'],
    ['', ''],
  ])('reads %p as %p, however it was composed', (typed, plain) => {
    expect(plainText(typed.normalize('NFC'))).toBe(plain);
    expect(plainText(typed.normalize('NFD'))).toBe(plain);
  });
});
