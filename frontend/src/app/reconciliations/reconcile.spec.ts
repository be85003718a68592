import '@angular/compiler';
import { describe, expect, it } from '@jest/globals';
import { lackingFrom } from './reconcile.ts';

const WITH =
  'Mã hồ sơ\tMã TTHC\tKênh nộp\tNgày tiếp nhận\tTrạng thái\nDS-1\t2.000815\t1\t06/01/2025 08:00\t2';
const WITHOUT =
  'Mã hồ sơ\tMã TTHC\tNgày tiếp nhận\tTrạng thái\nDS-1\t2.000815\t06/01/2025 08:00\t2';
const nobody = { list: '', channel: undefined, numbers: {} };

describe('what a reconciliation is made of', () => {
  it.each([
    ['nothing at all', {}, 'anything'],
    ['blanks', { list: ' \n' }, 'anything'],
    ['a number', { numbers: { total: 0 } }, undefined],
    ['a list that says how each came', { list: WITH }, undefined],
    ['a list that does not say how they came', { list: WITHOUT }, 'channel'],
    ['such a list and a number', { list: WITHOUT, numbers: { total: 3 } }, 'channel'],
    ['such a list, and how all of it came', { list: WITHOUT, channel: 'post' }, undefined],
  ] as const)('%s', (_, told, lacking) => {
    expect(lackingFrom({ ...nobody, ...told })).toBe(lacking);
  });
});
