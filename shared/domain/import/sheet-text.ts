import {
  TITLE_ROWS,
  findHeader,
  type Header,
  type HeaderFault,
  type Naming,
  type SheetRow,
} from './table.ts';

/** What may stand between the cells of a text: a table pasted from a page has tabs. */
const DELIMITERS = ['\t', ';', ','] as const;

export type Delimiter = (typeof DELIMITERS)[number];

/** As much as a cell of a spreadsheet holds: a quote that is open for longer is a letter. */
const LONGEST_CELL = 32_767;
/** After so many of them nobody quotes here: a text must not be searched to its end for each of its rows. */
const MOST_OPEN = 1_000;

interface Quoting {
  left: number;
}

/**
 * The rows of a text, quoted as RFC 4180 has it: a cell in quotes may hold anything, quotes doubled. A quote
 * inside a cell that does not begin with one is a letter like any other.
 */
export function* rowsOf(text: string, delimiter: Delimiter): Generator<SheetRow> {
  const from = text.startsWith('\uFEFF') ? 1 : 0;
  const quoting: Quoting = { left: MOST_OPEN };
  let place = from;
  let number = 0;
  while (place < text.length) {
    number += 1;
    const { cells, next } = rowAt({ text, delimiter, quoting }, place);
    place = next;
    yield { number, cells };
  }
}

interface Reading {
  readonly text: string;
  readonly delimiter: Delimiter;
  readonly quoting: Quoting;
}

interface RowRead {
  readonly cells: readonly string[];
  readonly next: number;
}

function rowAt(reading: Reading, from: number): RowRead {
  const { text, delimiter } = reading;
  const cells: string[] = [];
  let place = from;
  for (;;) {
    const { cell, next } = cellAt(reading, place);
    cells.push(cell);
    if (text[next] !== delimiter) return { cells, next: afterLine(text, next) };
    place = next + 1;
  }
}

interface CellRead {
  readonly cell: string;
  readonly next: number;
}

function cellAt({ text, delimiter, quoting }: Reading, from: number): CellRead {
  const mayQuote = text[from] === '"' && quoting.left > 0;
  const quoted = mayQuote ? quotedCell(text, from) : undefined;
  if (quoted === undefined) {
    if (mayQuote) quoting.left -= 1;
    return plainCell(text, from, delimiter);
  }
  const rest = plainCell(text, quoted.next, delimiter);
  return { cell: quoted.cell + rest.cell, next: rest.next };
}

function plainCell(text: string, from: number, delimiter: Delimiter): CellRead {
  let next = from;
  while (next < text.length && text[next] !== delimiter && !isLineEnd(text[next])) next += 1;
  return { cell: text.slice(from, next), next };
}

/** A quote that is never closed is a letter like any other: it must not swallow the rows below. */
function quotedCell(text: string, from: number): CellRead | undefined {
  let cell = '';
  let place = from + 1;
  for (;;) {
    const quote = text.indexOf('"', place);
    if (quote < 0 || quote - from > LONGEST_CELL) return undefined;
    cell += text.slice(place, quote);
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    place = quote + 2;
  }
}

const isLineEnd = (letter: string | undefined): boolean => letter === '\n' || letter === '\r';

const afterLine = (text: string, end: number): number =>
  text[end] === '\r' && text[end + 1] === '\n' ? end + 2 : end + 1;

export interface SheetFound {
  readonly delimiter: Delimiter;
  readonly header: Header;
}

interface Tried {
  readonly delimiter: Delimiter;
  readonly header: Header | HeaderFault;
}

const triedOn = (text: string, naming?: Naming): readonly Tried[] =>
  DELIMITERS.map((delimiter) => ({
    delimiter,
    header: findHeader(rowsOf(text, delimiter), naming),
  }));

const wholeAmong = (tried: readonly Tried[]): SheetFound | undefined =>
  tried
    .flatMap(({ delimiter, header }) => ('places' in header ? [{ delimiter, header }] : []))
    .toSorted((a, b) => b.header.places.size - a.header.places.size)[0];

/** A header that is known and does not do; what it lacks says best what is missing. */
const partAmong = (
  tried: readonly Tried[],
): { readonly delimiter: Delimiter; readonly fault: HeaderFault } | undefined =>
  tried.flatMap(({ delimiter, header }) =>
    'code' in header && header.code !== 'not-a-dossier-list' ? [{ delimiter, fault: header }] : [],
  )[0];

/** The delimiter under which most columns are recognised, and the header found with it. */
export function findSheet(text: string, naming?: Naming): SheetFound | HeaderFault {
  const tried = triedOn(text, naming);
  return wholeAmong(tried) ?? partAmong(tried)?.fault ?? { code: 'not-a-dossier-list' };
}

/**
 * What divides the cells of a text: what divides a header that is known, in part at least; where the columns may
 * be called anything, what the widest rows agree on.
 */
export function delimiterOf(text: string): Delimiter {
  const tried = triedOn(text);
  const known = wholeAmong(tried) ?? partAmong(tried);
  if (known !== undefined) return known.delimiter;
  const widths = DELIMITERS.map((delimiter) => [delimiter, commonWidth(text, delimiter)] as const);
  return widths.toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? '\t';
}

/** How wide the rows are that are as wide as another one. */
function commonWidth(text: string, delimiter: Delimiter): number {
  const seen = new Set<number>();
  let widest = 1;
  for (const { number, cells } of rowsOf(text, delimiter)) {
    if (number > TITLE_ROWS) break;
    if (seen.has(cells.length)) widest = Math.max(widest, cells.length);
    seen.add(cells.length);
  }
  return widest;
}
