import { describe, expect, it } from '@jest/globals';
import { approvalWords } from '#wording/approvals';
import { askedLines } from './asked-lines.ts';

const words = approvalWords.vi;
const told = (body: Record<string, unknown>, dueAt: string | null = '17:00') =>
  askedLines({ body, dueAt }, words, (moment) => moment ?? '').map(
    ({ label, text }) => `${label}: ${text}`,
  );

describe('what waits for approval', () => {
  it('names the due moment there is and the one that is asked for', () => {
    expect(told({ dueAt: '18:00', reason: 'Chờ xác minh' })).toEqual([
      'Hạn trả hiện nay: 17:00',
      'Hạn trả mới: 18:00',
      'Lý do: Chờ xác minh',
    ]);
  });

  it('lists papers one by one, however they were told', () => {
    expect(told({ items: ['Sổ hộ khẩu', { name: 'Giấy khai sinh' }] })).toContain(
      'Cần bổ sung: Sổ hộ khẩu\nGiấy khai sinh',
    );
    expect(told({ items: 'Sổ hộ khẩu' })).toContain('Cần bổ sung: Sổ hộ khẩu');
  });

  it('says so where nothing is due', () => {
    expect(told({}, null)).toEqual(['Hạn trả hiện nay: Chưa có hạn']);
  });
});
