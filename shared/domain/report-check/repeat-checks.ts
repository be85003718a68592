import type { Ii06bColumn } from '../report/index.ts';
import { isCount, sentenceOf, type Document } from './document.ts';
import type { Count, Ratio } from './figure.ts';
import { wholeText, type Finding } from './finding.ts';
import type { Measure } from './measure.ts';
import { totalOf, type FormTable } from './table.ts';

/** The column of II.06b that counts what a sentence counts. */
const COLUMN_OF: Readonly<Partial<Record<Measure, Ii06bColumn>>> = {
  total: 'total',
  online: 'onlineInPeriod',
  direct: 'directOrPostInPeriod',
  carriedOver: 'carriedOver',
  resolved: 'resolved',
  early: 'resolvedEarly',
  onTime: 'resolvedOnTime',
  late: 'resolvedLate',
  rejected: 'rejected',
  withdrawn: 'withdrawn',
  pending: 'pending',
  pendingInTime: 'pendingInTime',
  pendingLate: 'pendingLate',
  supplement: 'pendingSupplement',
};

type Said = Count | Ratio;

function toldOf({ statements }: Document): ReadonlyMap<Measure, readonly Said[]> {
  const told = new Map<Measure, Said[]>();
  for (const { figures, isOfAll } of statements) {
    if (!isOfAll) continue;
    for (const figure of figures) {
      if (figure.kind === 'percent' || figure.measure === null) continue;
      const sayings = told.get(figure.measure);
      if (sayings === undefined) told.set(figure.measure, [figure]);
      else sayings.push(figure);
    }
  }
  return told;
}

/** The same thing told twice, with two numbers. */
function repeated(document: Document): readonly Finding[] {
  return [...toldOf(document).values()].flatMap(([first, ...rest]): readonly Finding[] => {
    if (first === undefined) return [];
    const others = new Map(rest.map((said) => [said.value, said]));
    others.delete(first.value);
    return [...others.values()].map((said) => ({
      ...{ kind: 'figure-differs', place: sentenceOf(said) },
      ...{ values: [said.raw, first.raw], expected: wholeText(first.value) },
    }));
  });
}

function againstTable({ said, tables }: Document): readonly Finding[] {
  const table = tables.find(({ form }) => form === 'ii06b');
  if (table === undefined) return [];
  return [...said].flatMap(([measure, figure]): readonly Finding[] => {
    const printed = printedFor(table, measure);
    const alike = measure === 'direct' ? (said.get('postal')?.value ?? 0) : 0;
    if (printed === null || printed === figure.value + alike) return [];
    const expected = wholeText(printed);
    const values = [figure.raw, expected];
    return [{ kind: 'text-differs-from-table', place: sentenceOf(figure), values, expected }];
  });
}

function printedFor(table: FormTable, measure: Measure): number | null {
  if (measure === 'fresh') {
    const came = [totalOf(table, 'onlineInPeriod'), totalOf(table, 'directOrPostInPeriod')];
    return came.reduce((sum, one) => (sum === null || one === null ? null : sum + one), 0);
  }
  const column = COLUMN_OF[measure];
  return column === undefined ? null : totalOf(table, column);
}

/** *Đã tiếp nhận và số hóa*: of as many as came in, or of others? */
function populations({ figures, said }: Document): readonly Finding[] {
  const total = said.get('total');
  if (total === undefined) return [];
  return figures.filter(isCount).flatMap((figure): readonly Finding[] => {
    const isAll = /tong so ho so.*tiep nhan.*so hoa/.test(figure.label);
    if (!isAll || figure.value === total.value) return [];
    const values = [figure.raw, total.raw];
    return [{ kind: 'population-differs', place: sentenceOf(figure), values, expected: total.raw }];
  });
}

const LACKS: readonly (readonly [RegExp, string])[] = [
  [/chua (?:duoc )?so hoa (?:ket qua|file ket qua)/, '(15)'],
  [/chua (?:duoc )?so hoa (?:day du )?thanh phan/, '(14)'],
  [/luu kho/, '(19)'],
];

/** What the text says of digitisation, beside Phụ lục 01. */
function files({ figures, tables }: Document): readonly Finding[] {
  const table = tables.find(({ form }) => form === 'digitisation');
  if (table === undefined) return [];
  return figures.filter(isCount).flatMap((figure): readonly Finding[] => {
    const { plain, from } = figure.paragraph;
    const around = `${figure.label} ${plain.slice(figure.to - from).split(/[,;.]/)[0] ?? ''}`;
    const [, column] = LACKS.find(([words]) => words.test(around)) ?? [];
    const printed = column === undefined ? null : totalOf(table, column);
    if (column === undefined || printed === null || printed === figure.value) return [];
    const expected = wholeText(printed);
    const values = [figure.raw, column, expected];
    return [
      { kind: 'digitisation-differs-from-table', place: sentenceOf(figure), values, expected },
    ];
  });
}

export const repeatFindings = (document: Document): readonly Finding[] => [
  ...repeated(document),
  ...againstTable(document),
  ...populations(document),
  ...files(document),
];
