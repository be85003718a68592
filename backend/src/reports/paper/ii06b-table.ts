import type { Ii06bAnswer } from '#contract/reports';
import { II06B_COLUMNS, columnsOf, type Ii06bColumn, type Layout } from '#domain/report';
import { reportWords } from '#wording/reports';
import type { HeadCell, WideTable } from '../../forms/index.ts';

const { groups, columns: names, by } = reportWords.vi;

/** A sum of the form: what a column is made of. */
type Sum = readonly [whole: Ii06bColumn, parts: readonly Ii06bColumn[]];

const SUMS: readonly Sum[] = [
  ['total', ['onlineInPeriod', 'directOrPostInPeriod', 'carriedOver']],
  ['resolved', ['resolvedEarly', 'resolvedOnTime', 'resolvedLate', 'rejected', 'withdrawn']],
  ['pending', ['pendingInTime', 'pendingLate', 'pendingSupplement']],
];

/** A layout of the form: its columns, its head of three rows, its sums, and how each column is numbered. */
export interface FormLayout {
  readonly columns: readonly Ii06bColumn[];
  readonly head: readonly (readonly HeadCell[])[];
  readonly sums: readonly Sum[];
  readonly places: readonly string[];
  readonly placeOf: (column: Ii06bColumn) => string;
}

const high = (column: Ii06bColumn): HeadCell => ({ text: names[column], rows: 2 });

const headOf = (columns: readonly Ii06bColumn[], sums: readonly Sum[]): FormLayout['head'] => {
  const wide = (whole: Ii06bColumn): number =>
    (sums.find(([column]) => column === whole)?.[1].length ?? 0) + 1;
  return [
    [
      { text: groups.number, rows: 3 },
      { text: by.field, rows: 3 },
      { text: groups.received, columns: wide('total') },
      { text: groups.resolved, columns: wide('resolved') },
      { text: groups.pending, columns: wide('pending') },
    ],
    [
      high('total'),
      { text: groups.inPeriod, columns: 2 },
      ...columns.slice(columns.indexOf('carriedOver')).map(high),
    ],
    [{ text: names.onlineInPeriod }, { text: names.directOrPostInPeriod }],
  ];
};

/**
 * The form as communes print it in 16 columns (Biểu II.06b), or as the national system has it in 13 (TT
 * 01/2020/TT-VPCP, Biểu II.06a).
 */
export function formLayout(layout: Layout): FormLayout {
  const columns = columnsOf(layout);
  const sums = SUMS.map(([whole, parts]): Sum => [
    whole,
    parts.filter((part) => columns.includes(part)),
  ]);
  const placeOf = (column: Ii06bColumn): string => `(${columns.indexOf(column) + 3})`;
  const placeWithSum = (column: Ii06bColumn): string => {
    const [, parts] = sums.find(([whole]) => whole === column) ?? [];
    const place = placeOf(column);
    return parts === undefined ? place : `${place} = ${parts.map(placeOf).join(' + ')}`;
  };
  const places = ['(1)', '(2)', ...columns.map(placeWithSum)];
  return { columns, sums, places, placeOf, head: headOf(columns, sums) };
}

const PRINTED = formLayout(16);

/** Biểu II.06b as it is printed. */
export const ii06bTable = ({ rows, total }: Ii06bAnswer): WideTable => ({
  columns: [
    { width: 10, align: 'middle' },
    { width: 46, align: 'text' },
    ...II06B_COLUMNS.map(() => ({ width: 14.5, align: 'number' as const })),
  ],
  head: PRINTED.head,
  places: PRINTED.places,
  rows: rows.map((row, index) => [
    ...[index + 1, row.label],
    ...II06B_COLUMNS.map((column) => row[column]),
  ]),
  totals: [['', groups.total, ...II06B_COLUMNS.map((column) => total[column])]],
});
