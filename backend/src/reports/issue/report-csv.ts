import type { IssueSectionAnswer } from '#contract/reports';
import { DIGITISATION_COLUMNS, II06B_COLUMNS } from '#domain/report';
import { reportWords } from '#wording/reports';
import { csvText } from '../../platform/text/csv-text.ts';
import { indicatorName } from '../paper/indicator-table.ts';
import { LATE_HEADINGS, lateCells } from '../paper/late-table.ts';

type Line = readonly (string | number | null)[];

const { vi } = reportWords;
const SHARES = ['components', 'result', 'both', 'reused'] as const;

const placeOf = ({ section, ii06b: { from, to } }: IssueSectionAnswer): Line => [section, from, to];

const forms = (told: IssueSectionAnswer): readonly Line[] => {
  const { rows, total } = told.ii06b;
  const numbers = (row: typeof total): Line => II06B_COLUMNS.map((column) => row[column]);
  return [
    ...rows.map((row) => [...placeOf(told), row.label, ...numbers(row)]),
    [...placeOf(told), vi.groups.total, ...numbers(total)],
  ];
};

const files = (told: IssueSectionAnswer): readonly Line[] => {
  const { rows, total } = told.digitisation;
  const numbers = (row: typeof total): Line => [
    ...DIGITISATION_COLUMNS.map((column) => row[column]),
    ...SHARES.map((share) => row.shares[share].text),
  ];
  return [
    ...rows.map((row) => [...placeOf(told), row.label, ...numbers(row)]),
    [...placeOf(told), vi.groups.total, ...numbers(total)],
  ];
};

const ratios = (told: IssueSectionAnswer): readonly Line[] =>
  told.indicators.indicators.map((figure) => [
    ...[...placeOf(told), indicatorName(figure), figure.numerator, figure.denominator],
    ...[figure.text ?? vi.notArising, figure.targetPercent, figure.needed],
  ]);

const lates = (told: IssueSectionAnswer): readonly Line[] =>
  (told.late?.items ?? []).map((item) => [...placeOf(told), ...lateCells(item)]);

const PLACE = ['section', 'from', 'to'];

/**
 * Every table of a report, one under the other with an empty line between them, each with its own heads: for
 * whoever takes the figures elsewhere.
 */
export const reportCsv = (sections: readonly IssueSectionAnswer[]): string =>
  csvText([
    [...PLACE, vi.by.field, ...II06B_COLUMNS],
    ...sections.flatMap(forms),
    [],
    [...PLACE, vi.by.unit, ...DIGITISATION_COLUMNS, ...SHARES.map((share) => `${share}Percent`)],
    ...sections.flatMap(files),
    [],
    [...PLACE, vi.screen.indicator, 'numerator', 'denominator', 'percent', 'target', 'needed'],
    ...sections.flatMap(ratios),
    [],
    [...PLACE, ...LATE_HEADINGS.slice(1).map(({ text }) => text)],
    ...sections.flatMap(lates),
  ]);
