import { describe, expect, it } from '@jest/globals';
import { inReadingOrder, isTable, lacksChannel, reasonText } from './pasted-import.ts';

describe('what is pasted', () => {
  it.each([
    ['Mã hồ sơ\tTrạng thái\nH24.99-1\t2', true],
    ['Mã hồ sơ\tTrạng thái\r\nH24.99-1\t2\r\n', true],
    ['Mã hồ sơ\tTrạng thái', false],
    ['Nguyễn Văn An\n0912345678', false],
    ['H24.99-260115-0001', false],
  ])('%j is a table: %s', (text, expected) => {
    expect(isTable(text)).toBe(expected);
  });

  it.each([
    ['Mã hồ sơ\tMã TTHC\tTrạng thái\nH24.99-1\t2.000815\t2', true],
    ['Mã hồ sơ\tMã TTHC\tTrạng thái\tKênh nộp\nH24.99-1\t2.000815\t2\t1', false],
    ['một bảng\tkhác\n1\t2', false],
  ])('%j leaves the channel open: %s', (text, expected) => {
    expect(lacksChannel(text)).toBe(expected);
  });

  it('says what is wrong by the names people have for columns', () => {
    const names = { NgayTiepNhan: 'Ngày tiếp nhận' };
    const fault = { column: 'NgayTiepNhan', value: '02/03/2026', reason: 'Thiếu giờ.' };
    expect(reasonText(fault, names)).toBe('Ngày tiếp nhận “02/03/2026”: Thiếu giờ.');
    expect(reasonText({ ...fault, value: null }, names)).toBe('Ngày tiếp nhận: Thiếu giờ.');
    expect(reasonText({ ...fault, column: 'events[2].at' }, names)).toBe(
      'events[2].at “02/03/2026”: Thiếu giờ.',
    );
  });

  it('shows first what needs eyes, each kind as it stood in the table', () => {
    const kinds = ['new', 'unchanged', 'wrong', 'changed', 'wrong'] as const;
    const rows = kinds.map((kind, place) => ({ kind, number: place + 1 }));
    expect(inReadingOrder(rows).map(({ number }) => number)).toEqual([3, 5, 4, 1, 2]);
  });
});
