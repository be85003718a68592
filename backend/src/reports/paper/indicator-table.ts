import type { IndicatorFigureAnswer, IndicatorsAnswer } from '#contract/reports';
import { reportWords } from '#wording/reports';
import type { BodyCell, HeadCell, WideTable } from '../../forms/index.ts';

const { screen, indicators: names, notArising } = reportWords.vi;

export const INDICATOR_HEADINGS: readonly HeadCell[] = [
  { text: 'STT' },
  { text: screen.indicator },
  { text: screen.parts.numerator },
  { text: screen.parts.denominator },
  { text: 'Tỷ lệ (%)' },
  { text: 'Chỉ tiêu (%)' },
  { text: 'Còn thiếu để đạt' },
];

const PLACES = INDICATOR_HEADINGS.map((_, at) => `(${at + 1})`);

/** The name with what it is a share of: who receives the report sets it, so it is printed with the figure. */
export const indicatorName = ({
  indicator,
  population,
  subject,
}: IndicatorFigureAnswer): string => {
  const known: Readonly<Record<string, string>> = names;
  const name = known[indicator] ?? indicator;
  return subject === 'procedures' ? name : `${name} (${screen.populations[population]})`;
};

const NONE = '–';

const cells = (figure: IndicatorFigureAnswer): readonly BodyCell[] => [
  indicatorName(figure),
  figure.numerator,
  figure.denominator,
  figure.text ?? notArising,
  figure.targetPercent === null ? NONE : String(figure.targetPercent).replace('.', ','),
  figure.needed ?? NONE,
];

/** Ratios by their definitions, all of them or those that are named, in that order. */
export const indicatorTable = (
  { indicators }: IndicatorsAnswer,
  wanted: readonly string[] | null,
): WideTable => {
  const figures =
    wanted === null
      ? indicators
      : wanted.flatMap((name) => indicators.filter(({ indicator }) => indicator === name));
  return {
    columns: [
      { width: 9, align: 'middle' },
      { width: 62, align: 'text' },
      ...Array.from({ length: 5 }, () => ({ width: 19, align: 'number' as const })),
    ],
    head: [INDICATOR_HEADINGS],
    places: PLACES,
    rows: figures.map((figure, index) => [index + 1, ...cells(figure)]),
    totals: [],
  };
};
