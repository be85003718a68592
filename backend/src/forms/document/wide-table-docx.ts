import {
  AlignmentType,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  convertMillimetersToTwip,
} from 'docx';
import { CENTRE, paragraph, type Look } from '../docx/pieces.ts';
import { cellText, type BodyCell, type HeadCell, type WideTable } from './wide-table.ts';

const PADDING = convertMillimetersToTwip(0.8);
const TIGHT = { before: 20, after: 20 } as const;

const ALIGNED = {
  text: AlignmentType.LEFT,
  middle: AlignmentType.CENTER,
  number: AlignmentType.RIGHT,
} as const;

interface Set {
  readonly size: number;
  readonly widths: readonly number[];
}

const headCell = ({ text, columns = 1, rows = 1 }: HeadCell, { size }: Set): TableCell =>
  new TableCell({
    ...(columns > 1 && { columnSpan: columns }),
    ...(rows > 1 && { rowSpan: rows }),
    verticalAlign: VerticalAlignTable.CENTER,
    children: [paragraph(text, { ...CENTRE, bold: true, size, spacing: TIGHT })],
  });

const rowOf = (
  cells: readonly BodyCell[],
  table: WideTable,
  { size, bold = false, widths }: Set & Look,
): TableRow =>
  new TableRow({
    cantSplit: true,
    children: cells.map(
      (cell, place) =>
        new TableCell({
          width: { size: widths[place] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [
            paragraph(cellText(cell), {
              alignment: ALIGNED[table.columns[place]?.align ?? 'text'],
              ...{ size, bold, spacing: TIGHT },
            }),
          ],
        }),
    ),
  });

/** Head rows come again on every page; no row is torn in two. Width in millimetres, size in half points. */
export const wideTableDocx = (table: WideTable, width: number, size: number): Table => {
  const whole = table.columns.reduce((sum, column) => sum + column.width, 0);
  const share = convertMillimetersToTwip(width) / whole;
  const widths = table.columns.map((column) => Math.floor(column.width * share));
  const set = { size, widths };
  const places = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: table.places.map(
      (text, place) =>
        new TableCell({
          width: { size: widths[place] ?? 0, type: WidthType.DXA },
          verticalAlign: VerticalAlignTable.CENTER,
          children: [paragraph(text, { ...CENTRE, italics: true, size: size - 2, spacing: TIGHT })],
        }),
    ),
  });
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    margins: { left: PADDING, right: PADDING },
    rows: [
      ...table.head.map(
        (cells) =>
          new TableRow({
            tableHeader: true,
            cantSplit: true,
            children: cells.map((cell) => headCell(cell, set)),
          }),
      ),
      ...(table.places.length > 0 ? [places] : []),
      ...table.rows.map((row) => rowOf(row, table, set)),
      ...table.totals.map((row) => rowOf(row, table, { ...set, bold: true })),
    ],
  });
};
