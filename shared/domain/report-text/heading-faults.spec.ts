import { describe, expect, it } from '@jest/globals';
import { headingFaults, type PaperHeading } from './heading-faults.ts';

const COMMITTEE: PaperHeading = {
  organisation: 'ỦY BAN NHÂN DÂN XÃ MẪU',
  symbol: 'BC-UBND',
  addressees: ['Ủy ban nhân dân thành phố Hải Phòng'],
  recipients: ['UBND thành phố Hải Phòng (để báo cáo)', 'Lãnh đạo UBND xã'],
  authority: ['TM. ỦY BAN NHÂN DÂN', 'KT. CHỦ TỊCH', 'PHÓ CHỦ TỊCH'],
};

const CENTRE: PaperHeading = {
  ...COMMITTEE,
  organisation: 'TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG',
  symbol: 'BC-TTPVHCC',
  authority: ['KT. GIÁM ĐỐC', 'PHÓ GIÁM ĐỐC'],
};

describe('the head and foot of the paper', () => {
  it('agree where organisation, symbol and signer are of one office', () => {
    expect(headingFaults(COMMITTEE)).toEqual([]);
    expect(headingFaults(CENTRE)).toEqual([]);
  });

  it('do not agree where the director signs the paper of the Ủy ban, or the other way', () => {
    expect(headingFaults({ ...COMMITTEE, authority: ['GIÁM ĐỐC'] })).toEqual(['symbol-differs']);
    expect(headingFaults({ ...CENTRE, symbol: 'BC-UBND' })).toEqual(['symbol-differs']);
    expect(headingFaults({ ...CENTRE, authority: COMMITTEE.authority })).toEqual([
      'symbol-differs',
    ]);
  });

  it('do not agree where whoever is addressed receives nothing', () => {
    const faults = headingFaults({ ...COMMITTEE, recipients: ['Lãnh đạo UBND xã'] });
    expect(faults).toEqual(['recipient-missing']);
    expect(headingFaults({ ...COMMITTEE, recipients: ['Như trên'] })).toEqual([]);
  });

  it('judge no office they do not know', () => {
    expect(headingFaults({ ...COMMITTEE, symbol: 'BC-VP' })).toEqual([]);
  });
});
