import { CHECKED_LETTERS } from '#contract/reports';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import { readXml } from '../../platform/workbook/xml.ts';
import type { ZipParts } from '../../platform/workbook/zip-parts.ts';

const WORDS = 'word/document.xml';

/** What has been read so far: paragraphs, and the rows and cells being read. */
class Reading {
  readonly #lines: string[] = [];
  readonly #rows: string[][] = [];
  readonly #cells: string[] = [];
  #paragraph = '';
  #letters = 0;

  add(text: string): void {
    this.#letters += text.length;
    if (this.#letters > CHECKED_LETTERS) throw new FileRefused('file-too-large-inside');
    this.#paragraph += text;
  }

  endParagraph(): void {
    const cell = this.#cells.length - 1;
    if (cell < 0) this.#lines.push(this.#paragraph);
    else this.#cells[cell] = `${this.#cells[cell] ?? ''} ${this.#paragraph}`;
    this.#paragraph = '';
  }

  beginRow(): void {
    this.#rows.push([]);
  }

  beginCell(): void {
    this.#cells.push('');
  }

  endCell(): void {
    const text = (this.#cells.pop() ?? '').replace(/\s+/g, ' ').trim();
    this.#rows.at(-1)?.push(text);
  }

  /** A table within a cell is told as part of it. */
  endRow(): void {
    const row = (this.#rows.pop() ?? []).join('\t');
    if (this.#cells.length === 0) this.#lines.push(row);
    else this.#paragraph += row;
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}

type Marks = ReadonlyMap<string, (reading: Reading) => void>;

const OPENED: Marks = new Map([
  ['tab', (reading) => reading.add(' ')],
  ['br', (reading) => reading.add('\n')],
  ['cr', (reading) => reading.add('\n')],
  ['noBreakHyphen', (reading) => reading.add('-')],
  ['tr', (reading) => reading.beginRow()],
  ['tc', (reading) => reading.beginCell()],
]);

const CLOSED: Marks = new Map([
  ['p', (reading) => reading.endParagraph()],
  ['tc', (reading) => reading.endCell()],
  ['tr', (reading) => reading.endRow()],
]);

/**
 * The words of a Word document, each row of a table on a line of its own with its cells parted by tabs. What
 * was deleted under tracked changes, fields and pictures are not read. Undefined where it is another kind of file.
 */
export async function docxText(zip: ZipParts): Promise<string | undefined> {
  if (!zip.has(WORDS)) return undefined;
  const reading = new Reading();
  let isWords = false;
  await readXml(await zip.stream(WORDS), {
    opened: (tag) => {
      isWords = tag === 't';
      OPENED.get(tag)?.(reading);
    },
    said: (text) => {
      if (isWords) reading.add(text);
    },
    closed: (tag) => {
      isWords = false;
      CLOSED.get(tag)?.(reading);
    },
  });
  return reading.text;
}
