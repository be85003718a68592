import type { IndicatorsAnswer } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { firstRowOf, type WideSheet } from '../../forms/index.ts';
import { INDICATOR_HEADINGS, indicatorName } from '../paper/indicator-table.ts';
import { shareCell } from './share-cell.ts';

const day = (date: string): string => date.split('-').reverse().join('/');
const NONE = '–';

/** Ratios as a sheet: each with what it is a share of. */
export function indicatorSheet(name: string, answer: IndicatorsAnswer): WideSheet {
  const { from, to, indicators } = answer;
  const frame = {
    headlines: ['TỔNG HỢP CÁC TỶ LỆ, CHỈ TIÊU', reportWords.vi.formPeriod(day(from), day(to))],
    head: [INDICATOR_HEADINGS],
    places: [],
  };
  const first = firstRowOf(frame);
  return {
    ...{ ...frame, name, measure: '', widths: [6, 62, 12, 12, 14, 12, 16] },
    rows: indicators.map((figure, index) => [
      ...[index + 1, indicatorName(figure), figure.numerator, figure.denominator],
      shareCell(figure, `C${first + index}`, `D${first + index}`),
      ...[figure.targetPercent ?? NONE, figure.needed ?? NONE],
    ]),
    ...{ totals: [], below: [] },
  };
}
