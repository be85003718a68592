import type { Serials } from '#domain/import';
import { FileRefused } from './file-refused.ts';
import { HalfDates } from './half-dates.ts';
import { MOST_COLUMNS } from './limits.ts';
import { dateText } from './number-format.ts';
import { openWorkbook, type Workbook } from './workbook.ts';
import { readXml, type XmlAttributes, type XmlListener } from './xml.ts';
import { ZipParts } from './zip-parts.ts';

/** Whoever is told the rows of a workbook, sheet after sheet, and how each counts its days. */
export interface RowTaker {
  sheet(name: string, serials: Serials): void;
  row(number: number, cells: readonly string[]): void;
  /** At the end of a sheet: columns of which the spreadsheet took half for dates, months for days. */
  halfDated?(places: readonly number[]): void;
}

interface OpenCell {
  readonly place: number;
  readonly type: string;
  readonly style: number;
  text: string;
}

/** `AB12` is the 28th column. */
const placeOf = (reference: string): number => {
  let place = 0;
  for (const letter of /^[A-Z]+/.exec(reference)?.[0] ?? '') {
    place = place * 26 + (letter.charCodeAt(0) - 64);
  }
  return place - 1;
};

const VALUES: ReadonlySet<string> = new Set(['v', 't']);

/** The cells of one sheet, row by row, as somebody looking at the sheet reads them. */
class SheetListener implements XmlListener {
  readonly #workbook: Workbook;
  readonly #rows: RowTaker;
  readonly #halfDates = new HalfDates();
  #number = 0;
  #cells: string[] = [];
  #cell: OpenCell | undefined;
  #isValue = false;

  constructor(workbook: Workbook, rows: RowTaker) {
    this.#workbook = workbook;
    this.#rows = rows;
  }

  opened(tag: string, attributes: XmlAttributes): void {
    if (tag === 'row') {
      this.#number = Number(attributes['r'] ?? this.#number + 1);
      this.#cells = [];
      this.#cell = undefined;
    } else if (tag === 'c') {
      const last = this.#cell?.place ?? -1;
      this.#cell = cellOf(attributes, last);
    } else this.#isValue = VALUES.has(tag);
  }

  said(text: string): void {
    if (this.#isValue && this.#cell !== undefined) this.#cell.text += text;
  }

  closed(tag: string): void {
    this.#isValue = false;
    if (tag === 'c' && this.#cell !== undefined) this.#keep(this.#cell);
    if (tag === 'row') this.#rows.row(this.#number, this.#cells);
  }

  get halfDated(): readonly number[] {
    return this.#halfDates.places;
  }

  #keep(cell: OpenCell): void {
    const text = this.#textOf(cell);
    if (text === '') return;
    if (cell.place >= MOST_COLUMNS) throw new FileRefused('file-too-large-inside');
    while (this.#cells.length < cell.place) this.#cells.push('');
    this.#cells[cell.place] = text;
  }

  #textOf({ place, type, style, text }: OpenCell): string {
    const number = Number(text);
    const isNumber = type === 'n' && text !== '' && Number.isFinite(number);
    if (isNumber) return this.#numberText(place, number, style);
    const said = type === 's' ? (this.#workbook.texts[Number(text)] ?? '') : text;
    this.#halfDates.text(place, said);
    return said;
  }

  #numberText(place: number, number: number, style: number): string {
    const { formats, serials } = this.#workbook;
    const format = formats[style] ?? 'number';
    const date = format === 'number' ? undefined : dateText(number, format, serials);
    if (date !== undefined) this.#halfDates.date(place, date);
    return date ?? plainNumber(number);
  }
}

/** Of more digits a spreadsheet keeps no more than fifteen: what it shows says that it lost some. */
const MOST_EXACT = 1e15;

/** A workbook writes 2.0008149999999998 where somebody typed 2.000815. */
const plainNumber = (number: number): string =>
  Math.abs(number) < MOST_EXACT ? String(number) : number.toExponential();

const cellOf = ({ r: reference, t: type = 'n', s: style = '0' }: XmlAttributes, last: number) => ({
  ...{ place: reference === undefined ? last + 1 : placeOf(reference), type },
  ...{ style: Number(style), text: '' },
});

/** A workbook, one visible sheet after the other. */
export async function readWorkbook(bytes: Buffer, rows: RowTaker): Promise<void> {
  const zip = await ZipParts.open(bytes);
  const workbook = await openWorkbook(zip);
  for (const { name, part } of workbook.sheets) {
    rows.sheet(name, workbook.serials);
    const sheet = new SheetListener(workbook, rows);
    await readXml(await zip.stream(part), sheet);
    if (sheet.halfDated.length > 0) rows.halfDated?.(sheet.halfDated);
  }
}
