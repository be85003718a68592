import type { Cells, Row, Sized, Table } from './cells.ts';
import { compareVietnamese } from './vietnamese-order.ts';

/** Where one dossier stands in a table: its row and every column that counts it. */
export interface Place<Column extends string> {
  readonly id: string;
  readonly row: string;
  readonly columns: readonly Column[];
}

export interface RowNames {
  /** Keys in the order the unit's catalogue gives them; rows not named follow alphabetically. */
  readonly order?: readonly string[] | undefined;
  readonly labels?: ReadonlyMap<string, string> | undefined;
}

type Growing<Column extends string> = Record<Column, string[]>;

/** The table in which every dossier stands at its place; a row is there as soon as somebody stands in it. */
export function tabulate<Column extends string>(
  columns: readonly Column[],
  places: Iterable<Place<Column>>,
  names: RowNames = {},
): Table<Column> {
  const total = emptyCells(columns);
  const rows = new Map<string, Growing<Column>>();
  // The same few keys come a million times, as they were typed: each is normalised once.
  const known = new Map<string, Growing<Column>>();
  for (const place of places) {
    let cells = known.get(place.row);
    if (cells === undefined) {
      cells = cellsOfRow(rows, place.row.normalize('NFC'), columns);
      known.set(place.row, cells);
    }
    for (const column of place.columns) {
      cells[column].push(place.id);
      total[column].push(place.id);
    }
  }
  return { rows: rowsOf(rows, names), total };
}

/**
 * Tables of several units as one: whoever stands in one of them stands in it.
 *
 * @example tablesTogether(['handled'], [ofOneUnit, ofAnother]).total.handled // the dossiers of both
 */
export function tablesTogether<Column extends string>(
  columns: readonly Column[],
  tables: readonly Table<Column>[],
  names: RowNames = {},
): Table<Column> {
  const total = emptyCells(columns);
  const rows = new Map<string, Growing<Column>>();
  for (const table of tables) {
    for (const { key, cells } of table.rows) append(cellsOfRow(rows, key, columns), cells, columns);
    append(total, table.total, columns);
  }
  return { rows: rowsOf(rows, names), total };
}

/** One by one: a city has more members than a call has room for arguments. */
function append<Column extends string>(
  growing: Growing<Column>,
  cells: Cells<Column>,
  columns: readonly Column[],
): void {
  for (const column of columns) for (const id of cells[column]) growing[column].push(id);
}

/** The rows in the order of the form, with the names a reader knows them by. */
export const rowsOf = <Column extends string, Cell extends Sized>(
  rows: ReadonlyMap<string, Cells<Column, Cell>>,
  names: RowNames,
): readonly Row<Column, Cell>[] => inOrder(labelled(rows, names), names.order ?? []);

function cellsOfRow<Column extends string>(
  rows: Map<string, Growing<Column>>,
  key: string,
  columns: readonly Column[],
): Growing<Column> {
  const known = rows.get(key);
  if (known !== undefined) return known;
  const cells = emptyCells(columns);
  rows.set(key, cells);
  return cells;
}

function emptyCells<Column extends string>(columns: readonly Column[]): Growing<Column> {
  return Object.fromEntries(columns.map((column) => [column, []])) as unknown as Growing<Column>;
}

function labelled<Column extends string, Cell extends Sized>(
  rows: ReadonlyMap<string, Cells<Column, Cell>>,
  { labels }: RowNames,
): readonly Row<Column, Cell>[] {
  return [...rows].map(([key, cells]) => ({ key, label: labels?.get(key) ?? key, cells }));
}

function inOrder<Column extends string, Cell extends Sized>(
  rows: readonly Row<Column, Cell>[],
  order: readonly string[],
): readonly Row<Column, Cell>[] {
  const rank = new Map(order.map((key, index) => [key.normalize('NFC'), index]));
  const rankOf = (row: Row<Column, Cell>): number => rank.get(row.key) ?? order.length;
  return [...rows].sort(
    (a, b) =>
      rankOf(a) - rankOf(b) ||
      compareVietnamese(a.label, b.label) ||
      compareVietnamese(a.key, b.key),
  );
}
