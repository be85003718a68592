import { DIGITISATION_COLUMNS, II06B_COLUMNS } from '../report/index.ts';
import type { DigitisationColumn, Ii06bColumn, ToldRow } from '../report/index.ts';
import { tablesIn, type FormTable, type TableRow } from './table.ts';
import { readText } from './written-text.ts';

/** The forms a report carries of a period, row by row. */
export interface ToldForms {
  readonly ii06b: readonly ToldRow<Ii06bColumn>[] | null;
  readonly digitisation: readonly ToldRow<DigitisationColumn>[] | null;
  /** Whether the report says that it speaks of these days. */
  readonly namesPeriod: boolean;
}

/** First and last day as reports print them: dd/mm/yyyy. */
export interface PrintedPeriod {
  readonly from: string;
  readonly to: string;
}

/** Where Phụ lục 01 prints what: (3) to (15), (19) and (20); the others are shares. */
const FILE_PLACES = [...Array.from({ length: 13 }, (_, place) => place + 3), 19, 20];

const FILE_COLUMNS = Object.fromEntries(
  DIGITISATION_COLUMNS.map((column, index) => [column, `(${String(FILE_PLACES[index])})`]),
) as Readonly<Record<DigitisationColumn, string>>;

const II06B_NAMES = Object.fromEntries(II06B_COLUMNS.map((column) => [column, column])) as Readonly<
  Record<Ii06bColumn, string>
>;

/** The numbers of a row by their names; an empty cell and one a narrower layout has not count nothing. */
function rowAs<Column extends string>(
  { columns }: FormTable,
  { label, numbers }: TableRow,
  names: Readonly<Record<Column, string>>,
): ToldRow<Column> {
  const entries = Object.entries<string>(names).map(([column, name]) => [
    column,
    numbers[columns.indexOf(name)] ?? 0,
  ]);
  return { label, numbers: Object.fromEntries(entries) as Record<Column, number> };
}

/** Nobody reports half a dossier, nor more than a country has people. */
const isCounted = ({ numbers }: ToldRow<string>): boolean =>
  Object.values(numbers).every((number) => Number.isInteger(number) && number >= 0 && number < 1e8);

/** Single digits of days and months are printed with and without their nought. */
const spellings = (day: string): readonly string[] => {
  const [date = '', month = '', year = ''] = day.split('/');
  const bare = (text: string): string => text.replace(/^0/, '');
  const dates = new Set([date, bare(date)]);
  const months = new Set([month, bare(month)]);
  return [...dates].flatMap((one) => [...months].map((other) => `${one}/${other}/${year}`));
};

const names = (text: string, { from, to }: PrintedPeriod): boolean =>
  [from, to].every((day) => spellings(day).some((spelling) => text.includes(spelling)));

/** Of several tables the one under a heading with the period; a report of one period names it once. */
const chosen = (
  tables: readonly FormTable[],
  form: FormTable['form'],
  period: PrintedPeriod,
): FormTable | undefined => {
  const own = tables.filter((table) => table.form === form && table.rows.length > 0);
  return own.find(({ heading }) => names(heading, period)) ?? own[0];
};

function rowsAs<Column extends string>(
  table: FormTable | undefined,
  columns: Readonly<Record<Column, string>>,
): readonly ToldRow<Column>[] | null {
  if (table === undefined) return null;
  const rows = table.rows.map((row) => rowAs(table, row, columns));
  return rows.every(isCounted) ? rows : null;
}

/**
 * The figures of somebody's report, to be added up with others: the rows of its forms as they stand there.
 * Whether they agree with each other is what `checkReport` tells.
 *
 * @example toldForms(text, { from: '15/12/2025', to: '14/01/2026' }).ii06b?.[0]?.numbers.total
 */
export function toldForms(raw: string, period: PrintedPeriod): ToldForms {
  const { text, paragraphs } = readText(raw);
  const tables = tablesIn(paragraphs);
  return {
    ii06b: rowsAs(chosen(tables, 'ii06b', period), II06B_NAMES),
    digitisation: rowsAs(chosen(tables, 'digitisation', period), FILE_COLUMNS),
    namesPeriod: names(text, period),
  };
}
