import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONTS } from './fonts.ts';
import { keepFont } from './kept-fonts.ts';

/** What the printer reads instead of files; its types leave it out. */
interface Shelf {
  readonly virtualfs: { writeFileSync(path: string, content: Uint8Array): void };
}

const { virtualfs } = pdfmake as unknown as Shelf;
for (const path of Object.values(FONTS.Tinos)) virtualfs.writeFileSync(path, keepFont(path));
pdfmake.addFonts(FONTS);
// What a citizen wrote is text; even so nothing may make the printer read or fetch anything.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy(() => false);

/** The bytes of a document, ready for a printer. */
export const renderPdf = async (definition: TDocumentDefinitions): Promise<Buffer> =>
  pdfmake.createPdf({ defaultStyle: { font: 'Tinos', fontSize: 13 }, ...definition }).getBuffer();
