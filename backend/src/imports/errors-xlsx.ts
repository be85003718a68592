import { NATIONAL_COLUMNS, type NationalCells, type NationalColumn } from '#domain/import';
import type { Language } from '#wording';
import { errorsOf } from './import-answers.ts';
import type { ImportKept } from './import-row.ts';
import type { LedgerRow } from './ledger.ts';
import { mendingXlsx } from './mending-xlsx.ts';

const PERSONS: ReadonlySet<NationalColumn> = new Set(['NguoiNop', 'SoDienThoai', 'SoDinhDanh']);

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

/** The wrong rows of a list as a workbook to mend and bring again. */
export const errorsXlsx = (
  wrong: readonly WrongRow[],
  kept: ImportKept,
  language: Language,
): Promise<Buffer> =>
  mendingXlsx(
    NATIONAL_COLUMNS,
    wrong.map((each) => ({
      cells: cellsOf(each, kept),
      faults: errorsOf(each.row, each.seesPersons, language),
    })),
    language,
  );
