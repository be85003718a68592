import type { HeadCell, HeadPlace } from './wide-table.ts';

/** The mean letter of a bold heading, as a share of its size. */
const LETTER = 0.54;

/** How many lines a text takes where so many letters have room: words are not torn. */
export function linesWithin(text: string, letters: number): number {
  let lines = 1;
  let used = 0;
  for (const word of text.split(' ')) {
    const next = used === 0 ? word.length : used + 1 + word.length;
    if (used > 0 && next > letters) lines += 1;
    used = used > 0 && next > letters ? word.length : next;
  }
  return lines;
}

/** About how many lines a bold heading takes on paper. */
export const linesOf = (text: string, width: number, size: number): number =>
  linesWithin(text, Math.max(1, Math.floor(width / (size * LETTER))));

interface Paper {
  readonly widths: readonly number[];
  readonly size: number;
}

interface Placed {
  readonly cell: HeadCell;
  readonly at: number;
  readonly rows: number;
  readonly lines: number;
}

type Grid = readonly (readonly HeadPlace[])[];
type LinesFor = (text: string, width: number) => number;

const placed = (grid: Grid, widths: readonly number[], linesFor: LinesFor): readonly Placed[] =>
  grid.flatMap((row, at) =>
    row.flatMap((cell, column) => {
      if (cell === null) return [];
      const { columns = 1, rows = 1 } = cell;
      const width = widths.slice(column, column + columns).reduce((sum, each) => sum + each, 0);
      return [{ cell, at, rows, lines: linesFor(cell.text, width) }];
    }),
  );

const between = (heights: readonly number[], at: number, rows: number): number =>
  heights.slice(at, at + rows).reduce((sum, each) => sum + each, 0);

function heightsOf(grid: Grid, cells: readonly Placed[]): readonly number[] {
  const heights = grid.map((_row, at) =>
    Math.max(
      1,
      ...cells.filter((one) => one.rows === 1 && one.at === at).map(({ lines }) => lines),
    ),
  );
  for (const { at, rows, lines } of cells) {
    const last = at + rows - 1;
    heights[last] = (heights[last] ?? 1) + Math.max(0, lines - between(heights, at, rows));
  }
  return heights;
}

/** How many lines each row of the head takes. */
export const headHeights = (
  grid: Grid,
  widths: readonly number[],
  linesFor: LinesFor,
): readonly number[] => heightsOf(grid, placed(grid, widths, linesFor));

/**
 * How many lines stand free above each heading that is to be in the middle of the rows it covers. The printer
 * cannot tell by itself: it loses its place where a cell covers several rows that must not be torn.
 */
export function linesAbove(grid: Grid, { widths, size }: Paper): ReadonlyMap<HeadCell, number> {
  const cells = placed(grid, widths, (text, width) => linesOf(text, width, size));
  const heights = heightsOf(grid, cells);
  return new Map(
    cells.map(({ cell, at, rows, lines }) => [
      cell,
      Math.max(0, (between(heights, at, rows) - lines) / 2),
    ]),
  );
}
