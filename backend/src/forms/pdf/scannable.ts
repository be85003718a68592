import { toSVG } from 'bwip-js/node';
import type { Content } from 'pdfmake/interfaces.js';

/** The code as a scanner reads it, and the look-up pair as a telephone does. */
export const scannables = (
  { code, lookup }: { readonly code: string; readonly lookup: string },
  width: number,
): Content => ({
  columns: [
    { svg: toSVG({ bcid: 'code128', text: code, height: 9 }), fit: [width * 0.62, 30] },
    { qr: lookup, fit: Math.min(width * 0.28, 84), eccLevel: 'M', width: 'auto' },
  ],
  margin: [0, 4, 0, 4],
});
