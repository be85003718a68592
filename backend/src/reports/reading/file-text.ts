import { ZipParts } from '../../platform/workbook/zip-parts.ts';
import { docxText } from './docx-text.ts';
import { sheetText } from './sheet-text.ts';

/**
 * What a document or a workbook says. Undefined where it cannot be read safely: another kind of file, under a
 * password, out of order, too large, or with entities of its own.
 */
export async function fileText(file: Uint8Array): Promise<string | undefined> {
  const bytes = Buffer.from(file);
  try {
    return (await docxText(await ZipParts.open(bytes))) ?? (await sheetText(bytes));
  } catch {
    // Whatever the libraries find wrong with it: to whoever brought it, it cannot be read.
    return undefined;
  }
}
