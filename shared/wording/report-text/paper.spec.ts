import { describe, expect, it } from '@jest/globals';
import { standardPaper } from './paper.ts';

const office = { name: 'Xã Mẫu', level: 'xa', city: 'Thành phố Hải Phòng' } as const;
const head = { authority: 'UBND XÃ MẪU', place: 'Mẫu' };

describe('the head of a report', () => {
  it('is made of the unit’s name until the office words the head of its papers', () => {
    expect(standardPaper('weekly', { ...office, head: null })).toMatchObject({
      ...{ superior: 'ỦY BAN NHÂN DÂN XÃ MẪU', place: 'Xã Mẫu' },
    });
  });

  it('follows the head the office has set, and keeps what it has not', () => {
    expect(standardPaper('weekly', { ...office, head })).toMatchObject({
      ...{ superior: 'UBND XÃ MẪU', place: 'Mẫu' },
      organisation: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
    });
    expect(standardPaper('monthly', { ...office, head })).toMatchObject({
      ...{ superior: null, organisation: 'UBND XÃ MẪU', place: 'Mẫu' },
    });
  });
});
