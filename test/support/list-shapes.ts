import { workbookOf } from './workbook-file.ts';

export type Cells = readonly (readonly string[])[];

const quoted = (cell: string, divider: string): string =>
  cell.startsWith('"') || cell.includes(divider) || /[\r\n]/.test(cell)
    ? `"${cell.replaceAll('"', '""')}"`
    : cell;

const divided = (rows: Cells, divider: string): string =>
  rows.map((cells) => cells.map((cell) => quoted(cell, divider)).join(divider)).join('\r\n');

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');

const tableRows = (rows: Cells, cell: (text: string) => string): string =>
  rows.map((cells) => `<tr>${cells.map(cell).join('')}</tr>`).join('\n');

/** A page a system calls `.xls`: a spreadsheet opens it, and nobody sees that it is none. */
const pageAsXls = (rows: Cells): string =>
  `<html xmlns:x="urn:schemas-microsoft-com:office:excel"><head><meta charset="utf-8">
   <style>td { mso-number-format: "\\@" } .so { color: red }</style></head><body>
   <table border="1">${tableRows(rows, (text) => `<td class="so">${escaped(text)}</td>`)}</table></body></html>`;

/** What a browser puts on the clipboard beside the plain text, cells in pieces as pages have them. */
const copiedFromPage = ([head = [], ...rows]: Cells): string => {
  const titles = tableRows([head], (text) => `<th scope="col"><b>${escaped(text)}</b></th>`);
  const cell = (text: string): string =>
    `<td style="padding: 4px">\n  <span>${escaped(text)}</span>\n</td>`;
  return `<meta charset='utf-8'><table><thead>${titles}</thead><tbody>${tableRows(rows, cell)}</tbody></table>`;
};

/** A workbook saved as XML, in which nothing stands for a cell that says nothing. */
const workbookAsXml = (rows: Cells): string => {
  const told = rows.map((cells) => {
    const line = cells.map((text, place) =>
      text === ''
        ? ''
        : `<Cell ss:Index="${place + 1}"><Data ss:Type="String">${escaped(text)}</Data></Cell>`,
    );
    return `<Row>${line.join('')}</Row>`;
  });
  return `<?xml version="1.0"?>\n<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
    xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Hồ sơ"><Table>
    ${told.join('\n')}</Table></Worksheet></Workbook>`;
};

/** The same list in every shape in which offices have been seen to bring one. */
export const LIST_SHAPES = {
  'a file of commas': (rows) => divided(rows, ','),
  'a file of semicolons': (rows) => `\uFEFF${divided(rows, ';')}`,
  'rows between tabs': (rows) => divided(rows, '\t'),
  'a page called .xls': pageAsXls,
  'a table copied from a page': copiedFromPage,
  'a workbook saved as XML': workbookAsXml,
  'a workbook': (rows) => workbookOf(rows),
} as const satisfies Record<string, (rows: Cells) => Buffer | string>;

export type ListShape = keyof typeof LIST_SHAPES;

export const listShapes = Object.keys(LIST_SHAPES) as readonly ListShape[];
