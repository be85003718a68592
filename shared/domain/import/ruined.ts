import type { NationalColumn } from './title.ts';

/** What a spreadsheet shows where it has no value, and where it has no room for it. */
const NO_VALUE = /^#(?:#+|N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/u;
/** A code of digits alone that it took for a number: many of them become the same. */
const SHORTENED = /^\d+(?:[.,]\d+)?E\+\d+$/iu;

const CODES: ReadonlySet<string> = new Set<NationalColumn>(['MaHoSo', 'MaChinhThuc', 'MaTTHC']);

/** The cells a spreadsheet has ruined; dates say so themselves. */
export const ruinedColumns = (
  cells: Partial<Readonly<Record<NationalColumn, string>>>,
): readonly NationalColumn[] =>
  (Object.entries(cells) as [NationalColumn, string][])
    .filter(([column, cell]) => NO_VALUE.test(cell) || (CODES.has(column) && SHORTENED.test(cell)))
    .map(([column]) => column);
