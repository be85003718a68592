import { describe, expect, it } from '@jest/globals';
import { isUsername, usernameFor } from './username.ts';

describe('a suggested user name', () => {
  it.each([
    ['Nguyễn Thị Hoa', 'hoa.nt'],
    ['Đỗ Đức', 'duc.d'],
    ['  Hoa ', 'hoa'],
    ['Y-Bhăm Êban', 'eban.yb'],
    ['', ''],
    ['!!!', ''],
  ])('for “%s” is “%s”', (name, username) => {
    expect(usernameFor(name, [])).toBe(username);
  });

  it('is nobody else’s', () => {
    expect(usernameFor('Nguyễn Thị Hoa', ['hoa.nt', 'hoa.nt2'])).toBe('hoa.nt3');
  });

  it('is one the server takes', () => {
    for (const name of ['Nguyễn Thị Hoa', 'Đỗ Đức', 'Lê A B C D E F', 'X '.repeat(200)]) {
      expect(isUsername(usernameFor(name, []))).toBe(true);
    }
    expect(isUsername('hoa.')).toBe(false);
    expect(isUsername('Hoa')).toBe(false);
  });
});
