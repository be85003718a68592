import { delimiterOf, rowsOf } from '#domain/import';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import type { SheetBook } from './sheet-book.ts';

/** A table as text: cells between tabs, semicolons or commas. */
export function readTextTable(text: string, book: SheetBook): void {
  if (text.trim() === '') throw new FileRefused('file-empty');
  book.sheet('');
  for (const { number, cells } of rowsOf(text, delimiterOf(text))) book.row(number, cells);
}
