import { describe, expect, it } from '@jest/globals';
import { findPasswordFault } from './password-policy.ts';

const words = ['Nguyễn Thị Đào', 'dao.nguyen', 'Xã Mẫu', 'H24.99'];
const alone = (password: string) => findPasswordFault(password, { hasSecondFactor: false, words });
const withFactor = (password: string) =>
  findPasswordFault(password, { hasSecondFactor: true, words });

describe('a new password', () => {
  it.each([
    'bốn con vịt qua cầu',
    'correct horse battery',
    'lá-xanh-rụng-chiều-thu',
    'Kx9#mQ2vL7pWz4t',
    'motcua có ba cửa sổ',
    'пятнадцать букв',
  ])('may be “%s”: long, and nobody’s list has it', (password) => {
    expect(alone(password)).toBeUndefined();
  });

  it('is long, or shorter beside a second factor', () => {
    expect(alone('vịt qua cầu')).toBe('too-short');
    expect(withFactor('vịt qua cầu')).toBeUndefined();
    expect(withFactor('vịt qua')).toBe('too-short');
    expect(alone('á'.repeat(129))).toBe('too-long');
  });

  it('is counted in letters, not in bytes or in strokes of the keyboard', () => {
    const fifteen = 'chữ ghép lạ kỳ ấ';
    expect([...fifteen.normalize('NFC')]).toHaveLength(16);
    expect(alone(fifteen.normalize('NFD'))).toBeUndefined();
    expect(alone('ắ'.repeat(5).normalize('NFD'))).toBe('too-short');
  });

  it.each(['password1234567', 'P@ssw0rd!!!!!!!!', 'Mật-Khẩu-20262026', 'anhyeuem99999999'])(
    'is not a common one in disguise: “%s”',
    (password) => {
      expect(alone(password)).toBe('common');
    },
  );

  it.each([
    'aaaaaaaaaaaaaaaa',
    '123456789012345678',
    'qwertyuiopasdfgh',
    'abcabcabcabcabcabc',
    'NguyenThiDao2026',
    'motcua-haiphong-1',
    'dao.nguyen@xamau1',
  ])('is not what a guesser tries first: “%s”', (password) => {
    expect(alone(password)).toMatch(/^(predictable|common)$/);
  });
});
