import { describe, expect, it } from '@jest/globals';
import { plainCode, typedCode } from './typed-code.ts';

describe('a code as a citizen types it', () => {
  it.each([
    'MC.H24.99-260302-0001',
    ' mc.h24.99-260302-0001 ',
    'mc h24 99 260302 0001',
    'MCH24.99–260302—0001',
    'mch24992603020001',
    'ＭＣ.H24.99-260302-0001',
  ])('is the same however it is written: “%s”', (text) => {
    expect(plainCode(text)).toBe('MCH24992603020001');
    expect(typedCode(text).ends).toContain('260302-0001');
  });

  it('closes with a day and a number, wherever the digits before them end', () => {
    expect(typedCode('H24.99-260115-12345').ends).toEqual(['260115-12345']);
    // Nobody knows where one ends without the dashes; no day has a 51st month.
    expect(typedCode('H24992601150001').ends).toEqual(['260115-0001']);
  });

  it('may be one of a ministry, which is not ours to take apart', () => {
    expect(typedCode('G22/HT 77')).toEqual({
      ...{ plain: 'G22HT77', ends: [] },
      whole: ['G22/HT 77'],
      words: ['g22/ht 77'],
    });
  });

  it('is nothing at all when it is no code', () => {
    expect(typedCode(' … ')).toMatchObject({ plain: '', ends: [] });
  });
});
