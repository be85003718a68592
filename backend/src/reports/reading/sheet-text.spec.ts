import { describe, expect, it } from '@jest/globals';
import writeExcelFile from 'write-excel-file/node';
import { sheetXml, workbookOf, workbookParts } from '../../../../test/support/workbook-file.ts';
import { zipOf } from '../../../../test/support/zip.ts';
import { fileText } from './file-text.ts';

const number = (value: string) => ({ xml: `<c><v>${value}</v></c>` });

describe('a report that comes as a workbook', () => {
  it('is read row by row, the words of its cells parted by tabs', async () => {
    const file = await writeExcelFile(
      [
        [{ value: 'Kỳ & số liệu <2026>', type: String }],
        [
          { value: 1, type: Number },
          { value: 'Hộ tịch', type: String },
          { value: 12, type: Number },
        ],
      ],
      { sheet: 'II.06b' },
    ).toBuffer();
    expect(await fileText(file)).toBe('Kỳ & số liệu <2026>\n1\tHộ tịch\t12');
  });

  it('keeps a cell in its column where those before it are empty', async () => {
    expect(await fileText(workbookOf([['', '', number('7.0')]]))).toBe('\t\t7');
  });

  it('is read on every sheet one sees, whatever its part is called, and on none that is hidden', async () => {
    const parts = workbookParts([sheetXml([['một']]), sheetXml([['hai']]), sheetXml([['ba']])]);
    const hidden = parts.map((part) =>
      part.name === 'xl/workbook.xml'
        ? {
            ...part,
            content: String(part.content).replace('sheetId="2"', 'sheetId="2" state="hidden"'),
          }
        : part,
    );
    expect(await fileText(zipOf(hidden))).toBe('một\n\nba');
  });

  it.each([
    ['is none', Buffer.from('PK không phải bảng tính')],
    ['has no workbook', zipOf([{ name: 'xl/worksheets/sheet1.xml', content: '<sheetData/>' }])],
    [
      'brings entities of its own',
      zipOf(workbookParts(['<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet/>'])),
    ],
    ['is cut off', workbookOf([['7']]).subarray(0, 60)],
    ['says more than any report', workbookOf(Array.from({ length: 30_000 }, () => ['12345']))],
  ])('is not read where it %s', async (_what, file) => {
    expect(await fileText(file)).toBeUndefined();
  });

  it('has no more columns than its forms', async () => {
    const wide = Array.from({ length: 100 }, (_, column) => String(column));
    expect((await fileText(workbookOf([wide])))?.split('\t')).toHaveLength(64);
  });
});
