import type { Document } from './document.ts';
import { wholeText, type Finding } from './finding.ts';
import { agreementOf, percentText } from './percentage.ts';
import type { FormTable, TableRow } from './table.ts';

interface Identity {
  readonly whole: string;
  readonly parts: readonly string[];
}

/** The sums printed in the heads of the forms; what a narrower layout has no column for counts nothing. */
const IDENTITIES: Readonly<Record<FormTable['form'], readonly Identity[]>> = {
  ii06b: [
    { whole: 'total', parts: ['onlineInPeriod', 'directOrPostInPeriod', 'carriedOver'] },
    {
      whole: 'resolved',
      parts: ['resolvedEarly', 'resolvedOnTime', 'resolvedLate', 'rejected', 'withdrawn'],
    },
    { whole: 'pending', parts: ['pendingInTime', 'pendingLate', 'pendingSupplement'] },
    { whole: 'total', parts: ['resolved', 'pending'] },
  ],
  digitisation: [
    { whole: '(3)', parts: ['(4)', '(10)'] },
    { whole: '(10)', parts: ['(11)', '(14)'] },
    { whole: '(10)', parts: ['(12)', '(15)'] },
    { whole: '(4)', parts: ['(5)', '(8)'] },
  ],
};

const SHARES = [
  { percent: '(16)', part: '(11)', whole: '(10)' },
  { percent: '(17)', part: '(12)', whole: '(10)' },
  { percent: '(18)', part: '(13)', whole: '(10)' },
  { percent: '(21)', part: '(20)', whole: '(3)' },
] as const;

const cellOf = ({ columns }: FormTable, { numbers }: TableRow, column: string): number | null =>
  numbers[columns.indexOf(column)] ?? null;

function rowFindings(table: FormTable, row: TableRow): readonly Finding[] {
  return IDENTITIES[table.form].flatMap(({ whole, parts }): readonly Finding[] => {
    const left = cellOf(table, row, whole);
    const right = parts.map((part) => cellOf(table, row, part) ?? 0);
    const sum = right.reduce((one, other) => one + other, 0);
    if (left === null || left === sum) return [];
    const values = [row.label, wholeText(left), right.map(wholeText).join(' + ')];
    return [{ kind: 'table-row-wrong', place: row, values, expected: wholeText(sum) }];
  });
}

/** Shares are not added up. */
const isSummed = (column: string): boolean => !SHARES.some(({ percent }) => percent === column);

function totalFindings(table: FormTable): readonly Finding[] {
  const { total, rows, columns } = table;
  if (total === null || rows.length === 0) return [];
  return columns.flatMap((column, place): readonly Finding[] => {
    const printed = total.numbers[place] ?? null;
    const sum = rows.reduce((all, { numbers }) => all + (numbers[place] ?? 0), 0);
    if (printed === null || printed === sum || !isSummed(column)) return [];
    const values = [`(${String(place + 3)})`, wholeText(printed)];
    return [{ kind: 'table-total-wrong', place: total, values, expected: wholeText(sum) }];
  });
}

const isNone = (cell: number | null | undefined): cell is null | undefined =>
  cell === null || cell === undefined;

const decimalsOf = (value: number): number => String(value).split('.')[1]?.length ?? 0;

function fileFindings(table: FormTable, row: TableRow): readonly Finding[] {
  if (table.form !== 'digitisation') return [];
  const shares = SHARES.flatMap(({ percent, part, whole }): readonly Finding[] => {
    const [printed, top, under] = [percent, part, whole].map((each) => cellOf(table, row, each));
    if (isNone(printed) || isNone(top) || isNone(under)) return [];
    // Ninety-nine and a half may be printed 99.5: an end of zeros is not written.
    const decimals = Math.max(2, decimalsOf(printed));
    const claimed = { part: top, whole: under, percent: printed, decimals };
    if (agreementOf(claimed) === 'agrees') return [];
    const values = [
      percent,
      String(printed).replace('.', ','),
      `${wholeText(top)}/${wholeText(under)}`,
    ];
    return [{ kind: 'table-percent-wrong', place: row, values, expected: percentText(top, under) }];
  });
  const opened = cellOf(table, row, '(6)') ?? 0;
  if (opened === 0) return shares;
  const values = [row.label, wholeText(opened)];
  return [...shares, { kind: 'open-with-result', place: row, values, expected: '0' }];
}

/** The forms by the identities printed in their heads. */
export const tableFindings = ({ tables }: Document): readonly Finding[] =>
  tables.flatMap((table) => [
    ...[...table.rows, ...(table.total === null ? [] : [table.total])].flatMap((row) =>
      rowFindings(table, row),
    ),
    ...table.rows.flatMap((row) => fileFindings(table, row)),
    ...totalFindings(table),
  ]);
