/** A table as another room wants it on paper or in a sheet: plain words and numbers. */
export interface PrintedTable {
  /** The authority and the centre, as the heads of papers have them. */
  readonly head: readonly string[];
  /** The name of the paper, and what it covers. */
  readonly title: readonly [string, ...string[]];
  readonly sheet: string;
  readonly columns: readonly PrintedColumn[];
  readonly rows: readonly (readonly Cell[])[];
  readonly totals: readonly (readonly Cell[])[];
  /** Who signs below, from left to right. */
  readonly signers: readonly string[];
  /** *Xã Mẫu, ngày … tháng … năm …* */
  readonly dateLine: string;
}

interface PrintedColumn {
  readonly label: string;
  /** In characters of the sheet; on paper its share. */
  readonly width: number;
}

/** A number is an amount or a count: it stands at the right, and a sheet can add it up. */
export type Cell = string | number;

const NUMBER = new Intl.NumberFormat('vi-VN');

export const cellText = (cell: Cell): string =>
  typeof cell === 'number' ? NUMBER.format(cell) : cell;
