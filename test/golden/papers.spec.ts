import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import mammoth from 'mammoth';
import { readSheet } from 'read-excel-file/node';
import type { IssueSectionAnswer, ReportText } from '#contract/reports';
import { registerTelling, type RegisterEntry, type RegisterValues } from '#domain/register';
import { II06B_COLUMNS, columnsOf, numbersIn } from '#domain/report';
import { dayOfDate, type Day } from '#domain/working-time';
import { documentDocx } from '../../backend/src/forms/document/document-docx.ts';
import { documentPdf } from '../../backend/src/forms/document/document-pdf.ts';
import { renderPdf } from '../../backend/src/forms/pdf/render-pdf.ts';
import { reportCsv } from '../../backend/src/reports/issue/report-csv.ts';
import { bareText } from '../../backend/src/reports/paper/bare-text.ts';
import { reportDocument } from '../../backend/src/reports/paper/report-document.ts';
import { workbook } from '../../backend/src/forms/workbook/workbook.ts';
import { reportSheets } from '../../backend/src/reports/workbook/report-sheets.ts';
import { letterReaders } from '../support/letter-readers.ts';
import { rowsOf } from '../support/html-rows.ts';
import { printedSection } from '../support/printed-section.ts';
import { zipPart } from '../support/zip-part.ts';
import { readPrintedTable } from './printed-table.ts';

// Setting type takes a second on a quiet machine.
jest.setTimeout(180_000);

const printed = readPrintedTable('ninh-giang-2026-01');
const section = printedSection([...printed.rows]);

const lateSection: IssueSectionAnswer = {
  ...section,
  late: {
    count: 5,
    items: [
      {
        ...{ code: 'H24.99-260105-0001', field: '=Hộ tịch', column: 'resolvedLate' },
        ...{ heldTo: '2026-01-12T17:00:00+07:00', until: '2026-01-14T10:30:00+07:00' },
        ...{ lateMinutes: 600, responsible: 'Tư pháp' },
        held: [
          { by: 'Một cửa', minutes: 120, lateMinutes: 0 },
          { by: 'Tư pháp', minutes: 1_501, lateMinutes: 600 },
        ],
      },
    ],
  },
};

const reportWorkbook = (...told: Parameters<typeof reportSheets>): Promise<Buffer> =>
  workbook(reportSheets(...told));

const paper = (sections: readonly IssueSectionAnswer[], text = 'Đã rà soát.') =>
  reportDocument({
    text: bareText(
      {
        ...{ template: 'monthly', text, periods: { main: sectionDays } },
        document: {
          number: '5/BC-UBND',
          date: '2026-01-05',
          fileName: null,
          fileSha256: null,
          isKept: false,
        },
      },
      sections,
    ),
    ...{ sections, isDraft: false, footer: 'Bản 1 · SHA-256: 00ff' },
  });
const sectionDays = { from: '2025-12-15', to: '2026-01-14' };

const numbersOf = (row: IssueSectionAnswer['ii06b']['total']): readonly number[] =>
  II06B_COLUMNS.map((column) => row[column]);

const numberIn = (cell: string | undefined): number => Number((cell ?? '').replaceAll('.', ''));

