import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { watermark } from '../pdf/lines.ts';
import { mm } from '../pdf/paper.ts';
import { settable } from '../pdf/settable.ts';
import { BOOK_COLUMNS, type BookRow } from './book-row.ts';

const whole = BOOK_COLUMNS.reduce((sum, { width }) => sum + width, 0);

const cellsOf = (row: BookRow, place: number) =>
  BOOK_COLUMNS.map(({ cell }) => ({ text: settable(cell(row, place)) }));

const heading = (text: string, place: number) => ({
  text,
  bold: place === 0,
  alignment: 'center' as const,
  fontSize: place === 0 ? 12 : 10,
});

/** The book on paper: the widest table there is, so the sheet lies on its side. */
export const bookPdf = (
  title: readonly string[],
  rows: readonly BookRow[],
  mark?: string,
): TDocumentDefinitions => ({
  info: { title: title[0] ?? '' },
  ...(mark !== undefined && { watermark: watermark(mark) }),
  pageSize: 'A4',
  pageOrientation: 'landscape',
  pageMargins: [mm(10), mm(15), mm(10), mm(10)],
  defaultStyle: { font: 'Tinos', fontSize: 7.5 },
  header: (page) => ({
    text: page === 1 ? '' : String(page),
    alignment: 'center',
    margin: [0, mm(6), 0, 0],
  }),
  content: [
    ...title.map(heading),
    {
      margin: [0, 6, 0, 0],
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: BOOK_COLUMNS.map(({ width }) => `${(100 * width) / whole}%`),
        body: [
          BOOK_COLUMNS.map(({ label }) => ({
            text: label,
            bold: true,
            alignment: 'center' as const,
          })),
          ...rows.map(cellsOf),
        ],
      },
      layout: { paddingLeft: () => 2, paddingRight: () => 2 },
    },
  ],
});
