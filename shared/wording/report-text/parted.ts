import type { TextRun } from '#contract/reports';
import { UNASSIGNED_ROW } from '#domain/report';
import type { NamedCount } from '#domain/report-text';
import {
  cellOf,
  counted,
  dash,
  figure,
  listed,
  run,
  type Sentence,
  type Teller,
  type Told,
} from './say.ts';

/** More lines than this nobody reads; the form behind the report has them all. */
const MOST_LINES = 8;

const arising = (rows: readonly NamedCount[]): readonly NamedCount[] =>
  rows.filter(({ count }) => count > 0);

const byCount = (rows: readonly NamedCount[]): readonly NamedCount[] =>
  arising(rows).toSorted((one, other) => other.count - one.count);

/** The largest of them, where they stand. */
function largest(rows: readonly NamedCount[]): readonly NamedCount[] {
  if (rows.length <= MOST_LINES) return rows;
  const kept = new Set(byCount(rows).slice(0, MOST_LINES - 1));
  return rows.filter((row) => kept.has(row));
}

interface Parted {
  readonly rows: readonly NamedCount[];
  readonly form: 'ii06b' | 'sources';
  readonly line: (row: NamedCount, count: TextRun) => readonly TextRun[];
  readonly rest: string;
}

/** The largest, and the others together, so that the lines add up to the whole. */
function partsOf({ name }: Told, { rows, form, line, rest }: Parted): readonly Sentence[] {
  const shown = largest(rows);
  const told = new Set(shown);
  const others = rows.reduce((sum, row) => (told.has(row) ? sum : sum + row.count), 0);
  const lines = shown.map((row) =>
    line(row, figure(row.count, cellOf(name, form, 'total', row.key))),
  );
  const last = others === 0 ? [] : [run`${rest}: ${figure(others, null)} hồ sơ`];
  return listed('+', [...lines, ...last]);
}

/** F6 (iv), field by field, as the form behind the report has them. */
export const fields: Teller = (told) => {
  const rows = arising(told.section.fields);
  const [only] = rows;
  if (only === undefined) return [];
  if (rows.length === 1) return [dash`Hồ sơ đều thuộc lĩnh vực ${only.label}.`];
  return [
    dash`Theo lĩnh vực, ${counted(told, 'total')} hồ sơ gồm:`,
    ...partsOf(told, {
      ...{ rows, form: 'ii06b', rest: 'Lĩnh vực khác' },
      line: ({ label }, count) => run`Lĩnh vực ${label}: ${count} hồ sơ`,
    }),
  ];
};

/** F6 (iv), by the system a dossier was born in; one known in several is counted once. */
export const sources: Teller = (told) => {
  const rows = byCount(told.figures.sources);
  if (rows.length < 2) return [];
  return [
    dash`Theo hệ thống tiếp nhận, ${counted(told, 'total')} hồ sơ gồm:`,
    ...partsOf(told, {
      ...{ rows, form: 'sources', rest: 'Tiếp nhận trên hệ thống khác' },
      line: ({ key, label }, count) =>
        key === UNASSIGNED_ROW
          ? run`Tiếp nhận trên hệ thống của xã, không từ hệ thống nào khác: ${count} hồ sơ`
          : run`Tiếp nhận trên hệ thống ${label}: ${count} hồ sơ`,
    }),
  ];
};

/** *Ngành dọc*, apart: it is in no other number of the report. */
export const vertical: Teller = ({ name, figures }) => {
  const { total, resolved, pending } = figures.vertical;
  if (total === 0) return [];
  const of = (count: number, column: string): TextRun =>
    figure(count, cellOf(name, 'vertical', column));
  return [
    dash`Hồ sơ ngành dọc tiếp nhận tại Trung tâm: ${of(total, 'total')} hồ sơ, đã giải quyết ${of(resolved, 'resolved')} hồ sơ, đang giải quyết ${of(pending, 'pending')} hồ sơ (thống kê riêng, không cộng vào số liệu trên).`,
  ];
};

export const bundled: Teller = ({ name, figures }) => {
  const count = figures.lives?.bundled ?? 0;
  if (count === 0) return [];
  return [dash`Hồ sơ liên thông: ${figure(count, cellOf(name, 'bundled', 'dossiers'))} hồ sơ.`];
};

export const outOfArea: Teller = ({ name, figures, section }) => {
  if (figures.lives === null || section.ii06b.total === 0) return [];
  const count = figures.lives.outOfArea;
  if (count === 0) return [dash`Hồ sơ phi địa giới hành chính: không phát sinh.`];
  return [
    dash`Hồ sơ phi địa giới hành chính: ${figure(count, cellOf(name, 'outOfArea', 'dossiers'))} hồ sơ.`,
  ];
};
