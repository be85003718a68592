import writeExcelFile, { type Feature, type Image } from 'write-excel-file/node';
import { timeless } from '../../platform/zip/timeless.ts';
import { writeSheet, type WideSheet, type WrittenSheet } from './wide-sheet.ts';

type Files = NonNullable<Feature<Image['content']>['files']>;

/** On paper: as wide as the sheet and as long as it needs, pages numbered. */
const printed = (xml: string): string =>
  xml
    .replace('<sheetViews', '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews')
    .replace(
      /<pageSetup ([^>]*?)\/>/,
      '<pageSetup $1 fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C&amp;P/&amp;N</oddFooter></headerFooter>',
    );

const withValues = (xml: string, { computed }: WrittenSheet): string =>
  xml.replaceAll(
    /(<c r="([A-Z]+\d+)"[^>]*><f>)=?([^<]*<\/f>)/g,
    (_whole, cell: string, name: string, formula: string) =>
      `${cell}${formula}<v>${computed.get(name) ?? ''}</v>`,
  );

/** The head of each sheet comes again on every page. */
const titles = (sheets: readonly WideSheet[], written: readonly WrittenSheet[]): string =>
  sheets
    .map(({ name }, at) => {
      const rows = `$1:$${written[at]?.headRows ?? 1}`;
      const area = `'${name.replaceAll("'", "''")}'!${rows}`;
      return `<definedName name="_xlnm.Print_Titles" localSheetId="${at}">${area}</definedName>`;
    })
    .join('');

/** What the library has no option for: values of formulas, fit to width, rows that come again. */
const beyond = (sheets: readonly WideSheet[], written: readonly WrittenSheet[]): Files => ({
  transform: {
    'xl/worksheets/sheet{id}.xml': {
      transform: (xml, _options, { sheetIndex }) => {
        const sheet = written[sheetIndex];
        return sheet === undefined ? xml : printed(withValues(xml, sheet));
      },
    },
    'xl/workbook.xml': {
      transform: (xml) =>
        xml.replace(
          /<definedNames\s*\/>|<definedNames><\/definedNames>/,
          `<definedNames>${titles(sheets, written)}</definedNames>`,
        ),
    },
  },
});

/** Tables of the office as a workbook; the same tables are the same bytes. */
export async function workbook(sheets: readonly WideSheet[]): Promise<Buffer> {
  const written = sheets.map(writeSheet);
  const bytes = await writeExcelFile(
    sheets.map(({ name, widths }, at) => ({
      data: written[at]?.data ?? [],
      sheet: name,
      orientation: 'landscape' as const,
      stickyRowsCount: written[at]?.headRows ?? 0,
      columns: widths.map((width) => ({ width })),
    })),
    { fontFamily: 'Times New Roman', fontSize: 11, features: [{ files: beyond(sheets, written) }] },
  ).toBuffer();
  return timeless(bytes);
}
