import { zipOf, type ZipPart } from './zip.ts';

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006/relationships';

const relation = (id: string, type: string, target: string): string =>
  `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;

const relations = (...lines: readonly string[]): string =>
  `<Relationships xmlns="${PACKAGE}">${lines.join('')}</Relationships>`;

/** What a cell is told with: a text, or XML of its own. */
export type CellTold = string | { readonly xml: string };

const letters = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : letters(Math.floor(place / 26) - 1) + letters(place % 26);

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

const cellXml = (cell: CellTold, reference: string): string => {
  if (typeof cell !== 'string') return cell.xml.replace('<c', `<c r="${reference}"`);
  return cell === ''
    ? ''
    : `<c r="${reference}" t="inlineStr"><is><t>${escaped(cell)}</t></is></c>`;
};

export const sheetXml = (rows: readonly (readonly CellTold[])[]): string => {
  const told = rows.map((cells, row) => {
    const line = cells.map((cell, place) => cellXml(cell, `${letters(place)}${row + 1}`));
    return `<row r="${row + 1}">${line.join('')}</row>`;
  });
  return `<worksheet><sheetData>${told.join('')}</sheetData></worksheet>`;
};

/** Style 1 is a day, style 2 a moment. */
const STYLES =
  '<styleSheet><numFmts count="1"><numFmt numFmtId="164" formatCode="dd/mm/yyyy\\ hh:mm"/></numFmts>' +
  '<cellXfs count="3"><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>';

/** The parts of a workbook with these sheets, to be changed before they are packed. */
export const workbookParts = (
  sheets: readonly string[],
  more: { readonly shared?: string; readonly workbookPr?: string } = {},
): ZipPart[] => [
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: '_rels/.rels', content: relations(relation('r', 'officeDocument', 'xl/workbook.xml')) },
  {
    name: 'xl/workbook.xml',
    content: `<workbook xmlns:r="${RELATIONS}">${more.workbookPr ?? ''}<sheets>${sheets
      .map((_, index) => `<sheet name="S${index + 1}" sheetId="${index + 1}" r:id="s${index}"/>`)
      .join('')}</sheets></workbook>`,
  },
  {
    name: 'xl/_rels/workbook.xml.rels',
    content: relations(
      relation('styles', 'styles', 'styles.xml'),
      relation('shared', 'sharedStrings', '/xl/sharedStrings.xml'),
      ...sheets.map((_, index) => relation(`s${index}`, 'worksheet', `worksheets/${index}.xml`)),
    ),
  },
  { name: 'xl/styles.xml', content: STYLES },
  { name: 'xl/sharedStrings.xml', content: more.shared ?? '<sst/>' },
  ...sheets.map((content, index) => ({ name: `xl/worksheets/${index}.xml`, content })),
];

/** A workbook of one sheet, as a system exports it. */
export const workbookOf = (rows: readonly (readonly CellTold[])[]): Buffer =>
  zipOf(workbookParts([sheetXml(rows)]));
