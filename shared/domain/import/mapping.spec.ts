import { describe, expect, it } from '@jest/globals';
import {
  cellsByColumn,
  findHeader,
  isMadeFor,
  isNoDossier,
  layoutOf,
  mappingFaults,
  namingOf,
  readMoment,
  translated,
  type ListMapping,
  type SheetRow,
} from './index.ts';
import { local } from '../../../test/support/moment.ts';

const sheet = (...rows: readonly (readonly string[])[]): readonly SheetRow[] =>
  rows.map((cells, index) => ({ number: index + 1, cells }));

const REGISTER = sheet(
  ['SỔ ĐĂNG KÝ'],
  ['STT', 'Số đăng ký', 'Loại việc', 'Tình trạng', 'Cách nộp'],
  ['1', 'A-1', '1.001193', 'Xong', 'Qua mạng'],
  ['2', 'A-2', '1.001193', 'Đang xử lý', 'Trực tiếp'],
);

const mapping: ListMapping = {
  columns: [
    { title: 'Số đăng ký', column: 'MaHoSo' },
    { title: 'loại VIỆC', column: 'MaTTHC' },
    { title: 'Cách nộp', column: 'KenhNop' },
    { title: 'STT', column: null },
  ],
  values: [
    { column: 'TrangThai', value: 'Xong', means: '9' },
    { column: 'KenhNop', value: 'Qua mạng', means: 'trực tuyến' },
  ],
  rules: {},
};

const headerOf = (rows: readonly SheetRow[], naming = namingOf(mapping)) => {
  const header = findHeader(rows, naming);
  if ('code' in header) throw new Error(header.code);
  return header;
};

describe('a list of a layout nobody knows', () => {
  it('is read by what a person said of its columns and values', () => {
    const header = headerOf(REGISTER);
    const cells = REGISTER.slice(2).map((row) => translated(cellsByColumn(row, header), mapping));
    expect(cells).toEqual([
      { MaHoSo: 'A-1', MaTTHC: '1.001193', TrangThai: '9', KenhNop: 'trực tuyến' },
      { MaHoSo: 'A-2', MaTTHC: '1.001193', TrangThai: 'Đang xử lý', KenhNop: 'Trực tiếp' },
    ]);
  });

  it('is known again by its titles', () => {
    expect(isMadeFor(mapping, REGISTER[1]?.cells ?? [])).toBe(true);
    expect(isMadeFor(mapping, ['Số đăng ký', 'Loại việc'])).toBe(false);
    expect(isMadeFor({ columns: [] }, ['x'])).toBe(false);
  });

  it('shows what its columns seem to mean, and which values are not understood', () => {
    expect(layoutOf(REGISTER)).toEqual({
      lacksFinish: false,
      lacksHours: false,
      columns: [
        { title: 'STT', place: 0, column: null, samples: ['1', '2'] },
        { title: 'Số đăng ký', place: 1, column: null, samples: ['A-1', 'A-2'] },
        { title: 'Loại việc', place: 2, column: null, samples: ['1.001193'] },
        { title: 'Tình trạng', place: 3, column: 'TrangThai', samples: ['Xong', 'Đang xử lý'] },
        { title: 'Cách nộp', place: 4, column: null, samples: ['Qua mạng', 'Trực tiếp'] },
      ],
      values: [
        { column: 'TrangThai', value: 'Xong', rows: 1, known: false },
        { column: 'TrangThai', value: 'Đang xử lý', rows: 1, known: true },
      ],
    });
    expect(layoutOf(sheet(['a']))).toBeUndefined();
  });

  it('is not read by what cannot be right', () => {
    const twice: ListMapping = {
      columns: [
        { title: 'a', column: 'MaHoSo' },
        { title: 'b', column: 'MaHoSo' },
      ],
      values: [{ column: 'KenhNop', value: 'x', means: 'đâu đó' }],
      rules: {},
    };
    expect(mappingFaults(twice)).toEqual([
      { path: 'columns.1.column', code: 'column-given-twice' },
      { path: 'values.0.means', code: 'unknown-value' },
    ]);
    expect(mappingFaults(mapping)).toEqual([]);
  });
});

describe('a header of two rows', () => {
  it('is read with its groups, and left out where it is printed again', () => {
    const titles = [
      ['Mã hồ sơ', 'Mã TTHC', 'Thời gian', '', '', 'Trạng thái'],
      ['', '', 'Tiếp nhận', 'Hẹn trả', 'Kết thúc xử lý', ''],
    ];
    const rows = sheet(
      ...titles,
      ['(1)', '(2)', '(3)', '(4)', '(5)', '(6)'],
      ['I', 'Lĩnh vực hộ tịch'],
      ['H1', 'x', 'a', 'b', 'c', '2'],
      ...titles,
    );
    const header = headerOf(rows, namingOf({ columns: [] }));
    expect(header.below).toBe(2);
    const listed = rows.filter((row) => row.number > 2 && !isNoDossier(row, header));
    expect(listed.map((row) => cellsByColumn(row, header))).toEqual([
      {
        ...{ MaHoSo: 'H1', MaTTHC: 'x', NgayTiepNhan: 'a', NgayHenTra: 'b' },
        ...{ NgayKetThucXuLy: 'c', TrangThai: '2' },
      },
    ]);
  });
});

describe('a date as a spreadsheet counts it', () => {
  const told = (cell: string, serials?: '1900' | '1904') => {
    const read = readMoment(cell, serials);
    return read.kind === 'moment' ? local(read.at) : read.kind;
  };

  it('is one only where the list comes from a spreadsheet', () => {
    expect(told('46023.333333333336', '1900')).toBe('2026-01-01 08:00');
    expect(told('44561.333333333336', '1904')).toBe('2026-01-01 08:00');
    expect(told('46023', '1900')).toBe('day');
    expect(told('46023.333333333336')).toBe('fault');
  });
});
