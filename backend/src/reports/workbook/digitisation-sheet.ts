import type { DigitisationAnswer } from '#contract/reports';
import { reportWords } from '#wording/reports';
import {
  firstRowOf,
  letterOf,
  rangeOf,
  type SheetCell,
  type WideSheet,
} from '../../forms/index.ts';
import {
  FILE_COLUMNS,
  FILE_HEAD,
  FILE_PLACES,
  type FileColumn,
} from '../paper/digitisation-table.ts';
import { shareCell } from './share-cell.ts';

type Numbers = DigitisationAnswer['total'];
type CountColumn = Extract<FileColumn, { kind: 'count' }>['column'];
type ShareName = Extract<FileColumn, { kind: 'share' }>['share'];

const { vi } = reportWords;
const TITLE = 'THỐNG KÊ TỔNG HỢP TÌNH HÌNH SỐ HÓA HỒ SƠ THỦ TỤC HÀNH CHÍNH';
const WIDTHS = [6, 26, ...FILE_COLUMNS.map(() => 9)];

const day = (date: string): string => date.split('-').reverse().join('/');

const PARTS: Readonly<Record<ShareName, readonly [part: CountColumn, whole: CountColumn]>> = {
  components: ['resolvedWithComponents', 'resolved'],
  result: ['resolvedWithResult', 'resolved'],
  both: ['resolvedWithBoth', 'resolved'],
  reused: ['reused', 'total'],
};

const cell = (wanted: CountColumn, row: number): string =>
  `${letterOf(FILE_COLUMNS.findIndex((one) => one.kind === 'count' && one.column === wanted) + 2)}${row}`;

const cells = (
  numbers: Numbers,
  row: number,
  counted: (column: CountColumn, at: number) => SheetCell,
): readonly SheetCell[] =>
  FILE_COLUMNS.map((one, index) => {
    if (one.kind === 'count') return counted(one.column, index + 2);
    const [part, whole] = PARTS[one.share];
    return shareCell(numbers.shares[one.share], cell(part, row), cell(whole, row));
  });

/** Phụ lục 01 as a sheet. */
export function digitisationSheet(name: string, answer: DigitisationAnswer): WideSheet {
  const { from, to, rows, total, flags } = answer;
  const frame = {
    headlines: ['Phụ lục 01', TITLE, vi.formPeriod(day(from), day(to))],
    head: FILE_HEAD,
    places: FILE_PLACES,
  };
  const first = firstRowOf(frame);
  const last = first + rows.length - 1;
  const summed = (column: CountColumn, at: number): SheetCell =>
    rows.length === 0
      ? total[column]
      : { formula: `=SUM(${rangeOf(at, first, last)})`, value: total[column] };
  return {
    ...{ ...frame, name, measure: vi.formUnit, widths: WIDTHS },
    rows: rows.map((row, index) => [
      ...[index + 1, row.label],
      ...cells(row, first + index, (column) => row[column]),
    ]),
    totals: [['', 'TỔNG SỐ', ...cells(total, last + 1, summed)]],
    below: flags.map(({ count }) => [null, vi.screen.openWithResult(count)]),
  };
}