describe('the paper of a report', () => {
  let docx: Buffer;
  let html: string;
  beforeAll(async () => {
    docx = await documentDocx(paper([section]));
    html = (await mammoth.convertToHtml({ buffer: docx })).value;
  });

  it('has the published table, number by number, read by another library', () => {
    const rows = rowsOf(html);
    for (const [field, numbers] of printed.rows) {
      const row = rows.find((cells) => cells[1] === field);
      expect(row?.slice(2).map(numberIn)).toEqual(II06B_COLUMNS.map((column) => numbers[column]));
    }
    const total = rows.find((cells) => cells[1] === 'Tổng cộng');
    expect(total?.slice(2).map(numberIn)).toEqual(numbersOf(section.ii06b.total));
  });

  it('has the nineteen numbers of Phụ lục 01 in their order, and what did not arise', () => {
    const row = rowsOf(html).find((cells) => cells[1] === 'Xã Mẫu');
    expect(row?.slice(2, 15).map(numberIn)).toEqual(
      Array.from({ length: 13 }, (_, at) => 3000 + at),
    );
    expect(row?.slice(15)).toEqual([
      '99,79',
      '100,00',
      '99,79',
      '3.013',
      '3.014',
      'không phát sinh',
    ]);
  });

  it('carries the marks of an official letter, number and day written as decrees want them', async () => {
    const { value } = await mammoth.extractRawText({ buffer: docx });
    for (const words of [
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Số: 05/BC-UBND',
      'Mẫu, ngày 05 tháng 01 năm 2026',
      'Lưu: VT, TTPVHCC.',
      '(3) = (4) + (5) + (6)',
      'Đã rà soát.',
    ]) {
      expect(value).toContain(words);
    }
    expect(value).not.toContain('DỰ THẢO');
  });

  it.each(letterReaders())('is opened as it is, with its tables, by $name', async ({ words }) => {
    const text = await words(docx);
    const lines = text.split('\n').map((line) => line.replace('\uFEFF', '').trim());
    const sums = lines.slice(lines.indexOf('Tổng cộng') + 1).filter((line) => line !== '');
    expect(sums.slice(0, 14).map(numberIn)).toEqual(numbersOf(section.ii06b.total));
    expect(lines).toContain('BÁO CÁO');
  });

  it('lays its tables on their side, each in a part of its own whose head comes again', async () => {
    const xml = await zipPart(docx, 'word/document.xml');
    expect(xml.match(/w:orient="landscape"/g)).toHaveLength(3);
    expect(xml.match(/<w:sectPr/g)).toHaveLength(4);
    expect(xml.match(/<w:tblHeader\/>/g)).toHaveLength(4 + 3 + 2);
  });

  it('is the same bytes whenever it is made, as a letter and as it is printed', async () => {
    const document = paper([section]);
    expect(await documentDocx(document)).toEqual(docx);
    const [one, two] = [
      await renderPdf(documentPdf(document)),
      await renderPdf(documentPdf(document)),
    ];
    expect(one).toEqual(two);
    expect(one.subarray(0, 5).toString()).toBe('%PDF-');
    expect(one.includes('Tinos')).toBe(true);
  });

  it('lists who is late behind its forms, where each lay and for how long', async () => {
    const { appendices, ...letter } = paper([section]);
    const told = bareText(
      { template: 'monthly', text: '', periods: { main: sectionDays }, document: null },
      [lateSection],
    );
    const late: ReportText['chapters'][number]['blocks'][number] = {
      ...{ kind: 'table', key: 'late', form: 'late', section: 'main', rows: null },
      ...{ place: 'appendix', orientation: 'landscape', label: 'Phụ lục 03', subtitles: [] },
      title: 'DANH SÁCH HỒ SƠ QUÁ HẠN',
    };
    const [chapter] = told.chapters;
    if (chapter === undefined) throw new Error('No chapters');
    const text = { ...told, chapters: [{ ...chapter, blocks: [late] }] };
    const printable = { text, sections: [lateSection], isDraft: true, footer: '' };
    const list = reportDocument(printable).appendices;
    const buffer = await documentDocx({ ...letter, appendices: [...appendices, ...list] });
    const { value } = await mammoth.convertToHtml({ buffer });
    expect(rowsOf(value).find((cells) => cells[1] === 'H24.99-260105-0001')).toEqual([
      ...['1', 'H24.99-260105-0001', '=Hộ tịch', '12/01/2026 17:00', '14/01/2026 10:30'],
      ...['1 ngày 2 giờ', 'Đã giải quyết quá hạn', 'Tư pháp'],
      'Một cửa: 2 giờ; Tư pháp: 3 ngày 1 giờ, sau hạn 1 ngày 2 giờ',
    ]);
    expect(value).toContain('Còn 4 hồ sơ quá hạn nữa');
  });

  it('says that it is a draft while it is one', async () => {
    const draft = await documentDocx({ ...paper([section]), mark: 'DỰ THẢO' });
    expect((await mammoth.extractRawText({ buffer: draft })).value).toContain('DỰ THẢO');
  });

  it('bears a hundred units, long texts and names that were meant to do harm', async () => {
    const [numbers] = [...printed.rows.values()];
    if (numbers === undefined) throw new Error('No rows');
    const wicked = ['=HYPERLINK("http://x")', '<w:p/>&amp;', 'a\u0000b\u202ec', '@sum', '+1', '-1'];
    const names = [...wicked, ...Array.from({ length: 114 }, (_, at) => `Xã số ${at}`)];
    const wide = printedSection(names.map((name) => [name, numbers]));
    const buffer = await documentDocx(paper([wide], 'Rất dài. '.repeat(2_000)));
    const { value } = await mammoth.convertToHtml({ buffer });
    const told = rowsOf(value).map((cells) => cells[1]);
    expect(told).toContain('=HYPERLINK("http://x")');
    expect(told).toContain('abc');
    expect(told).toContain('Xã số 113');
    expect((await renderPdf(documentPdf(paper([wide])))).length).toBeGreaterThan(10_000);
  });
});

