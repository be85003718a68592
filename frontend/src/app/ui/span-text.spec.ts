import { describe, expect, it } from '@jest/globals';
import { HOUR_MS, MINUTE_MS } from '#domain/working-time';
import { uiWords } from '#wording/ui';
import { spanText } from './span-text.ts';

describe('working time in words', () => {
  it.each([
    [0, 'dưới 1 phút'],
    [59 * MINUTE_MS, '59 phút'],
    [2 * HOUR_MS, '2 giờ'],
    [8 * HOUR_MS, '1 ngày'],
    [19 * HOUR_MS + 10 * MINUTE_MS, '2 ngày 3 giờ'],
    [-90 * MINUTE_MS, '1 giờ 30 phút'],
  ])('of %s milliseconds is "%s"', (length, text) => {
    expect(spanText(length, uiWords.vi.span)).toBe(text);
  });
});
