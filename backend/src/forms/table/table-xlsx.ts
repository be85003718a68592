import writeExcelFile from 'write-excel-file/node';
import type { Cell, PrintedTable } from './printed-table.ts';

const FRAME = { borderStyle: 'thin' as const, alignVertical: 'top' as const };

/** Texts stay texts, so that what a citizen wrote is never taken for a formula; amounts can be added up. */
const cellOf = (cell: Cell, isBold = false) => ({
  ...FRAME,
  ...(isBold && { fontWeight: 'bold' as const }),
  ...(typeof cell === 'number'
    ? { value: cell, type: Number, format: '#,##0' }
    : { value: cell, type: String, wrap: true }),
});

export const tableXlsx = (table: PrintedTable): Promise<Buffer> => {
  const { head, title, columns, rows, totals } = table;
  const headline = (text: string, place: number) => [
    {
      value: text,
      type: String,
      columnSpan: columns.length,
      ...(place === head.length && { fontWeight: 'bold' as const }),
      ...(place >= head.length && { align: 'center' as const }),
    },
  ];
  const labels = columns.map(({ label }) => ({
    ...{ ...FRAME, value: label, type: String, wrap: true },
    ...{ fontWeight: 'bold' as const, align: 'center' as const },
  }));
  const headlines = [...head, ...title].map(headline);
  return writeExcelFile(
    [
      ...headlines,
      labels,
      ...rows.map((row) => row.map((cell) => cellOf(cell))),
      ...totals.map((row) => row.map((cell) => cellOf(cell, true))),
    ],
    {
      sheet: table.sheet,
      orientation: 'landscape',
      stickyRowsCount: headlines.length + 1,
      columns: columns.map(({ width }) => ({ width })),
    },
  ).toBuffer();
};
