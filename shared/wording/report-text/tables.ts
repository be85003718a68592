import type { ReportTableBlock } from '#contract/reports';
import type { Period } from '#domain/report';
import type { TableKey } from '#domain/report-text';
import { committeeOf, inSentence, type ReportOffice } from './office-words.ts';
import { daysText } from './period-words.ts';

const LABELS: Readonly<Record<TableKey, string>> = {
  ii06b: 'Biểu số II.06b/VPCP/KSTT',
  digitisation: 'Phụ lục 01',
  indicators: 'Phụ lục 02',
  late: 'Phụ lục 03',
};

const TITLES: Readonly<Record<TableKey, string>> = {
  ii06b: 'TỔNG HỢP TÌNH HÌNH, KẾT QUẢ GIẢI QUYẾT THỦ TỤC HÀNH CHÍNH',
  digitisation: 'THỐNG KÊ TỔNG HỢP TÌNH HÌNH SỐ HÓA HỒ SƠ THỦ TỤC HÀNH CHÍNH',
  indicators: 'TỔNG HỢP CÁC TỶ LỆ, CHỈ TIÊU',
  late: 'DANH SÁCH HỒ SƠ QUÁ HẠN',
};

const capitalised = (text: string): string =>
  text.slice(0, 1).toLocaleUpperCase('vi') + text.slice(1);

function receivers(office: ReportOffice): readonly string[] {
  const { city } = office;
  return [
    `Đơn vị báo cáo: ${committeeOf(office)}`,
    ...(city === null ? [] : [`Đơn vị nhận báo cáo: Ủy ban nhân dân ${inSentence(city)}`]),
    'Đơn vị tính: Số hồ sơ TTHC',
  ];
}

/** A form behind the report, by its name; its numbers stand in the section it is of. */
export const tableOf = (key: TableKey, office: ReportOffice, period: Period): ReportTableBlock => ({
  kind: 'table',
  key,
  form: key,
  section: 'main',
  rows: null,
  place: 'appendix',
  orientation: 'landscape',
  label: LABELS[key],
  title: TITLES[key],
  subtitles: [`(${capitalised(daysText(period))})`, ...(key === 'ii06b' ? receivers(office) : [])],
});
