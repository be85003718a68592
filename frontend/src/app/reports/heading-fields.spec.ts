import { describe, expect, it } from '@jest/globals';
import { newHeadingSchema, type ReportHeading } from '#contract/reports';
import { headingFaults } from '#domain/report-text';
import { headingChanges, headingText, missingIn, paperOf } from './heading-fields.ts';

const heading: ReportHeading = {
  superior: null,
  organisation: 'ỦY BAN NHÂN DÂN XÃ MẪU',
  number: null,
  symbol: 'BC-UBND',
  place: 'Xã Mẫu',
  date: null,
  kind: 'BÁO CÁO',
  title: 'Kết quả tiếp nhận, giải quyết thủ tục hành chính',
  days: '(Số liệu từ ngày 15/12/2025 đến ngày 14/01/2026)',
  addressees: ['Ủy ban nhân dân thành phố'],
  recipients: ['Như trên', 'Chủ tịch UBND xã'],
  filing: 'VT',
  signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Nguyễn Văn Bình' },
  version: 0,
};
const shown = headingText(heading);

describe('the head and foot of a report as a form', () => {
  it('changes nothing that nobody touched', () => {
    expect(headingChanges(shown, shown)).toEqual({});
    expect(headingChanges(shown, { ...shown, symbol: 'BC-UBND ' })).toEqual({});
  });

  it('says only what is otherwise, line by line, as the contract takes it', () => {
    const typed = {
      ...{ ...shown, superior: 'THÀNH PHỐ', recipients: 'Như trên\n\n  Lưu trữ xã ' },
      name: 'Trần Thị Bưởi',
    };
    const changes = headingChanges(shown, typed);
    expect(changes).toEqual({
      ...{ superior: 'THÀNH PHỐ', recipients: ['Như trên', 'Lưu trữ xã'] },
      signer: { authority: ['TM. ỦY BAN NHÂN DÂN', 'CHỦ TỊCH'], name: 'Trần Thị Bưởi' },
    });
    expect(newHeadingSchema.parse(changes)).toEqual(changes);
  });

  it('no longer names an office above when its line is emptied', () => {
    const before = { ...shown, superior: 'THÀNH PHỐ' };
    expect(headingChanges(before, { ...before, superior: ' ' })).toEqual({ superior: null });
  });

  it('is held together while it is typed: symbol and signer, addressees and recipients', () => {
    expect(headingFaults(paperOf(shown))).toEqual([]);
    expect(headingFaults(paperOf({ ...shown, authority: 'GIÁM ĐỐC' }))).toEqual(['symbol-differs']);
    expect(headingFaults(paperOf({ ...shown, recipients: 'Lưu trữ xã' }))).toEqual([
      'recipient-missing',
    ]);
  });

  it('cannot do without office, symbol, place, file and signer', () => {
    expect(missingIn(shown)).toEqual([]);
    expect(missingIn({ ...shown, superior: '', name: '', addressees: '' })).toEqual([]);
    expect(missingIn({ ...shown, symbol: ' ', authority: '\n' })).toEqual(['symbol', 'authority']);
  });
});
