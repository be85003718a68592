import { describe, expect, it } from '@jest/globals';
import type { Ii06bAnswer, PrintedLate } from '#contract/reports';
import { inFieldOrder } from './late-table.ts';

const item = (code: string, field: string): PrintedLate['items'][number] => ({
  ...{ code, field, column: 'resolvedLate', lateMinutes: 30, responsible: 'Xã Mẫu', held: [] },
  ...{ heldTo: '2026-01-05T17:00:00+07:00', until: '2026-01-06T08:00:00+07:00' },
});
const row = (key: string) => ({ key, label: key }) as Ii06bAnswer['rows'][number];

describe('the late list as it is printed', () => {
  it('tells its fields in the order of the form, in each what was due first, others last', () => {
    const items = [
      item('1', 'Thú y'),
      item('2', 'Hộ tịch'),
      item('3', 'Đất đai'.normalize('NFD')),
      item('4', 'Hộ tịch'),
    ];
    const rows = [row('Hộ tịch'), row('Đất đai')];
    const told = inFieldOrder({ count: 4, items }, { rows });
    expect(told.items.map(({ code }) => code)).toEqual(['2', '4', '3', '1']);
    expect(told.count).toBe(4);
  });
});
