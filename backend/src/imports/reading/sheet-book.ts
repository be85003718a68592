import type { Serials } from '#domain/import';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import {
  LONGEST_CELL,
  MOST_CELLS,
  MOST_COLUMNS,
  MOST_ROWS,
  MOST_ROW_BYTES,
  MOST_SHEETS,
} from '../../platform/workbook/limits.ts';

const PART = 64 * 1024;
const NOTHING = Buffer.alloc(0);

/**
 * The rows of a file as lines of JSON: `{"sheet":…}`, then `[number, cells]` for each row that says something. Kept
 * as bytes beside the heap, and within bounds whatever the file says of itself.
 */
export class SheetBook {
  readonly #parts: Buffer[] = [];
  #head: object | undefined;
  #headAt = 0;
  #pending = '';
  #bytes = 0;
  #rows = 0;
  #cells = 0;
  #sheets = 0;

  sheet(name: string, serials?: Serials): void {
    this.#sheets += 1;
    if (this.#sheets > MOST_SHEETS) throw new FileRefused('file-too-large-inside');
    this.#endSheet();
    this.#head = { sheet: name.slice(0, 100), ...(serials !== undefined && { serials }) };
    this.#headAt = this.#parts.push(NOTHING) - 1;
  }

  halfDated(places: readonly number[]): void {
    this.#head = { ...this.#head, halfDated: places };
  }

  /** Cells past the last one that says something are not there. */
  row(number: number, cells: readonly string[]): void {
    const width = cells.findLastIndex((cell) => cell.trim() !== '') + 1;
    if (width === 0) return;
    this.#rows += 1;
    this.#cells += width;
    const isTooLarge = width > MOST_COLUMNS || this.#rows > MOST_ROWS || this.#cells > MOST_CELLS;
    if (isTooLarge) throw new FileRefused('file-too-large-inside');
    const said = Array.from({ length: width }, (_, place) =>
      (cells[place] ?? '').slice(0, LONGEST_CELL),
    );
    this.#write(JSON.stringify([number, said]));
  }

  bytes(): readonly Buffer[] {
    this.#endSheet();
    return this.#parts;
  }

  #write(line: string): void {
    this.#pending += `${line}\n`;
    if (this.#pending.length >= PART) this.#flush();
  }

  /** What is said of a sheet is known at its end, and stands before its rows. */
  #endSheet(): void {
    this.#flush();
    if (this.#head !== undefined) {
      this.#parts[this.#headAt] = this.#counted(`${JSON.stringify(this.#head)}\n`);
    }
    this.#head = undefined;
  }

  #flush(): void {
    if (this.#pending === '') return;
    this.#parts.push(this.#counted(this.#pending));
    this.#pending = '';
  }

  #counted(text: string): Buffer {
    const part = Buffer.from(text);
    this.#bytes += part.length;
    if (this.#bytes > MOST_ROW_BYTES) throw new FileRefused('file-too-large-inside');
    return part;
  }
}
