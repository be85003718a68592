import type { CellQuery } from '#contract/reports';

/** A number somebody has opened: what to ask for, and what to call it. */
export interface OpenedCell {
  /** Where its dossiers are listed. */
  readonly path: string;
  readonly query: Readonly<Record<string, string | number | undefined>>;
  readonly heading: string;
  readonly count: number;
}

/** A press on a number of a table. */
export interface CellPress {
  readonly row: string;
  readonly rowLabel: string;
  readonly column: string;
  readonly count: number;
  readonly part?: CellQuery['part'];
}
