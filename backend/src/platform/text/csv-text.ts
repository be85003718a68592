import { writable } from './straight.ts';

/** A cell that a spreadsheet would take for a formula is a text all the same. */
const FORMULA = /^[=+\-@\t\r\n＝＋－＠]/;

const cellOf = (cell: string | number | null): string => {
  const text = cell === null ? '' : writable(String(cell));
  const inert = typeof cell === 'string' && FORMULA.test(text) ? `'${text}` : text;
  return /[",;\r\n]/.test(inert) ? `"${inert.replaceAll('"', '""')}"` : inert;
};

type CsvRow = readonly (string | number | null)[];

/** One row of such a table, ended as RFC 4180 has it. */
export const csvLine = (row: CsvRow): string => `${row.map(cellOf).join(',')}\r\n`;

/** By what spreadsheets know a text for UTF-8. */
export const CSV_MARK = '\uFEFF';

/** A table as spreadsheets open it. */
export const csvText = (rows: readonly CsvRow[]): string => CSV_MARK + rows.map(csvLine).join('');
