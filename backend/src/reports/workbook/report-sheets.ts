import type { IssueSection, IssueSectionAnswer } from '#contract/reports';
import type { RegisterTelling } from '#domain/register';
import type { WideSheet } from '../../forms/index.ts';
import { digitisationSheet } from './digitisation-sheet.ts';
import { ii06bSheet } from './ii06b-sheet.ts';
import { indicatorSheet } from './indicator-sheet.ts';
import { lateSheet } from './late-sheet.ts';
import { registerSheet } from './register-sheet.ts';

/** What a sheet is named besides its form; the main section needs no more. */
const SECTIONS: Readonly<Record<IssueSection, string>> = {
  main: '',
  cumulative: ' lũy kế',
  week: ' tuần',
  pakn: ' PAKN',
};

/** The tables of a report as a workbook: real numbers, sums as formulas, and the proof that they hold. */
export const reportSheets = (
  sections: readonly IssueSectionAnswer[],
  { lists, figures }: Pick<RegisterTelling, 'lists' | 'figures'> = { lists: [], figures: [] },
): readonly WideSheet[] => [
  ...sections.flatMap(({ section, ii06b, digitisation, indicators, late }) => [
    ii06bSheet(`II.06b${SECTIONS[section]}`, ii06b),
    ii06bSheet(`13 cột${SECTIONS[section]}`, ii06b, 13),
    digitisationSheet(`Phụ lục 01${SECTIONS[section]}`, digitisation),
    indicatorSheet(`Chỉ tiêu${SECTIONS[section]}`, indicators),
    ...(late === undefined ? [] : [lateSheet('Quá hạn', { ii06b }, late)]),
  ]),
  ...lists.map((list) => registerSheet(list, figures)),
];
