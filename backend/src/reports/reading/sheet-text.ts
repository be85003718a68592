import { CHECKED_LETTERS } from '#contract/reports';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import { readWorkbook, type RowTaker } from '../../platform/workbook/worksheet.ts';

/** The forms end at column U. */
const MOST_COLUMNS = 64;

/** A text as a report prints it: rows are lines, cells parted by tabs, sheets by an empty line. */
class Lines implements RowTaker {
  readonly #lines: string[] = [];
  #letters = 0;

  sheet(): void {
    if (this.#lines.length > 0) this.#lines.push('');
  }

  row(_number: number, cells: readonly string[]): void {
    const told = cells.slice(0, MOST_COLUMNS).map((cell) => cell.replace(/\s+/g, ' ').trim());
    const line = told.join('\t').replace(/\t+$/, '');
    this.#letters += line.length + 1;
    if (this.#letters > CHECKED_LETTERS) throw new FileRefused('file-too-large-inside');
    this.#lines.push(line);
  }

  get text(): string {
    return this.#lines.join('\n');
  }
}

/** The words of a workbook's visible sheets, as the checker reads those of a document. */
export async function sheetText(bytes: Buffer): Promise<string> {
  const lines = new Lines();
  await readWorkbook(bytes, lines);
  return lines.text;
}
