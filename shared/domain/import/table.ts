import { isExample } from './example.ts';
import { columnOf, plainTitle, type NationalColumn } from './title.ts';

/** A row as it stands in the file: its number there, as people count, and its cells. */
export interface SheetRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Which column a title means. */
export type Naming = (title: string) => NationalColumn | undefined;

/** Where each column stands in the rows below the header. */
export interface Header {
  /** How many rows stand above the first one of data. */
  readonly below: number;
  readonly places: ReadonlyMap<NationalColumn, number>;
  /** What stands over each place, groups before their parts. */
  readonly titles: readonly string[];
  /** The rows of the header, as they may be printed again on the next page. */
  readonly rows: readonly (readonly string[])[];
}

export type HeaderFault =
  | { readonly code: 'not-a-dossier-list' }
  | { readonly code: 'columns-missing'; readonly columns: readonly NationalColumn[] }
  | { readonly code: 'column-given-twice'; readonly columns: readonly NationalColumn[] };

export const TITLE_ROWS = 50;
const FEWEST = 3;
const NEEDED = ['MaTTHC', 'TrangThai'] as const satisfies readonly NationalColumn[];

/** Finds the header under whatever title rows stand above it. A table without dossier codes lists no dossiers. */
export function findHeader(
  rows: Iterable<SheetRow>,
  naming: Naming = columnOf,
): Header | HeaderFault {
  const best = nearest(rows, naming);
  if (best === undefined || best.named.length < FEWEST) return { code: 'not-a-dossier-list' };
  return checked(best);
}

