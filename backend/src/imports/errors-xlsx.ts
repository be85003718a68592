import writeExcelFile from 'write-excel-file/node';
import { NATIONAL_COLUMNS, type NationalCells, type NationalColumn } from '#domain/import';
import type { Language } from '#wording';
import { errorsOf } from './import-answers.ts';
import type { ImportKept } from './import-row.ts';
import type { LedgerRow } from './ledger.ts';

const PERSONS: ReadonlySet<NationalColumn> = new Set(['NguoiNop', 'SoDienThoai', 'SoDinhDanh']);

const REASON = { vi: 'Cần sửa', en: 'To be mended' } as const;

export interface WrongRow {
  readonly row: LedgerRow;
  readonly seesPersons: boolean;
}

/** What stood in the row, as it can be brought again: with what was chosen for the whole list beside it. */
const cellsOf = ({ row, seesPersons }: WrongRow, { asked }: ImportKept): NationalCells => {
  const { body, externalCode } = row;
  const cells = body?.cells ?? (externalCode === null ? {} : { MaHoSo: externalCode });
  const chosen: NationalCells = {
    ...(asked.channel !== undefined && { KenhNop: CHANNELS[asked.channel] }),
    ...(asked.source !== undefined && { HeThongNguon: asked.source }),
  };
  const all = { ...chosen, ...cells };
  if (seesPersons) return all;
  return Object.fromEntries(
    Object.entries(all).filter(([column]) => !PERSONS.has(column as NationalColumn)),
  );
};

const CHANNELS = { online: '1', direct: '2', post: '3' } as const;

const NARROW = 18;
const WIDE = 70;

/**
 * The wrong rows as a workbook to mend and bring again. Every cell is a text, so that nothing in it is a formula
 * and no date is ruined by being opened.
 */
export function errorsXlsx(
  wrong: readonly WrongRow[],
  kept: ImportKept,
  language: Language,
): Promise<Buffer> {
  const told = wrong.map((each) => ({
    cells: cellsOf(each, kept),
    reason: errorsOf(each.row, each.seesPersons, language)
      .map(({ column, reason }) => (column === '' ? reason : `${column}: ${reason}`))
      .join(' '),
  }));
  const columns = NATIONAL_COLUMNS.filter(
    (column) => column === 'MaHoSo' || told.some(({ cells }) => cells[column] !== undefined),
  );
  const text = (value: string) => ({ value, type: String, wrap: true });
  const head = [...columns, REASON[language]].map((value) => ({
    ...text(value),
    ...{ fontWeight: 'bold' as const, borderStyle: 'thin' as const },
  }));
  const rows = told.map(({ cells, reason }) => [
    ...columns.map((column) => text(cells[column] ?? '')),
    text(reason),
  ]);
  return writeExcelFile([head, ...rows], {
    sheet: 'Dong can sua',
    stickyRowsCount: 1,
    columns: [...columns.map(() => ({ width: NARROW })), { width: WIDE }],
  }).toBuffer();
}
