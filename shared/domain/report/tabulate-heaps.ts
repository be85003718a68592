import type { Sized, Table } from './cells.ts';
import { rowsOf, type RowNames } from './tabulate.ts';

/** Dossiers that stand in the same row and the same columns; who only counts need not know them apart. */
export interface Heap<Column extends string> extends Sized {
  readonly row: string;
  readonly columns: readonly Column[];
}

type Counting<Column extends string> = Record<Column, { length: number }>;

/**
 * The table of heaps already counted, as `tabulate` makes it of dossiers: same rows, same order, same sums.
 *
 * @example tabulateHeaps(II06B_COLUMNS, [{ row: 'Hộ tịch', columns: ['total', 'pending'], length: 5 }])
 */
export function tabulateHeaps<Column extends string>(
  columns: readonly Column[],
  heaps: Iterable<Heap<Column>>,
  names: RowNames = {},
): Table<Column, Sized> {
  const total = emptyCounts(columns);
  const rows = new Map<string, Counting<Column>>();
  for (const heap of heaps) {
    const key = heap.row.normalize('NFC');
    const cells = rows.get(key) ?? emptyCounts(columns);
    rows.set(key, cells);
    for (const column of heap.columns) {
      cells[column].length += heap.length;
      total[column].length += heap.length;
    }
  }
  return { rows: rowsOf(rows, names), total };
}

const emptyCounts = <Column extends string>(columns: readonly Column[]): Counting<Column> =>
  Object.fromEntries(
    columns.map((column) => [column, { length: 0 }]),
  ) as unknown as Counting<Column>;
