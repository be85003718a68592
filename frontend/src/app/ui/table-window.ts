/** Rows above and below what is seen, so that a quick wheel meets no blank. */
const OVERSCAN = 12;
/** Drawn anew by so many rows at a time: most turns of the wheel change nothing but the place. */
const STEP = 4;

/** What of the list is seen, in pixels. */
export interface View {
  readonly scrolled: number;
  readonly height: number;
  readonly row: number;
}

/** How long the list is, and which stretch of it is held. */
export interface Extent {
  readonly count: number;
  readonly offset: number;
  readonly held: number;
}

export interface TableWindow {
  readonly from: number;
  readonly to: number;
  /** Pixels that stand for the rows not drawn. */
  readonly above: number;
  readonly below: number;
}

/** Counted from the beginning of the list, whether held or not. */
export interface Sight {
  readonly from: number;
  readonly to: number;
}

const within = (at: number, low: number, high: number): number => Math.min(Math.max(at, low), high);

/** Which rows are in sight; never past the end, however far somebody has scrolled in a longer list. */
export const sightOf = ({ scrolled, height, row }: View, { count }: Extent): Sight => {
  const from = within(Math.floor(scrolled / row), 0, Math.max(0, count - 1));
  return { from, to: Math.min(count, from + Math.ceil(height / row) + 1) };
};

/** Which rows of many are drawn. Every row has the same height, so a quarter of a million costs nothing. */
export const windowOf = (view: View, extent: Extent): TableWindow => {
  const { count, offset, held } = extent;
  const [first, shown] = [sightOf(view, extent).from, Math.ceil(view.height / view.row) + 1];
  const begin = Math.floor((first - OVERSCAN) / STEP) * STEP;
  const end = Math.ceil((first + shown + OVERSCAN) / STEP) * STEP;
  const from = within(begin, offset, offset + held);
  const to = within(end, from, offset + held);
  // Where nothing is held yet, the empty rows stand where they will be.
  const above = to > from ? from : Math.min(Math.max(begin, 0), count);
  return {
    ...{ from, to },
    above: above * view.row,
    below: (count - above - (to - from)) * view.row,
  };
};

export const isSameWindow = (one: TableWindow, other: TableWindow): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  one.above === other.above &&
  one.below === other.below;

export const isSameSight = (one: Sight, other: Sight): boolean =>
  one.from === other.from && one.to === other.to;
