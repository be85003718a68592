import { describe, expect, it } from '@jest/globals';
import {
  cellsByColumn,
  delimiterOf,
  findSheet,
  isNoDossier,
  rowsOf,
  type SheetFound,
} from './index.ts';

const found = (text: string): SheetFound => {
  const sheet = findSheet(text);
  if ('code' in sheet) throw new Error(sheet.code);
  return sheet;
};

const listed = (text: string) => {
  const { delimiter, header } = found(text);
  return [...rowsOf(text, delimiter)]
    .filter(({ number }) => number > header.below)
    .filter((row) => !isNoDossier(row, header))
    .map((row) => ({ number: row.number, ...cellsByColumn(row, header) }));
};

const TITLES = 'MaHoSo\tMaTTHC\tTrangThai\tNguoiNop';

describe('a table of dossiers as text', () => {
  it('is read under whatever title rows stand above its header', () => {
    const text = `UBND XÃ MẪU\n\nDANH SÁCH HỒ SƠ\tTháng 3\n${TITLES}\nH24.99-1\t2.000815\t4\tAn`;
    expect(listed(text)).toEqual([
      { number: 5, MaHoSo: 'H24.99-1', MaTTHC: '2.000815', TrangThai: '4', NguoiNop: 'An' },
    ]);
  });

  it.each([
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['commas', ','],
  ])('may be divided by %s', (_name, delimiter) => {
    const text = `${TITLES}\nH1\t2.000815\t4\tAn`.replaceAll('\t', delimiter);
    expect(found(text).delimiter).toBe(delimiter);
    expect(listed(text)).toMatchObject([{ MaHoSo: 'H1', NguoiNop: 'An' }]);
  });

  it('is divided by what divides a header that lacks columns, whatever stands in its cells', () => {
    const text = 'MaHoSo,MaTTHC,NguoiNop\n1,;;;;,\n2,;;;;,';
    expect(delimiterOf(text)).toBe(',');
    expect(delimiterOf('a;b;c\n1;x,y;2\n3;z,t;4')).toBe(';');
  });

  it('knows its columns in any order and however they are written', () => {
    const decomposed = 'Trạng thái hồ sơ'.normalize('NFD');
    const text = `${decomposed},NGƯỜI\u00A0NỘP,  Mã số  hồ sơ ,mã tthc\n4,An,H1,2.000815`;
    expect(listed(text)).toEqual([
      { number: 2, MaHoSo: 'H1', MaTTHC: '2.000815', TrangThai: '4', NguoiNop: 'An' },
    ]);
  });

  it('leaves out totals, groups, empty rows and a header printed again', () => {
    const rows = [
      'Lĩnh vực: Hộ tịch',
      'H1\tx\t4\tAn',
      '\t\t\t',
      TITLES,
      'Tổng cộng\t\t1\t2',
      '\tCộng:\t3\t',
    ];
    expect(listed(`${TITLES}\n${rows.join('\n')}`)).toMatchObject([{ MaHoSo: 'H1' }]);
  });

  it('leaves out a group beside its number, and who signs the list', () => {
    const rows = ['1\tH1\tx\t4', 'I\tHộ tịch', '\tNgười lập biểu\t\t\tHải Phòng, ngày 19/3/2026'];
    expect(listed(`STT\t${TITLES}\n${rows.join('\n')}`)).toMatchObject([{ MaHoSo: 'H1' }]);
    expect(listed(`STT\t${TITLES}\n1\tchưa có mã\tx\t4\n2\tH2`)).toMatchObject([
      { MaHoSo: 'chưa có mã' },
      { MaHoSo: 'H2' },
    ]);
  });

  it('reads what is seen: neither breaks within a cell nor letters without width say anything', () => {
    const text = `${TITLES}\nH\u200B1\u00AD\tx\t4\t"Lê  Văn\u00A0An\nTrần Bình"`;
    expect(listed(text)).toEqual([
      { number: 2, MaHoSo: 'H1', MaTTHC: 'x', TrangThai: '4', NguoiNop: 'Lê Văn An Trần Bình' },
    ]);
  });

  it('keeps a row whose code is missing: somebody has to see it', () => {
    expect(listed(`${TITLES}\n\t2.000815\t4\tTống Văn An`)).toEqual([
      { number: 2, MaTTHC: '2.000815', TrangThai: '4', NguoiNop: 'Tống Văn An' },
    ]);
  });

  it('reads quoted cells with delimiters, quotes and lines in them', () => {
    const text =
      'MaHoSo;MaTTHC;TrangThai;NguoiNop\r\nH1;x;4;"Công ty ""An; Bình""\nchi nhánh"\r\nH2;x;4;B';
    expect(listed(text)).toMatchObject([
      { MaHoSo: 'H1', NguoiNop: 'Công ty "An; Bình" chi nhánh' },
      { MaHoSo: 'H2' },
    ]);
  });

  it('does not let a quote that is never closed swallow the rows below', () => {
    expect(listed(`${TITLES}\nH1\tx\t4\t"An\nH2\tx\t4\tB`)).toMatchObject([
      { MaHoSo: 'H1', NguoiNop: '"An' },
      { MaHoSo: 'H2' },
    ]);
  });

  it('is refused where it counts dossiers instead of listing them', () => {
    const statistics = 'STT\tLĩnh vực\tTổng số\tTrong kỳ: Trực tuyến\n1\tHộ tịch\t12\t12';
    expect(findSheet(statistics)).toEqual({ code: 'not-a-dossier-list' });
    expect(findSheet('')).toEqual({ code: 'not-a-dossier-list' });
    expect(findSheet('__proto__\tconstructor\n1\t2')).toEqual({ code: 'not-a-dossier-list' });
  });

  it('is refused where a column is missing without which nothing can be counted', () => {
    expect(findSheet('MaHoSo\tNguoiNop\tNgayTiepNhan\nH1\tAn\tx')).toEqual({
      code: 'columns-missing',
      columns: ['MaTTHC', 'TrangThai'],
    });
  });

  it('is refused where two titles mean one column, unless one is the portal’s own name', () => {
    expect(findSheet(`${TITLES}\tNgày nhận\tNgày tiếp nhận`)).toEqual({
      code: 'column-given-twice',
      columns: ['NgayTiepNhan'],
    });
    const own = found(`${TITLES}\tNgày nhận\tNgayTiepNhan`);
    expect(own.header.places.get('NgayTiepNhan')).toBe(5);
  });
});
