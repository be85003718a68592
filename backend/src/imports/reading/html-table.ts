import { Parser } from 'htmlparser2';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import { MOST_CELLS, MOST_COLUMNS, MOST_ROWS } from '../../platform/workbook/limits.ts';
import type { SheetBook } from './sheet-book.ts';

/** One table under the parser's eye, with the rows it has so far. */
interface Table {
  readonly rows: string[][];
  /** For each column how many more rows its last cell reaches into. */
  readonly reaching: number[];
  row: string[] | undefined;
  cell: { text: string; columns: number; rows: number } | undefined;
}

/** What pages and workbooks saved as XML (`Row`, `Cell`) call the same things. */
const ROWS: ReadonlySet<string> = new Set(['tr', 'row']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'cell']);
const SILENT: ReadonlySet<string> = new Set(['script', 'style', 'template']);

/** No page of a system is nested like that, and each level costs the parser more than the one before. */
const MOST_NESTED = 500;

const BREAKS: ReadonlySet<string> = new Set(['br', 'p', 'div']);

type Attributes = Readonly<Record<string, string>>;

/** Tables of a page; tables within tables are tables of their own. */
class TableReader {
  readonly #book: SheetBook;
  readonly #open: Table[] = [];
  #silent = 0;
  #cells = 0;
  #tables = 0;
  #nested = 0;

  constructor(book: SheetBook) {
    this.#book = book;
  }

  opened(name: string, attributes: Attributes): void {
    this.#nested += 1;
    if (this.#nested > MOST_NESTED) throw new FileRefused('file-damaged');
    if (SILENT.has(name)) this.#silent += 1;
    if (name === 'table') {
      this.#open.push({ rows: [], reaching: [], row: undefined, cell: undefined });
    }
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (ROWS.has(name)) this.#beginRow(table);
    if (CELLS.has(name)) this.#beginCell(table, attributes);
    if (BREAKS.has(name)) this.said(' ');
  }

  said(text: string): void {
    const cell = this.#open.at(-1)?.cell;
    if (cell !== undefined && this.#silent === 0) cell.text += text;
  }

  closed(name: string): void {
    this.#nested -= 1;
    if (SILENT.has(name)) this.#silent -= 1;
    const table = this.#open.at(-1);
    if (table === undefined) return;
    if (CELLS.has(name)) endCell(table);
    else if (ROWS.has(name)) endRow(table);
    else if (name === 'table') this.#endTable();
  }

  end(): void {
    while (this.#open.length > 0) this.#endTable();
  }

  #beginRow(table: Table): void {
    endRow(table);
    if (table.rows.length >= MOST_ROWS) throw new FileRefused('file-too-large-inside');
    table.row = [];
  }

  #beginCell(table: Table, attributes: Attributes): void {
    endCell(table);
    table.row ??= [];
    const index = Number(attributes['ss:index'] ?? 0);
    const columns = spanOf(attributes['colspan']) + spanOf(attributes['ss:mergeacross'], 0);
    this.#cells += 1;
    const wide = Math.max(index, table.row.length + columns) > MOST_COLUMNS;
    if (wide || this.#cells > MOST_CELLS) throw new FileRefused('file-too-large-inside');
    while (table.row.length < index - 1) table.row.push('');
    table.cell = { text: '', columns, rows: spanOf(attributes['rowspan']) };
  }

  #endTable(): void {
    const table = this.#open.pop();
    if (table === undefined) return;
    endRow(table);
    if (table.rows.length < 2) return;
    this.#tables += 1;
    this.#book.sheet(String(this.#tables));
    for (const [index, cells] of table.rows.entries()) this.#book.row(index + 1, cells);
  }
}

const spanOf = (text: string | undefined, least = 1): number => {
  const span = Number(text ?? least);
  return Number.isInteger(span) && span > least ? span : least;
};

/** Where a cell of a row above reaches down, this row has none of its own. */
function skipReached({ row = [], reaching }: Table): void {
  while ((reaching[row.length] ?? 0) > 0) {
    reaching[row.length] = (reaching[row.length] ?? 0) - 1;
    row.push('');
  }
}

function endCell(table: Table): void {
  const { cell, row = [], reaching } = table;
  if (cell === undefined) return;
  table.cell = undefined;
  skipReached(table);
  const text = cell.text.replaceAll(/[\s\u00A0]+/gu, ' ').trim();
  for (let column = 0; column < cell.columns; column += 1) {
    reaching[row.length] = cell.rows - 1;
    row.push(column === 0 ? text : '');
  }
}

function endRow(table: Table): void {
  endCell(table);
  if (table.row === undefined) return;
  skipReached(table);
  table.rows.push(table.row);
  table.row = undefined;
}

/** A page begins with a tag, after whatever blanks; a workbook saved as XML does so too. */
export const isPage = (text: string): boolean =>
  /^[\s\uFEFF]*<(?:!|\?xml|html|head|body|table|meta|div|style)/iu.test(text);

/** Every table of a page, and of workbooks that are pages under another name. */
export function readHtmlTables(text: string, book: SheetBook): void {
  const reader = new TableReader(book);
  const parser = new Parser({
    onopentag: (name, attributes) => reader.opened(name, attributes),
    ontext: (said) => reader.said(said),
    onclosetag: (name) => reader.closed(name),
  });
  parser.end(text);
  reader.end();
}
