import writeExcelFile from 'write-excel-file/node';
import { BOOK_COLUMNS, type BookRow } from './book-row.ts';

/** Every cell is text, so that what a citizen wrote is never taken for a formula. */
export const bookXlsx = (title: readonly string[], rows: readonly BookRow[]): Promise<Buffer> => {
  const span = BOOK_COLUMNS.length;
  const headline = (text: string) => [
    {
      value: text,
      type: String,
      fontWeight: 'bold' as const,
      align: 'center' as const,
      columnSpan: span,
    },
  ];
  const head = BOOK_COLUMNS.map(({ label }) => ({
    ...{ value: label, type: String, fontWeight: 'bold' as const, wrap: true },
    ...{ align: 'center' as const, alignVertical: 'center' as const, borderStyle: 'thin' as const },
  }));
  const body = rows.map((row, place) =>
    BOOK_COLUMNS.map(({ cell }) => ({
      ...{ value: cell(row, place), type: String, wrap: true },
      ...{ alignVertical: 'top' as const, borderStyle: 'thin' as const },
    })),
  );
  return writeExcelFile([...title.map(headline), head, ...body], {
    sheet: 'Mẫu 07',
    orientation: 'landscape',
    stickyRowsCount: title.length + 1,
    columns: BOOK_COLUMNS.map(({ width }) => ({ width })),
  }).toBuffer();
};
