import { describe, expect, it } from '@jest/globals';
import { base32 } from './base32.ts';
import { codeOf, enrolmentUri, findStep, stepOf } from './totp.ts';

const seed = Buffer.from('12345678901234567890');
const NOW = Date.parse('2026-03-02T08:00:10+07:00');

describe('one-time codes', () => {
  // RFC 6238, appendix B, the rows of SHA-1.
  it.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('are those of the standard at second %i', (second, code) => {
    expect(codeOf(seed, stepOf(second * 1000), 8)).toBe(code);
  });

  it('open in their half minute, one before and one after', () => {
    const open = (step: number) =>
      findStep(seed, codeOf(seed, step), { now: NOW, usedUpTo: 0 }) !== undefined;
    const here = stepOf(NOW);
    expect([here - 2, here - 1, here, here + 1, here + 2].map(open)).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it('open once', () => {
    const step = stepOf(NOW);
    const typed = codeOf(seed, step);
    expect(findStep(seed, typed, { now: NOW, usedUpTo: step - 1 })).toBe(step);
    expect(findStep(seed, typed, { now: NOW, usedUpTo: step })).toBeUndefined();
  });

  it('may be typed with a blank in the middle, and with nothing else', () => {
    const typed = codeOf(seed, stepOf(NOW));
    const at = { now: NOW, usedUpTo: 0 };
    expect(findStep(seed, `${typed.slice(0, 3)} ${typed.slice(3)}`, at)).toBe(stepOf(NOW));
    for (const wrong of ['', '000', 'abcdef', `${typed}0`]) {
      expect(findStep(seed, wrong, at)).toBeUndefined();
    }
  });

  it('come from a secret that authenticators can read', () => {
    expect(base32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    expect(enrolmentUri(seed, 'dao.nguyen')).toBe(
      'otpauth://totp/Motcua%3Adao.nguyen?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Motcua&algorithm=SHA1&digits=6&period=30',
    );
  });
});
