import type { Cells, Sized, Table } from './cells.ts';

/** One identity of a form, with both its sides: stored and shown with every report. */
export interface Check {
  readonly id: string;
  readonly ok: boolean;
  readonly left: number;
  readonly right: number;
  /** Rows in which it fails although the sums agree. */
  readonly failingRows: readonly string[];
}

/** `whole` must hold exactly what the parts hold together, in every row and in the total. */
export interface Identity<Column extends string> {
  readonly id: string;
  readonly whole: readonly Column[];
  readonly parts: readonly Column[];
}

export function checkIdentity<Column extends string>(
  table: Table<Column, Sized>,
  { id, whole, parts }: Identity<Column>,
): Check {
  const [left, right] = [sumOf(table.total, whole), sumOf(table.total, parts)];
  const failingRows = table.rows
    .filter(({ cells }) => sumOf(cells, whole) !== sumOf(cells, parts))
    .map(({ key }) => key);
  return { id, ok: left === right && failingRows.length === 0, left, right, failingRows };
}

/** The total of a column against the sum of its rows: nobody is lost between rows. */
export function checkColumnSum<Column extends string>(
  table: Table<Column, Sized>,
  column: Column,
): Check {
  const left = table.total[column].length;
  const right = table.rows.reduce((sum, { cells }) => sum + cells[column].length, 0);
  return { id: `column-sum:${column}`, ok: left === right, left, right, failingRows: [] };
}

const sumOf = <Column extends string>(
  cells: Cells<Column, Sized>,
  columns: readonly Column[],
): number => columns.reduce((sum, column) => sum + cells[column].length, 0);
