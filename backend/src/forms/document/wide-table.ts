/** A cell of the head; it may cover several columns and rows. */
export interface HeadCell {
  readonly text: string;
  readonly columns?: number;
  readonly rows?: number;
}

/** A number is a count and stands at the right. */
export type BodyCell = string | number;

/** A table with a head of several rows, repeated on every page. */
export interface WideTable {
  /** Shares of the width; `text` stands at the left, `middle` in the middle. */
  readonly columns: readonly {
    readonly width: number;
    readonly align: 'text' | 'middle' | 'number';
  }[];
  readonly head: readonly (readonly HeadCell[])[];
  /** *(1)*, *(2)*, … under the head. */
  readonly places: readonly string[];
  readonly rows: readonly (readonly BodyCell[])[];
  readonly totals: readonly (readonly BodyCell[])[];
}

/** A place in the head that a cell begins in, or that one covers. */
export type HeadPlace = HeadCell | null;

/**
 * The head place by place: a cell where it begins, null where one from the left or above lies over it.
 *
 * @example spread([[{ text: 'a', rows: 2 }, { text: 'b' }], [{ text: 'c' }]], 2) // [[a, b], [null, c]]
 */
export function spread(
  head: readonly (readonly HeadCell[])[],
  width: number,
): readonly (readonly HeadPlace[])[] {
  const grid: (HeadPlace | undefined)[][] = head.map(() => Array.from({ length: width }));
  head.forEach((cells, row) => {
    for (const cell of cells) {
      const column = grid[row]?.indexOf(undefined) ?? -1;
      if (column < 0) throw new Error(`No room in the head for ${cell.text}`);
      cover(grid, cell, { row, column });
    }
  });
  if (grid.some((row) => row.includes(undefined))) throw new Error('The head has a hole');
  return grid as HeadPlace[][];
}

function cover(
  grid: (HeadPlace | undefined)[][],
  cell: HeadCell,
  at: { readonly row: number; readonly column: number },
): void {
  const { columns = 1, rows = 1 } = cell;
  for (let row = at.row; row < at.row + rows; row += 1) {
    grid[row]?.fill(null, at.column, at.column + columns);
  }
  grid[at.row]?.fill(cell, at.column, at.column + 1);
}

const NUMBER = new Intl.NumberFormat('vi-VN');

export const cellText = (cell: BodyCell): string =>
  typeof cell === 'number' ? NUMBER.format(cell) : cell;
