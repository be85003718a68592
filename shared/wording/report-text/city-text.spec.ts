import { describe, expect, it } from '@jest/globals';
import type { Contributors } from '#domain/report-text';
import { dayOfDate } from '#domain/working-time';
import { figuresOf, sectionOf } from '../../../test/support/report-heaps.ts';
import { composeCityText } from './city-text.ts';
import { printedText } from './printed-text.ts';

const DAYS = { from: dayOfDate(2025, 12, 15), to: dayOfDate(2026, 1, 14) };
const ALL: Contributors = { all: 2, counted: 2, fromFiles: [], late: [], missing: [] };

const told = (contributors: Contributors): string =>
  printedText(
    composeCityText({
      figures: { ...figuresOf(sectionOf([], DAYS), { lives: null }), contributors },
      office: { name: 'Thành phố Hải Phòng', level: null, city: null },
      asOf: '2026-01-15T08:00:00+07:00',
    }),
  );

describe('the report of a city', () => {
  it('names who is not in the sums, who came late, and whose figures are from a file', () => {
    const text = told({
      ...{ all: 114, counted: 112, fromFiles: ['Xã B'], late: ['Xã B', 'Phường C'] },
      missing: ['Đặc khu D', 'Xã E'],
    });
    expect(text).toContain('Số liệu được tổng hợp từ báo cáo của 112/114 đơn vị trực thuộc.');
    expect(text).toContain('Số liệu lấy từ tệp do đơn vị gửi: 01 đơn vị (Xã B);');
    expect(text).toContain('Gửi chậm: 02 đơn vị (Xã B; Phường C).');
    expect(text).toContain('Chưa có số liệu: 02 đơn vị (Đặc khu D; Xã E), không nằm trong');
  });

  it('says of all units that they are all, and of nobody else', () => {
    const text = told(ALL);
    expect(text).toContain('từ báo cáo của đủ 02 đơn vị trực thuộc.');
    expect(text).not.toMatch(/Gửi chậm|Chưa có số liệu|từ tệp/);
  });

  it('is the paper of the city, with its passages begun and left to people', () => {
    const text = told(ALL);
    expect(text).toContain('ỦY BAN NHÂN DÂN THÀNH PHỐ HẢI PHÒNG');
    expect(text).toContain('TÌNH HÌNH GỬI BÁO CÁO');
    expect(text).toContain('Các sở, ban, ngành thành phố');
    expect(text).toContain('KIẾN NGHỊ, ĐỀ XUẤT');
    expect(text).toContain('…');
    expect(text).not.toContain('Phản ánh, kiến nghị (PAKN)');
  });
});
