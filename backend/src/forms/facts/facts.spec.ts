import { describe, expect, it } from '@jest/globals';
import { dayOf, parseInstant, type Instant } from '#domain/working-time';
import { letterheadOf } from './letterhead.ts';
import { shortMoment, writtenDay, writtenMoment } from './moments.ts';

const at = (text: string): Instant => {
  const moment = parseInstant(text);
  if (moment === undefined) throw new Error(text);
  return moment;
};

describe('moments on paper', () => {
  it.each([
    ['2026-01-05T08:02:59+07:00', '08 giờ 02 phút, ngày 05 tháng 01 năm 2026', '05/01/2026 08:02'],
    ['2026-03-12T17:00:00+07:00', '17 giờ 00 phút, ngày 12 tháng 3 năm 2026', '12/03/2026 17:00'],
    ['2026-12-31T17:30:00Z', '00 giờ 30 phút, ngày 01 tháng 01 năm 2027', '01/01/2027 00:30'],
  ])('%s is the local one, as decrees write it', (iso, written, short) => {
    expect(writtenMoment(at(iso))).toBe(written);
    expect(shortMoment(at(iso))).toBe(short);
    expect(written).toContain(writtenDay(dayOf(at(iso))));
  });

  it('are nothing where there is none', () => {
    expect(writtenMoment(null)).toBeNull();
    expect(shortMoment(null)).toBe('');
  });
});

describe('a letterhead', () => {
  it.each([
    ['Xã Mẫu', 'ỦY BAN NHÂN DÂN XÃ MẪU', 'Trung tâm Phục vụ hành chính công xã Mẫu', 'Mẫu'],
    [
      'Phường 7',
      'ỦY BAN NHÂN DÂN PHƯỜNG 7',
      'Trung tâm Phục vụ hành chính công phường 7',
      'Phường 7',
    ],
    [
      'Đặc khu Cát Hải',
      'ỦY BAN NHÂN DÂN ĐẶC KHU CÁT HẢI',
      'Trung tâm Phục vụ hành chính công đặc khu Cát Hải',
      'Cát Hải',
    ],
  ])('of %s follows its level', (name, authority, centre, place) => {
    expect(letterheadOf(name)).toMatchObject({ authority, name: centre, place });
  });
});
