import { headHeights, linesWithin } from '../document/head-lines.ts';
import { spread, type HeadCell, type WideTable } from '../document/wide-table.ts';
import { writable } from '../../platform/text/straight.ts';

/** A formula with what it comes to: programs that do not calculate show the same as those that do. */
interface Computed {
  readonly formula: string;
  readonly value: number;
  readonly format?: string;
}

/** A number or a day that is not read as counts and moments are. */
interface Formatted {
  readonly value: number | Date;
  readonly format: string;
}

export type SheetCell = string | number | Date | Computed | Formatted | null;

/** A table of the office as a sheet: headlines, its head as it is printed, and real numbers. */
export interface WideSheet {
  readonly name: string;
  readonly headlines: readonly string[];
  /** *Đơn vị tính: …* */
  readonly measure: string;
  readonly head: WideTable['head'];
  readonly places: readonly string[];
  /** In characters. */
  readonly widths: readonly number[];
  readonly rows: readonly (readonly SheetCell[])[];
  readonly totals: readonly (readonly SheetCell[])[];
  /** Proofs and notes under the table. */
  readonly below: readonly (readonly SheetCell[])[];
}

/** A cell as the library takes it. */
interface Written {
  readonly value?: string | number | Date;
  readonly type?: StringConstructor | NumberConstructor | DateConstructor | 'Formula';
  readonly [look: string]: unknown;
}

type Row = (Written | null)[];

export interface WrittenSheet {
  readonly data: Row[];
  /** Rows that come again on every page. */
  readonly headRows: number;
  /** What the formulas come to, by the names of their cells. */
  readonly computed: ReadonlyMap<string, number>;
}

/** Letters of a column as spreadsheets name them: the first is A. */
export const letterOf = (index: number): string =>
  index < 26
    ? String.fromCharCode(65 + index)
    : `${letterOf(Math.floor(index / 26) - 1)}${letterOf(index % 26)}`;

/** `C9:C20`: a column of a table. */
export const rangeOf = (column: number, from: number, to: number): string =>
  `${letterOf(column)}${from}:${letterOf(column)}${to}`;

/** The row of the first line of a table, counted from one. */
export const firstRowOf = ({
  headlines,
  head,
  places,
}: Pick<WideSheet, 'headlines' | 'head' | 'places'>): number =>
  headlines.length + 1 + head.length + (places.length > 0 ? 1 : 0) + 1;

const FRAME = { borderStyle: 'thin' } as const;
const MIDDLE = { align: 'center', alignVertical: 'center' } as const;
const COUNT = '#,##0';
/** Points of a line: a row is as high as its longest text, which not every program finds out by itself. */
const LINE = 15;
const MOMENT = 'dd/mm/yyyy hh:mm';

const text = (value: string, look: object = {}): Written => ({
  ...{ value: writable(value), type: String },
  ...look,
});

/** Texts stay texts: whatever stands in them is never a formula. */
function written(cell: SheetCell, look: object): Written | null {
  if (cell === null) return null;
  if (typeof cell === 'string') return text(cell, { wrap: true, ...look });
  if (typeof cell === 'number') return { value: cell, type: Number, format: COUNT, ...look };
  if (cell instanceof Date) return { value: cell, type: Date, format: MOMENT, ...look };
  if ('formula' in cell) {
    return { value: cell.formula, type: 'Formula', format: cell.format ?? COUNT, ...look };
  }
  const { value, format } = cell;
  return { value, type: value instanceof Date ? Date : Number, format, ...look };
}

const headRow = (row: readonly (HeadCell | null)[]): Row =>
  row.map((cell) =>
    cell === null
      ? null
      : text(cell.text, {
          ...{ ...FRAME, ...MIDDLE, fontWeight: 'bold', wrap: true },
          ...(cell.columns !== undefined && { columnSpan: cell.columns }),
          ...(cell.rows !== undefined && { rowSpan: cell.rows }),
        }),
  );

const high = (row: Row, lines: number): Row =>
  row.map((cell) => (cell === null ? null : { ...cell, height: lines * LINE }));

/** As many lines as its longest text needs in its column. */
const linesIn = (cells: readonly SheetCell[], widths: readonly number[]): number =>
  Math.max(
    1,
    ...cells.map((cell, at) =>
      typeof cell === 'string' ? linesWithin(cell, widths[at] ?? 10) : 1,
    ),
  );

const isComputed = (cell: SheetCell): cell is Computed =>
  typeof cell === 'object' && cell !== null && 'formula' in cell;

function computedIn(rows: readonly (readonly SheetCell[])[], first: number): [string, number][] {
  return rows.flatMap((row, at) =>
    row.flatMap((cell, column): [string, number][] =>
      isComputed(cell) ? [[`${letterOf(column)}${first + at}`, cell.value]] : [],
    ),
  );
}

/** Everything of a sheet, row by row. */
export function writeSheet(sheet: WideSheet): WrittenSheet {
  const { headlines, measure, head, places, widths, rows, totals, below } = sheet;
  const all = { columnSpan: widths.length };
  const framed = (lines: WideSheet['rows'], look: object = {}): Row[] =>
    lines.map((row) =>
      high(
        row.map((cell) => written(cell, { ...FRAME, alignVertical: 'center', ...look })),
        linesIn(row, widths),
      ),
    );
  const grid = spread(head, widths.length);
  const heights = headHeights(grid, widths, linesWithin);
  const data: Row[] = [
    ...headlines.map((line) => [text(line, { ...all, align: 'center', fontWeight: 'bold' })]),
    [text(measure, { ...all, align: 'right', fontStyle: 'italic' })],
    ...grid.map((row, at) => high(headRow(row), heights[at] ?? 1)),
    ...(places.length > 0
      ? [
          high(
            places.map((place) => text(place, { ...FRAME, ...MIDDLE, wrap: true })),
            linesIn(places, widths),
          ),
        ]
      : []),
    ...framed(rows),
    ...framed(totals, { fontWeight: 'bold' }),
    [],
    ...below.map((row) => row.map((cell) => written(cell, { wrap: false }))),
  ];
  const first = firstRowOf(sheet);
  const lines = [...rows, ...totals, [], ...below];
  return { data, headRows: first - 1, computed: new Map(computedIn(lines, first)) };
}
