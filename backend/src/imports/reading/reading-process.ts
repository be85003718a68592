import { once } from 'node:events';
import { FileRefused } from '../../platform/workbook/file-refused.ts';
import { readFile } from './read-file.ts';
import { SheetBook } from './sheet-book.ts';

/** A process of its own: what a file does to whoever reads it, it does to nobody else. */
const given: Buffer[] = [];
for await (const part of process.stdin as AsyncIterable<Buffer>) given.push(part);

const said = async (part: Buffer | string): Promise<void> => {
  if (!process.stdout.write(part)) await once(process.stdout, 'drain');
};

/** What the libraries find wrong with a file, they throw: to whoever brought it the file is damaged. */
const codeOf = (error: unknown): string =>
  error instanceof FileRefused ? error.code : 'file-damaged';

try {
  const book = new SheetBook();
  await readFile(Buffer.concat(given), book);
  for (const part of book.bytes()) await said(part);
  await said('{"end":true}\n');
} catch (error) {
  await said(`${JSON.stringify({ refused: codeOf(error) })}\n`);
}
