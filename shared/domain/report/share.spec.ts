import { describe, expect, it } from '@jest/globals';
import { percentageOf } from './share.ts';

const printed = (numerator: number, denominator: number): string => {
  const percentage = percentageOf({ numerator, denominator });
  return percentage.code === 'percent' ? percentage.text : percentage.code;
};

describe('a share as it is printed', () => {
  it.each([
    [3740, 3743, '99,92'],
    [3743, 3749, '99,84'],
    [3726, 3735, '99,76'],
    [3723, 3731, '99,79'],
    [6395, 6469, '98,86'],
    [1, 8, '12,50'],
    [1, 20, '5,00'],
    [1, 1000, '0,10'],
  ])('prints %i of %i with two decimals and a comma: %s', (numerator, denominator, text) => {
    expect(printed(numerator, denominator)).toBe(text);
  });

  it.each([
    [1, 800, '0,13'],
    [3, 800, '0,38'],
    [201, 20_000, '1,01'],
    [8005, 800_000, '1,00'],
  ])('rounds a half up, %i of %i', (numerator, denominator, text) => {
    expect(printed(numerator, denominator)).toBe(text);
  });

  it('prints 100 only where nothing is missing', () => {
    expect(printed(12_516, 12_516)).toBe('100');
    expect(printed(12_515, 12_516)).toBe('99,99');
    expect(printed(3_399_999, 3_400_000)).toBe('99,99');
  });

  it('prints 0 only where there is nothing', () => {
    expect(printed(0, 12_516)).toBe('0');
    expect(printed(1, 3_400_000)).toBe('0,01');
  });

  it('says that nothing has arisen where there is nothing to divide by', () => {
    expect(percentageOf({ numerator: 0, denominator: 0 })).toEqual({ code: 'not-arising' });
  });

  it('never prints 100 where there is more than the whole', () => {
    expect(printed(100_001, 100_000)).toBe('100,01');
    expect(printed(3, 2)).toBe('150,00');
  });

  it('keeps the hundredths as a whole number beside the text', () => {
    expect(percentageOf({ numerator: 1, denominator: 3 })).toEqual({
      code: 'percent',
      hundredths: 3333,
      text: '33,33',
    });
  });
});
