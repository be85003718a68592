import { II06B_COLUMNS, columnsOf } from '../report/index.ts';
import type { Paragraph, Place } from './written-text.ts';

type FormName = 'ii06b' | 'digitisation';

/** One row of a form: its numbers by the places of the columns; null where a cell is empty. */
export interface TableRow extends Place {
  readonly label: string;
  readonly numbers: readonly (number | null)[];
  readonly isTotal: boolean;
}

export interface FormTable {
  readonly form: FormName;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
  readonly total: TableRow | null;
  readonly heading: string;
}

/** Columns (3) to (21) of Phụ lục 01. */
const FILE_COLUMNS = Array.from({ length: 19 }, (_, place) => `(${String(place + 3)})`);

const NUMBER = /^\d[\d.,]*\s*%?$/;

const numberIn = (cell: string): number | null => {
  if (!NUMBER.test(cell)) return null;
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(cell)) return Number(cell.replace(/[.,]/g, ''));
  return Number(cell.replace(/\s*%$/, '').replace(',', '.'));
};

const widths: Readonly<Record<number, FormName>> = {
  [II06B_COLUMNS.length]: 'ii06b',
  [columnsOf(13).length]: 'ii06b',
  [FILE_COLUMNS.length]: 'digitisation',
};

const TOTAL = /^\W*(?:tong|cong)\b/;

/** Number, label, then the figures; a row that is no more than labels or the numbers of columns is none. */
function rowOf({ cells, plain, from, to }: Paragraph): TableRow | undefined {
  if (cells === null) return undefined;
  const isTotal = TOTAL.test(plain);
  const told = dataOf(cells, isTotal);
  const numbers = told.map(numberIn);
  const isFull = numbers.filter((number) => number !== null).length >= (isTotal ? 10 : told.length);
  if (!(numbers.length in widths) || !isFull) return undefined;
  return { label: labelOf(cells), numbers, isTotal, from, to };
}

function dataOf(cells: readonly string[], isTotal: boolean): readonly string[] {
  const wide = cells.slice(2);
  if (wide.length in widths && !/\d/.test(cells[1] ?? '')) return wide;
  const begins = cells.findIndex((cell, place) => place > 0 && NUMBER.test(cell));
  const data = begins < 0 ? [] : cells.slice(begins);
  return isTotal || data.length in widths ? data : [];
}

const labelOf = (cells: readonly string[]): string => {
  const [first = '', second = ''] = cells;
  const named = second !== '' && !NUMBER.test(second) ? second : first;
  return named.replace(/^\d+\s+/, '');
};

const columnNames = (form: FormName, width: number): readonly string[] => {
  if (form === 'digitisation') return FILE_COLUMNS;
  return width === II06B_COLUMNS.length ? II06B_COLUMNS : columnsOf(13);
};

/** The forms a report carries, whichever way their cells were parted. */
export function tablesIn(paragraphs: readonly Paragraph[]): readonly FormTable[] {
  const tables: { width: number; rows: TableRow[]; at: number; closed: boolean }[] = [];
  for (const paragraph of paragraphs) {
    const row = rowOf(paragraph);
    if (row === undefined) continue;
    const open = tables.at(-1);
    const goesOn = open?.closed === false && open.width === row.numbers.length;
    if (goesOn) open.rows.push(row);
    else {
      tables.push({ width: row.numbers.length, rows: [row], at: paragraph.index, closed: false });
    }
    const last = tables.at(-1);
    if (row.isTotal && last !== undefined) last.closed = true;
  }
  return tables.flatMap(({ width, rows, at }) => {
    const form = widths[width];
    if (form === undefined) return [];
    const heading = headingOver(paragraphs, at);
    const columns = columnNames(form, width);
    const total = rows.find(({ isTotal }) => isTotal) ?? null;
    return [{ form, columns, rows: rows.filter((row) => !row.isTotal), total, heading }];
  });
}

const headingOver = (paragraphs: readonly Paragraph[], at: number): string =>
  paragraphs
    .slice(Math.max(0, at - 14), at)
    .map(({ plain }) => plain)
    .join('\n');

/** The sum of a column over the report: its total, else what its rows add up to. */
export function totalOf({ columns, rows, total }: FormTable, column: string) {
  const place = columns.indexOf(column);
  if (place < 0) return null;
  if (total !== null) return total.numbers[place] ?? null;
  return rows.reduce((sum, row) => sum + (row.numbers[place] ?? 0), 0);
}
