import {
  digitisationShares,
  percentageOf,
  type Cells,
  type DigitisationColumn,
  type Share,
  type Sized,
} from '#domain/report';
import type { DigitisationAnswer, Ii06bAnswer, IndicatorsAnswer, ShareAnswer } from './answers.ts';
import type { CityConsolidation } from './city.ts';

type Numbers = Readonly<Record<DigitisationColumn, number>>;

const headOf = ({ city, from, to, asOf }: CityConsolidation) => ({
  ...{ unit: city, from, to, asOf, position: 0 },
  authority: 'commune' as const,
});

/** As the table of a commune's form takes it; what no column counts, communes tell themselves. */
export const cityIi06b = (told: CityConsolidation): Ii06bAnswer => ({
  form: 'ii06b',
  ...headOf(told),
  ...{ by: 'field', layout: 16, notCounted: 0, withoutDueMoment: 0 },
  notCountedAs: { withdrawnBeforeAcceptance: 0, awaitingIntakeSupplement: 0 },
  ...{ rows: told.ii06b.rows, total: told.ii06b.total, checks: told.ii06b.checks },
});

const shareAs = (share: Share): ShareAnswer => {
  const percentage = percentageOf(share);
  return { ...share, text: percentage.code === 'not-arising' ? null : percentage.text };
};

const sizesOf = (numbers: Numbers): Cells<DigitisationColumn, Sized> =>
  Object.fromEntries(
    Object.entries(numbers).map(([column, length]) => [column, { length }]),
  ) as unknown as Cells<DigitisationColumn, Sized>;

const sharesOf = (numbers: Numbers) => {
  const { components, result, both, reused } = digitisationShares(sizesOf(numbers));
  return {
    ...{ components: shareAs(components), result: shareAs(result) },
    ...{ both: shareAs(both), reused: shareAs(reused) },
  };
};

/** Phụ lục 01 of a city has a row for each unit. */
export const cityDigitisation = (told: CityConsolidation): DigitisationAnswer => ({
  form: 'digitisation',
  ...headOf(told),
  by: 'unit',
  rows: told.digitisation.parts.map(({ code: key, name: label, numbers }) => ({
    ...{ key, label, ...numbers },
    shares: sharesOf(numbers),
  })),
  total: { ...told.digitisation.total, shares: sharesOf(told.digitisation.total) },
  checks: told.digitisation.checks,
  flags: [],
});

export const cityIndicators = (told: CityConsolidation): IndicatorsAnswer => ({
  form: 'indicators',
  ...headOf(told),
  indicators: told.indicators,
});
