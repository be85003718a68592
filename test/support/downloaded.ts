import { SheetBook } from '../../backend/src/imports/reading/sheet-book.ts';
import { keptSheets } from '../../backend/src/imports/reading/kept-sheets.ts';
import { readFile } from '../../backend/src/imports/reading/read-file.ts';
import type { Browser, OfficeApp } from './office-app.ts';

/** A file as somebody downloads it. */
export async function downloaded(office: OfficeApp, browser: Browser, url: string) {
  const headers = { cookie: browser.cookie };
  const answer = await office.application.app.inject({ method: 'GET', url, headers });
  return { status: answer.statusCode, headers: answer.headers, bytes: answer.rawPayload };
}

/** All that stands in the first sheet of a workbook, row by row. */
export async function sheetText(bytes: Buffer): Promise<string> {
  const book = new SheetBook();
  await readFile(bytes, book);
  const [sheet] = keptSheets(Buffer.concat(book.bytes()));
  return [...(sheet?.rows() ?? [])].map(({ cells }) => cells.join(' | ')).join('\n');
}
