import writeExcelFile from 'write-excel-file/node';
import { MENDING_TITLES } from '#domain/import';
import type { Language } from '#wording';

/** A wrong row: what stood in it, and in words what is wrong. */
interface RowToMend {
  readonly cells: Readonly<Partial<Record<string, string>>>;
  readonly faults: readonly { readonly column: string; readonly reason: string }[];
}

const NARROW = 18;
const WIDE = 70;

const text = (value: string) => ({ value, type: String, wrap: true });

const reasonsOf = ({ faults }: RowToMend): string =>
  faults.map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`)).join(' ');

/**
 * Wrong rows as a workbook to mend and bring again: the columns by which rows are known, and those in which
 * something stands. Every cell is a text, so that nothing in it is a formula and no date is ruined by being opened.
 */
export function mendingXlsx(
  all: readonly string[],
  told: readonly RowToMend[],
  language: Language,
): Promise<Buffer> {
  const columns = all.filter(
    (column, place) => place === 0 || told.some(({ cells }) => cells[column] !== undefined),
  );
  const head = [...columns, MENDING_TITLES[language]].map((value) => ({
    ...text(value),
    ...{ fontWeight: 'bold' as const, borderStyle: 'thin' as const },
  }));
  const rows = told.map((row) => [
    ...columns.map((column) => text(row.cells[column] ?? '')),
    text(reasonsOf(row)),
  ]);
  return writeExcelFile([head, ...rows], {
    sheet: 'Dong can sua',
    stickyRowsCount: 1,
    columns: [...columns.map(() => ({ width: NARROW })), { width: WIDE }],
  }).toBuffer();
}
