import { describe, expect, it } from '@jest/globals';
import { sheetXml, workbookOf, workbookParts } from '../../../../test/support/workbook-file.ts';
import { zipOf } from '../../../../test/support/zip.ts';
import { readFile } from './read-file.ts';
import { SheetBook } from './sheet-book.ts';

const linesOf = async (content: Buffer | string): Promise<readonly unknown[]> => {
  const book = new SheetBook();
  await readFile(Buffer.from(content), book);
  const text = Buffer.concat(book.bytes()).toString();
  return text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as unknown);
};

const number = (value: string, style = 0) => ({ xml: `<c s="${style}"><v>${value}</v></c>` });

describe('a workbook', () => {
  it('is read sheet by sheet, rows that say nothing left out', async () => {
    const parts = workbookParts([sheetXml([['A', '', 'C'], [], ['D']]), sheetXml([['E']])]);
    expect(await linesOf(zipOf(parts))).toEqual([
      { sheet: 'S1', serials: '1900' },
      [1, ['A', '', 'C']],
      [3, ['D']],
      { sheet: 'S2', serials: '1900' },
      [1, ['E']],
    ]);
  });

  it('shows its dates as dates, to the second, and its numbers as they were typed', async () => {
    const cells = [
      ...[number('46023.333333333336', 2), number('46023', 1), number('46023', 2)],
      ...[number('46023.5', 1), number('2.0008149999999998'), number('2.02601150801E+13')],
      number('46023.25'),
    ];
    expect((await linesOf(workbookOf([cells])))[1]).toEqual([
      1,
      [
        ...['01/01/2026 08:00:00', '01/01/2026', '01/01/2026 00:00:00', '01/01/2026 12:00:00'],
        ...['2.000815', '20260115080100', '46023.25'],
      ],
    ]);
  });

  it('does not pretend to know a number beyond what spreadsheets keep of it', async () => {
    const [, row] = await linesOf(
      workbookOf([[number('999999999999999'), number('20260302000123400')]]),
    );
    expect(row).toEqual([1, ['999999999999999', '2.02603020001234e+16']]);
  });

  it('says which columns a spreadsheet took for dates as far as days could be months', async () => {
    const rows = [
      // The second of March has become the third of February.
      [number('46056.3333333333', 2), '13/03/2026 17:00', '13/03/2026', number('46085', 1)],
      ['13/03/2026 08:00', number('46115', 1), number('46094', 1), 'ngày 13/03/2026'],
      ['', '02/03/2026', '', ''],
    ];
    expect((await linesOf(workbookOf(rows)))[0]).toEqual({
      ...{ sheet: 'S1', serials: '1900' },
      halfDated: [0],
    });
  });

  it('may count its days from 1904', async () => {
    const sheet = sheetXml([[number('44561', 1)]]);
    const parts = workbookParts([sheet], { workbookPr: '<workbookPr date1904="1"/>' });
    expect(await linesOf(zipOf(parts))).toEqual([
      { sheet: 'S1', serials: '1904' },
      [1, ['01/01/2026']],
    ]);
  });

  it('shares texts, plain or in pieces, without how they are pronounced', async () => {
    const shared =
      '<sst><si><t>Nguyễn</t></si><si><r><t>An </t></r><r><t>Bình</t></r><rPh><t>x</t></rPh></si></sst>';
    const sheet = sheetXml([[{ xml: '<c t="s"><v>0</v></c>' }, { xml: '<c t="s"><v>1</v></c>' }]]);
    expect((await linesOf(zipOf(workbookParts([sheet], { shared }))))[1]).toEqual([
      1,
      ['Nguyễn', 'An Bình'],
    ]);
  });
});

describe('a page saved as .xls', () => {
  it('is read table by table, cells kept in their columns', async () => {
    const page = `<html><style>td{}</style><table>
      <tr><th rowspan=2>Mã hồ sơ</th><th colspan="2">Ngày</th></tr>
      <tr><td>tiếp&nbsp;nhận</td><td>hẹn<br>trả</td></tr>
      <tr><td>H1</td><td>1 &lt; 2</td><td>b</td></tr></table><table><tr><td>alone</table>`;
    expect(await linesOf(page)).toEqual([
      { sheet: '1' },
      [1, ['Mã hồ sơ', 'Ngày']],
      [2, ['', 'tiếp nhận', 'hẹn trả']],
      [3, ['H1', '1 < 2', 'b']],
    ]);
  });

  it('may be a workbook saved as XML', async () => {
    const page = `<?xml version="1.0"?><Workbook><Worksheet><Table><Row><Cell><Data>A</Data></Cell>
      <Cell ss:Index="3"><Data>C</Data></Cell></Row><Row><Cell><Data>1</Data></Cell></Row></Table></Worksheet></Workbook>`;
    expect(await linesOf(page)).toEqual([{ sheet: '1' }, [1, ['A', '', 'C']], [2, ['1']]]);
  });
});

describe('a text', () => {
  const TEXT = 'Mã hồ sơ;Mã thủ tục;Trạng thái\nH1;2.000815;Đã tiếp nhận';
  const ROWS = [
    { sheet: '' },
    [1, ['Mã hồ sơ', 'Mã thủ tục', 'Trạng thái']],
    [2, ['H1', '2.000815', 'Đã tiếp nhận']],
  ];

  it.each([
    ['UTF-8', Buffer.from(TEXT)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${TEXT}`)],
    ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
    ['UTF-16 the other way round', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ])('is read in %s', async (_name, bytes) => {
    expect(await linesOf(bytes)).toEqual(ROWS);
  });

  it('is read in Windows-1258, its accents joined to their vowels', async () => {
    // ã is a and a tilde of its own, ồ is ô and a grave accent.
    const bytes = Buffer.from('Ma\xde h\xf4\xcc s\xf5;\xd0\nH1;2', 'latin1');
    expect((await linesOf(bytes))[1]).toEqual([1, ['Mã hồ sơ', 'Đ']]);
  });

  it('keeps the columns of a layout nobody knows', async () => {
    expect((await linesOf('Cột A|x,Cột B\n1,2\n3,4'))[1]).toEqual([1, ['Cột A|x', 'Cột B']]);
  });
});
