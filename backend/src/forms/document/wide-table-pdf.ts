import type { ContentTable, TableCell } from 'pdfmake/interfaces.js';
import { linesAbove } from './head-lines.ts';
import { cellText, spread, type BodyCell, type HeadPlace, type WideTable } from './wide-table.ts';

const ALIGNED = { text: 'left', middle: 'center', number: 'right' } as const;

const headCell = (place: HeadPlace, free: number): TableCell =>
  place === null
    ? {}
    : {
        ...{ text: place.text, bold: true, alignment: 'center' as const },
        ...(place.columns !== undefined && { colSpan: place.columns }),
        ...(place.rows !== undefined && { rowSpan: place.rows }),
        margin: [0, free, 0, 0],
      };

const bodyCells = ({ columns }: WideTable, cells: readonly BodyCell[], bold = false): TableCell[] =>
  cells.map((cell, place) => ({
    ...{ text: cellText(cell), bold },
    alignment: ALIGNED[columns[place]?.align ?? 'text'],
    verticalAlignment: 'middle' as const,
  }));

/** Between the letters and the lines of a cell. */
const PADDING = 2;
const LINE = 0.5;
/** Of Tinos, in its own size. */
const LINE_HEIGHT = 1.15;

/** Head rows come again on every page; no row is torn in two. Width and size in points. */
export const wideTablePdf = (table: WideTable, width: number, size: number): ContentTable => {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  // Widths of pdfmake are those of the letters: what stands around them is taken off first.
  const room = width - table.columns.length * (2 * PADDING + LINE) - LINE;
  const widths = table.columns.map((column) => (column.width / whole) * room);
  const head = spread(table.head, widths.length);
  const above = linesAbove(head, { widths, size });
  const free = (place: HeadPlace) =>
    (place === null ? 0 : (above.get(place) ?? 0)) * size * LINE_HEIGHT;
  const places = table.places.map((text) => ({
    ...{ text, italics: true, alignment: 'center' as const, fontSize: size - 1 },
    verticalAlignment: 'middle' as const,
  }));
  return {
    fontSize: size,
    lineHeight: 1,
    table: {
      headerRows: table.head.length + (places.length > 0 ? 1 : 0),
      dontBreakRows: true,
      keepWithHeaderRows: 1,
      widths,
      body: [
        ...head.map((row) => row.map((place) => headCell(place, free(place)))),
        ...(places.length > 0 ? [places] : []),
        ...table.rows.map((row) => bodyCells(table, row)),
        ...table.totals.map((row) => bodyCells(table, row, true)),
      ],
    },
    layout: {
      hLineWidth: () => LINE,
      vLineWidth: () => LINE,
      paddingLeft: () => PADDING,
      paddingRight: () => PADDING,
      paddingTop: () => 1.5,
      paddingBottom: () => 1.5,
    },
  };
};
