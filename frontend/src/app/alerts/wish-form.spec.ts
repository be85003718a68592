import { describe, expect, it } from '@jest/globals';
import { typedTimes } from './wish-form.ts';

describe('the times of the digest', () => {
  it.each([
    ['07:30, 16:00', ['07:30', '16:00']],
    ['16:00;07:30 07:30', ['07:30', '16:00']],
    ['', []],
  ])('are read from “%s” in their order, each once', (text, times) => {
    expect(typedTimes(text)).toEqual(times);
  });

  it.each(['7:30', '25:00', 'sáng', '07:00 08:00 09:00 10:00 11:00 13:00 14:00'])(
    'are not “%s”',
    (text) => {
      expect(typedTimes(text)).toBeUndefined();
    },
  );
});
