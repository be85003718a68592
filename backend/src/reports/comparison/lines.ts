import type {
  ComparedLine,
  DigitisationAnswer,
  Ii06bAnswer,
  IndicatorFigureAnswer,
  IndicatorsAnswer,
} from '#contract/reports';
import {
  DIGITISATION_COLUMNS,
  II06B_COLUMNS,
  countChange,
  percentageOf,
  pointChange,
  type Percentage,
} from '#domain/report';

/** The totals of a form over one period, by the names of its columns or ratios. */
export type Totals =
  | { readonly kind: 'count'; readonly keys: readonly string[]; readonly of: Counts }
  | { readonly kind: 'ratio'; readonly keys: readonly string[]; readonly of: Ratios };

type Counts = ReadonlyMap<string, number>;
type Ratios = ReadonlyMap<string, IndicatorFigureAnswer>;
type Against = ComparedLine['previous'];

const countsOf = (
  columns: readonly string[],
  total: Readonly<Record<string, unknown>>,
): Totals => ({
  ...{ kind: 'count', keys: columns },
  of: new Map(columns.map((column) => [column, Number(total[column])])),
});

export const ii06bTotals = ({ total }: Ii06bAnswer): Totals => countsOf(II06B_COLUMNS, total);

export const digitisationTotals = ({ total }: DigitisationAnswer): Totals =>
  countsOf(DIGITISATION_COLUMNS, total);

export const indicatorTotals = ({ indicators }: IndicatorsAnswer): Totals => ({
  ...{ kind: 'ratio', keys: indicators.map(({ indicator }) => indicator) },
  of: new Map(indicators.map((figure) => [figure.indicator, figure])),
});

const textOf = (percentage: Percentage): string | null =>
  percentage.code === 'not-arising' ? null : percentage.text;

const countAgainst = (now: number, before: number): Against => {
  const { difference, change } = countChange(now, before);
  return { number: before, text: null, difference, change: textOf(change), isRedefined: false };
};

const ratioAgainst = (now: IndicatorFigureAnswer, before: IndicatorFigureAnswer): Against => ({
  ...figureOf(before),
  difference: pointChange(now, before),
  change: null,
  isRedefined: now.population !== before.population,
});

function figureOf(figure: IndicatorFigureAnswer): ComparedLine['now'] {
  const percentage = percentageOf(figure);
  return percentage.code === 'not-arising'
    ? { number: null, text: null }
    : { number: percentage.hundredths, text: percentage.text };
}

/** What is compared with; undefined where there are no figures of its days. */
export interface Others {
  readonly previous: Totals | undefined;
  readonly lastYear: Totals | undefined;
}

/** Line by line: the number now, and what it was. */
export function linesOf(now: Totals, { previous, lastYear }: Others): readonly ComparedLine[] {
  return now.keys.map((key) => ({
    ...{ key, kind: now.kind, now: nowOf(now, key) },
    previous: against(now, previous, key),
    lastYear: against(now, lastYear, key),
  }));
}

function nowOf(now: Totals, key: string): ComparedLine['now'] {
  if (now.kind === 'count') return { number: now.of.get(key) ?? 0, text: null };
  const figure = now.of.get(key);
  return figure === undefined ? { number: null, text: null } : figureOf(figure);
}

function against(now: Totals, before: Totals | undefined, key: string): Against {
  if (before === undefined) return null;
  if (now.kind === 'count' && before.kind === 'count') {
    return countAgainst(now.of.get(key) ?? 0, before.of.get(key) ?? 0);
  }
  return now.kind === 'ratio' && before.kind === 'ratio' ? ratioIn(now.of, before.of, key) : null;
}

function ratioIn(now: Ratios, before: Ratios, key: string): Against {
  const [one, other] = [now.get(key), before.get(key)];
  return one === undefined || other === undefined ? null : ratioAgainst(one, other);
}
