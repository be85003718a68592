import { isExample } from '../example.ts';
import { MENDING_TITLES } from '../mending.ts';
import type { SheetRow } from '../table.ts';
import { plainTitle } from '../title.ts';
import {
  SETUP_COLUMNS,
  SETUP_TITLES,
  type SetupCells,
  type SetupColumn,
  type SetupProfile,
} from './column.ts';

/** Where each column of a list stands, and which titles nobody understood. */
export interface SetupHeader {
  readonly below: number;
  readonly places: ReadonlyMap<SetupColumn, number>;
  readonly ignored: readonly string[];
}

export type SetupHeaderFault =
  | { readonly code: 'not-a-setup-list' }
  | { readonly code: 'column-given-twice'; readonly columns: readonly SetupColumn[] };

/** By what a row is known. */
const KEYS: ReadonlySet<SetupColumn> = new Set([
  SETUP_COLUMNS.procedures[0],
  SETUP_COLUMNS.people[0],
]);

const TITLE_ROWS = 50;
const FEWEST = 2;

const columnOf = (profile: SetupProfile, title: string): SetupColumn | undefined => {
  const plain = plainTitle(title);
  return SETUP_COLUMNS[profile].find((column) =>
    [column, ...SETUP_TITLES[column]].some((each) => plainTitle(each) === plain),
  );
};

/** The row of titles, under whatever stands above it: that which names most columns, the first among them. */
export function findSetupHeader(
  rows: Iterable<SheetRow>,
  profile: SetupProfile,
): SetupHeader | SetupHeaderFault {
  const [key] = SETUP_COLUMNS[profile];
  let best: { readonly row: SheetRow; readonly columns: readonly (SetupColumn | undefined)[] } = {
    row: { number: 0, cells: [] },
    columns: [],
  };
  for (const row of rows) {
    if (row.number > TITLE_ROWS) break;
    const columns = row.cells.map((cell) => columnOf(profile, cell));
    if (columns.includes(key) && known(columns).length > known(best.columns).length) {
      best = { row, columns };
    }
  }
  if (known(best.columns).length < FEWEST) return { code: 'not-a-setup-list' };
  return headerOf(best.row, best.columns);
}

const known = (columns: readonly (SetupColumn | undefined)[]): readonly SetupColumn[] =>
  columns.filter((column) => column !== undefined);

function headerOf(
  { number, cells }: SheetRow,
  columns: readonly (SetupColumn | undefined)[],
): SetupHeader | SetupHeaderFault {
  const named = known(columns);
  const twice = named.filter((column, index) => named.indexOf(column) < index);
  if (twice.length > 0) return { code: 'column-given-twice', columns: [...new Set(twice)] };
  return {
    below: number,
    places: new Map(columns.flatMap((column, place) => (column ? [[column, place]] : []))),
    ignored: cells
      .map((cell) => cell.trim())
      .filter((cell, place) => cell !== '' && columns[place] === undefined && !saysNothing(cell)),
  };
}

/** The number of a row says nothing, nor does what was wrong with it; nobody misses either. */
const saysNothing = (title: string): boolean => SILENT.has(plainTitle(title));

const SILENT: ReadonlySet<string> = new Set(
  ['STT', 'TT', 'Số', ...Object.values(MENDING_TITLES)].map(plainTitle),
);

/** A row by its columns; undefined where nothing is said of anything: an empty row, a group, an example. */
export function setupCells(
  { cells }: SheetRow,
  { places }: Pick<SetupHeader, 'places'>,
): SetupCells | undefined {
  const said = [...places].flatMap(([column, place]) => {
    const cell = (cells[place] ?? '').normalize('NFC').replaceAll('\u00A0', ' ').trim();
    return cell === '' ? [] : [[column, cell] as const];
  });
  const isShown = said.some(([column, cell]) => KEYS.has(column) && isExample(cell));
  return said.length < FEWEST || isShown ? undefined : Object.fromEntries(said);
}