interface Titles {
  readonly number: number;
  readonly named: readonly Named[];
  readonly titles: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Of the first rows, or of two that stand together, what names most columns, the dossier's code among them. */
function nearest(rows: Iterable<SheetRow>, naming: Naming): Titles | undefined {
  let best: Titles | undefined;
  let above: SheetRow | undefined;
  for (const row of rows) {
    if (row.number > TITLE_ROWS) break;
    for (const titles of [single(row, naming), ...pair(above, row, naming)]) {
      const hasCode = titles.named.some(({ column }) => column === 'MaHoSo');
      if (hasCode && titles.named.length > (best?.named.length ?? 0)) best = titles;
    }
    above = row;
  }
  return best;
}

interface Named {
  readonly column: NationalColumn;
  readonly place: number;
  readonly exactly: boolean;
}

const named = (column: NationalColumn | undefined, place: number, title: string): Named[] =>
  column === undefined
    ? []
    : [{ column, place, exactly: title.trim().toLowerCase() === column.toLowerCase() }];

const single = ({ number, cells }: SheetRow, naming: Naming): Titles => ({
  number,
  titles: cells,
  rows: [cells],
  named: cells.flatMap((cell, place) => named(naming(cell), place, cell)),
});

/** Two rows of titles: a group over its parts (*Thời gian* over *Tiếp nhận*), or a title over an empty cell. */
function pair(above: SheetRow | undefined, below: SheetRow, naming: Naming): readonly Titles[] {
  if (above?.number !== below.number - 1) return [];
  const width = Math.max(above.cells.length, below.cells.length);
  const titles: string[] = [];
  const found: Named[] = [];
  let group = '';
  for (let place = 0; place < width; place += 1) {
    const [top, part] = [textAt(above, place), textAt(below, place)];
    // A cell that spans several columns has its text in the first of them.
    if (top !== '' || part === '') group = top;
    const title = `${group} ${part}`.trim();
    titles.push(title);
    found.push(...named(naming(title) ?? naming(part), place, part === '' ? top : part));
  }
  return [{ number: below.number, titles, rows: [above.cells, below.cells], named: found }];
}

const textAt = ({ cells }: SheetRow, place: number): string => (cells[place] ?? '').trim();

function checked({ number, named: all, titles, rows }: Titles): Header | HeaderFault {
  const places = new Map<NationalColumn, number>();
  const twice: NationalColumn[] = [];
  // Of two titles for one column the portal's own name is meant; of two others nobody knows.
  for (const { column, place, exactly } of all.toSorted(
    (a, b) => Number(b.exactly) - Number(a.exactly),
  )) {
    const first = all.find((each) => each.column === column && each.exactly);
    if (!places.has(column)) places.set(column, place);
    else if (first === undefined || exactly) twice.push(column);
  }
  if (twice.length > 0) return { code: 'column-given-twice', columns: twice };
  const missing = NEEDED.filter((column) => !places.has(column));
  return missing.length > 0
    ? { code: 'columns-missing', columns: missing }
    : { below: number, places, titles, rows };
}

/** By its marks: Mr Tống is no total. */
const TOTALS = /^(?:tổng|cộng)(?:\s+(?:cộng|số|hợp))?(?=[\s:.(]|$)/iu;
/** A group is numbered as an outline is: *I*, *A*, *1*, *2.1*. */
const OUTLINE = /^(?:[ivx]+|[a-z]|\d+(?:\.\d+)*)[.)]?$/iu;
const COUNTED = /^\(?(\d{1,3})\)?$/u;

/**
 * Whether a row below the header is no dossier at all: empty, the title of a group, totals, the numbers of the
 * columns, an example, or the header printed again on the next page.
 */
export function isNoDossier({ cells }: SheetRow, { places, rows }: Header): boolean {
  const said = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  if (isCounting(said) || rows.some((each) => isSameRow(each, cells))) return true;
  const code = textIn(cells, places.get('MaHoSo'));
  if (isNoCode(code)) return true;
  if (isGroup(said, code)) return true;
  return !/\d/u.test(code) && (said.some(isTotals) || isRemark(cells, code, places));
}

const isNoCode = (code: string): boolean => columnOf(code) === 'MaHoSo' || isExample(code);

const isGroup = (said: readonly string[], code: string): boolean =>
  said.length <= 1 ||
  (said.length === 2 && ['', said[0]].includes(code) && OUTLINE.test(said[0] ?? ''));

/** The title of a group, or who signs the list: words where a code would be, and nothing a dossier needs. */
const isRemark = (cells: readonly string[], code: string, places: Header['places']): boolean =>
  code !== '' &&
  NEEDED.every((column) => places.has(column) && textIn(cells, places.get(column)) === '');

const textIn = (cells: readonly string[], place = -1): string => (cells[place] ?? '').trim();

const isTotals = (cell: string): boolean => TOTALS.test(cell.normalize('NFC').trim());

/** `(1) (2) (3) …` under the titles. */
const isCounting = (said: readonly string[]): boolean =>
  said.length >= 3 && said.every((cell, index) => Number(COUNTED.exec(cell)?.[1]) === index + 1);

const isSameRow = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length &&
  one.every((cell, place) => plainTitle(cell) === plainTitle(other[place] ?? ''));

/** With this a text stands before a spreadsheet that would take it for a formula: `'+84 912 345 678`. */
const INERT = /^'(?=[=+\-@＝＋－＠])/;

/** What pages put between letters where a line may be broken, and nobody sees. */
const UNSEEN = /[\u00AD\u200B-\u200D\u2060\uFEFF]/gu;

/** The cells of a row by their columns, without breaks and blanks that say nothing; empty ones are not there. */
export function cellsByColumn(
  { cells }: SheetRow,
  { places }: Pick<Header, 'places'>,
): Partial<Record<NationalColumn, string>> {
  const entries = [...places].flatMap(([column, place]) => {
    const text = plainText(cells[place] ?? '');
    const cell = text.replace(INERT, '');
    return cell === '' ? [] : [[column, cell] as const];
  });
  return Object.fromEntries(entries);
}

const plainText = (cell: string): string =>
  cell.normalize('NFC').replaceAll(UNSEEN, '').replaceAll(/\s+/gu, ' ').trim();
