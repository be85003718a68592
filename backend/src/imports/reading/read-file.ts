import { decodedText } from './decoded-text.ts';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import { isPage, readHtmlTables } from './html-table.ts';
import type { SheetBook } from './sheet-book.ts';
import { readTextTable } from './text-table.ts';
import { readWorkbook } from '../../platform/workbook/worksheet.ts';

const COMPOUND = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b', 'hex');
/** Some are letters and figures through and through; they are no table for that. */
const PDF = Buffer.from('%PDF-');
/** A workbook with a password is kept within the old format, under this name. */
const PROTECTED = Buffer.from('EncryptedPackage', 'utf16le');

const beginsWith = (bytes: Buffer, mark: Buffer): boolean =>
  bytes.subarray(0, mark.length).equals(mark);

/** Reads a file by what it is, whatever it is called. */
export async function readFile(bytes: Buffer, book: SheetBook): Promise<void> {
  if (beginsWith(bytes, COMPOUND)) {
    throw new FileRefused(bytes.includes(PROTECTED) ? 'file-encrypted' : 'file-is-old-xls');
  }
  if (beginsWith(bytes, ZIP)) return readWorkbook(bytes, book);
  if (beginsWith(bytes, PDF)) throw new FileRefused('file-not-text');
  const text = decodedText(bytes);
  if (isPage(text)) readHtmlTables(text, book);
  else readTextTable(text, book);
}