describe('the workbook of a report', () => {
  let xlsx: Buffer;
  beforeAll(async () => {
    xlsx = await reportWorkbook([section]);
  });

  it('has the published table as numbers, read by another library', async () => {
    const rows = await readSheet(xlsx, 'II.06b');
    for (const [field, numbers] of printed.rows) {
      const row = rows.find((cells) => cells[1] === field);
      expect(row?.slice(2)).toEqual(II06B_COLUMNS.map((column) => numbers[column]));
    }
    const total = rows.find((cells) => cells[1] === 'Tổng cộng');
    expect(total?.slice(2)).toEqual(numbersOf(section.ii06b.total));
    const proofs = rows.filter((cells) => String(cells[1]).includes('−'));
    expect(proofs.map((cells) => cells[2])).toEqual([0, 0, 0, 0]);
  });

  it('adds up by formulas, comes on as many pages as it needs, its head on each', async () => {
    const sheet = await zipPart(xlsx, 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('<f>D9+E9+F9</f><v>29</v>');
    expect(sheet).toContain('fitToHeight="0"');
    expect(sheet).toContain('state="frozen"');
    const book = await zipPart(xlsx, 'xl/workbook.xml');
    expect(book).toContain("'II.06b'!$1:$8");
  });

  it('has the national layout as its second sheet: folded, added up and proved by formulas', async () => {
    const rows = await readSheet(xlsx, '13 cột');
    for (const [field, numbers] of printed.rows) {
      const row = rows.find((cells) => cells[1] === field);
      const folded = numbersIn(13, numbers);
      expect(row?.slice(2)).toEqual(columnsOf(13).map((column) => folded[column]));
    }
    const total = rows.find((cells) => cells[1] === 'Tổng cộng')?.slice(2, 13) ?? [];
    const { total: all, rejected, withdrawn, resolvedOnTime } = section.ii06b.total;
    expect([total[0], total[6]]).toEqual([all, resolvedOnTime + rejected + withdrawn]);
    const proofs = rows.filter((cells) => String(cells[1]).includes('−'));
    expect(proofs.map((cells) => cells[2])).toEqual([0, 0, 0, 0]);
    expect(proofs[1]?.[1]).toBe('(7) − [(8) + (9) + (10)]');
  });

  it('lists who is late, where each lay and since when, with moments that can be sorted', async () => {
    const rows = await readSheet(await reportWorkbook([lateSection]), 'Quá hạn');
    const line = rows.find((cells) => cells[1] === 'H24.99-260105-0001');
    // Moments are fractions of a day in a sheet: whoever reads one may be off by less than a second.
    const toSecond = (cell: unknown) =>
      cell instanceof Date ? new Date(Math.round(cell.getTime() / 1_000) * 1_000) : cell;
    expect(line?.map(toSecond)).toEqual([
      ...[1, 'H24.99-260105-0001', '=Hộ tịch', new Date('2026-01-12T17:00:00Z')],
      ...[new Date('2026-01-14T10:30:00Z'), '1 ngày 2 giờ', 'Đã giải quyết quá hạn', 'Tư pháp'],
      'Một cửa: 2 giờ; Tư pháp: 3 ngày 1 giờ, sau hạn 1 ngày 2 giờ',
    ]);
    expect(rows.flat()).toContain('Còn 4 hồ sơ quá hạn nữa, xem trên phần mềm.');
    const csv = reportCsv([lateSection]);
    expect(csv).toContain(
      "main,2025-12-15,2026-01-14,H24.99-260105-0001,'=Hộ tịch,12/01/2026 17:00",
    );
    const tables = csv.split('\r\n\r\n');
    expect(tables).toHaveLength(4);
    expect(tables[1]).toContain('Xã Mẫu');
    expect(tables[2]).toContain('"99,76"');
  });

  it('divides as the form does, and says where there is nothing to divide by', async () => {
    const rows = await readSheet(xlsx, 'Chỉ tiêu');
    expect(rows.find((cells) => String(cells[1]).startsWith('Hồ sơ trực tuyến'))).toEqual([
      ...[1, 'Hồ sơ trực tuyến (trên hồ sơ mới tiếp nhận)', 3726, 3735, 99.76, 95, 0],
    ]);
    const files = await readSheet(xlsx, 'Phụ lục 01');
    expect(files.find((cells) => cells[1] === 'Xã Mẫu')?.slice(15)).toEqual([
      ...[99.79, 100, 99.79, 3013, 3014, 'không phát sinh'],
    ]);
  });

  it('takes no name for a formula, and is the same bytes whenever it is made', async () => {
    const [numbers] = [...printed.rows.values()];
    if (numbers === undefined) throw new Error('No rows');
    const wicked = printedSection([
      ['=1+1', numbers],
      ['@a\u202eb\u0001', numbers],
    ]);
    const [one, two] = [await reportWorkbook([wicked]), await reportWorkbook([wicked])];
    expect(one).toEqual(two);
    const rows = await readSheet(one, 'II.06b');
    expect(rows.map((cells) => cells[1])).toEqual(expect.arrayContaining(['=1+1', '@ab']));
    expect(reportCsv([wicked])).toContain("'=1+1,");
    expect(reportCsv([wicked])).toContain("'@ab,");
  });
});

const JANUARY = { from: dayOfDate(2025, 12, 15), to: dayOfDate(2026, 1, 14) };
const entered = (day: Day, values: RegisterValues): RegisterEntry => ({ id: 'm', day, values });

const registers = registerTelling(
  new Map([
    [
      'feedback',
      [
        entered(dayOfDate(2026, 1, 5), {
          ...{ about: 'conduct', via: 'phone', content: 'Chậm trả kết quả', satisfied: 'no' },
          ...{ dueOn: '2026-01-12', answeredOn: '2026-01-10' },
        }),
      ],
    ],
    [
      'outreach',
      [
        entered(dayOfDate(2026, 1, 6), {
          ...{ subject: '=HYPERLINK("http://x")', form: 'broadcast', times: 3, people: 1_200 },
        }),
        entered(dayOfDate(2026, 1, 7), { subject: 'Họp', form: 'meeting', times: 1, people: 80 }),
        entered(dayOfDate(2026, 1, 20), { subject: 'Sau', form: 'meeting', times: 1, people: 9 }),
      ],
    ],
    ['index766', [entered(dayOfDate(2026, 1, 8), { group: 'online', score: 19.98 })]],
    [
      'other',
      [
        entered(dayOfDate(2026, 1, 9), {
          ...{ label: '@Biên chế', value: 41, unit: 'người', source: '+Phòng VH-XH' },
        }),
      ],
    ],
  ]),
  { main: JANUARY, feedback: JANUARY },
);

describe('the registers in the workbook of a report', () => {
  let xlsx: Buffer;
  beforeAll(async () => {
    xlsx = await reportWorkbook([section], registers);
  });

  const linesOf = async (name: string) => {
    const rows = await readSheet(xlsx, name);
    return rows.filter((cells) => typeof cells[0] === 'number');
  };

  it('have a sheet each with days as days and numbers as numbers, of the days of the report', async () => {
    expect(await linesOf('Tuyên truyền')).toEqual([
      [1, new Date('2026-01-06T00:00:00Z'), '=HYPERLINK("http://x")', 'Phát thanh', 3, 1200],
      [2, new Date('2026-01-07T00:00:00Z'), 'Họp', 'Hội nghị, họp thôn', 1, 80],
    ]);
    expect((await linesOf('Điểm Bộ chỉ số 766'))[0]?.slice(2, 4)).toEqual([
      'Dịch vụ công trực tuyến',
      19.98,
    ]);
    const [other] = await linesOf('Số liệu khác');
    expect(other?.slice(2)).toEqual(['@Biên chế', 41, 'người', '+Phòng VH-XH']);
  });

  it('tell under their lines the figures of the sentences', async () => {
    const rows = await readSheet(xlsx, 'Tuyên truyền');
    const figures = rows.slice(rows.findIndex((cells) => cells[1] === 'Số liệu của kỳ') + 1);
    expect(figures.map((cells) => cells.slice(1, 3))).toEqual([
      [2, 'Số dòng'],
      [4, 'Số lượt'],
      [1280, 'Số người'],
    ]);
  });

  it('tell of feedback when and how it was answered, and not what citizens said', async () => {
    const [line] = await linesOf('Phản ánh, kiến nghị');
    expect(line?.slice(1)).toEqual([
      ...[new Date('2026-01-05T00:00:00Z'), 'Hành vi của cán bộ, công chức', 'Điện thoại'],
      ...[new Date('2026-01-12T00:00:00Z'), new Date('2026-01-10T00:00:00Z'), 'Không hài lòng'],
    ]);
    expect(JSON.stringify(await readSheet(xlsx, 'Phản ánh, kiến nghị'))).not.toContain('Chậm trả');
  });

  it('have no sheet where nothing stands in them, and hold no formula anybody typed', async () => {
    await expect(readSheet(xlsx, 'Khảo sát hài lòng')).rejects.toThrow();
    const sheet = await zipPart(xlsx, 'xl/worksheets/sheet6.xml');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).toContain('fitToHeight="0"');
    expect(sheet).not.toContain('<f>');
    expect(await reportWorkbook([section], registers)).toEqual(xlsx);
  });
});
