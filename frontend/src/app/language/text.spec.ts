import { describe, expect, it } from '@jest/globals';
import { instant } from '#domain/working-time';
import { dateText, matches, momentText, numberText, readMoment } from './index.ts';

describe('what people read', () => {
  it('is a date with its month in the middle and hours from 0 to 24, at the office’s own time', () => {
    const at = instant(Date.UTC(2026, 0, 14, 17, 5));
    expect(momentText(at)).toBe('15/01/2026 00:05');
    expect(readMoment('2026-01-14T17:05:00Z', dateText)).toBe('15/01/2026');
    expect(readMoment(null)).toBe('');
  });

  it.each([
    [1234567, 0, '1.234.567'],
    [99.95, 1, '100,0'],
    [-1234.5, 1, '-1.234,5'],
    [12, 0, '12'],
  ])('writes %s with %s decimals as %s', (value, decimals, text) => {
    expect(numberText(value, decimals)).toBe(text);
  });
});

describe('searching', () => {
  it.each([
    ['Nguyễn Văn Ất', 'nguyen van at', true],
    ['Đăng ký khai sinh', 'dang ky', true],
    ['Chứng thực bản sao', 'bản sao chứng', true],
    ['Chứng thực bản sao', 'ban dich', false],
  ])('in "%s" for "%s" finds it: %s', (text, typed, found) => {
    expect(matches(text, typed)).toBe(found);
  });
});
