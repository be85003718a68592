import type { Share } from './share.ts';

/** A cell is the set of dossiers counted in it, by id; its number is its size. */
export type Members = readonly string[];

/** What checks and shares ask of a cell; who only counts keeps nothing else of it. */
export interface Sized {
  readonly length: number;
}

export type Cells<Column extends string, Cell extends Sized = Members> = Readonly<
  Record<Column, Cell>
>;

export interface Row<Column extends string, Cell extends Sized = Members> {
  /** Text of the field (NFC), or the code or id of what the row stands for. */
  readonly key: string;
  readonly label: string;
  readonly cells: Cells<Column, Cell>;
}

export interface Table<Column extends string, Cell extends Sized = Members> {
  readonly rows: readonly Row<Column, Cell>[];
  readonly total: Cells<Column, Cell>;
}

/** The row of the sums, for whoever asks for a cell by its row. */
export const TOTAL_ROW = 'total';

/**
 * The dossiers of one cell. Lists, exports and checks all ask here, so that a list is always as long as the
 * number it explains; a row that the report does not have holds nobody.
 *
 * @example membersOf(report, 'Hộ tịch', 'resolvedLate') // ['0196…'] for 15/12/2025 – 19/05/2026
 */
export function membersOf<Column extends string>(
  table: Table<Column>,
  row: string,
  column: Column,
): Members {
  if (row === TOTAL_ROW) return table.total[column];
  const key = row.normalize('NFC');
  return table.rows.find((candidate) => candidate.key === key)?.cells[column] ?? [];
}

/** How many dossiers each cell of a row holds. */
export function numbersOf<Column extends string>(
  cells: Cells<Column, Sized>,
): Record<Column, number> {
  const entries = Object.entries<Sized>(cells).map(([column, { length }]) => [column, length]);
  return Object.fromEntries(entries) as Record<Column, number>;
}

/**
 * What a row has of a column's total: *cơ cấu lĩnh vực*.
 *
 * @example shareOfTotal(report, 'Chứng thực', 'total') // 10525 of 12536 for 15/12/2025 – 19/05/2026
 */
export const shareOfTotal = <Column extends string>(
  table: Table<Column>,
  row: string,
  column: Column,
): Share => ({
  numerator: membersOf(table, row, column).length,
  denominator: table.total[column].length,
});
