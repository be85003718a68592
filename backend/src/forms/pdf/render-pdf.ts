import pdfmake from 'pdfmake';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { FONTS } from './fonts.ts';

const ours: ReadonlySet<string> = new Set(Object.values(FONTS.Tinos));

pdfmake.addFonts(FONTS);
// What a citizen wrote is text; even so nothing may make the printer read or fetch anything.
pdfmake.setUrlAccessPolicy(() => false);
pdfmake.setLocalAccessPolicy((path) => ours.has(path));

/** The bytes of a document, ready for a printer. */
export const renderPdf = async (definition: TDocumentDefinitions): Promise<Buffer> =>
  pdfmake.createPdf({ defaultStyle: { font: 'Tinos', fontSize: 13 }, ...definition }).getBuffer();
