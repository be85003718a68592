import type {
  CityConsolidation,
  DigitisationAnswer,
  Ii06bAnswer,
  ShareAnswer,
} from '#contract/reports';
import {
  digitisationShares,
  percentageOf,
  type Cells,
  type DigitisationColumn,
  type Share,
  type Sized,
} from '#domain/report';

type Numbers = Readonly<Record<DigitisationColumn, number>>;

const headOf = ({ city, from, to, asOf }: CityConsolidation) => ({
  ...{ unit: city, from, to, asOf, position: 0 },
  authority: 'commune' as const,
});

/** As the table of a commune's form takes it; what no column counts, communes tell themselves. */
export const ii06bOf = (told: CityConsolidation): Ii06bAnswer => ({
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
export const digitisationOf = (told: CityConsolidation): DigitisationAnswer => ({
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

export interface Difference {
  readonly unit: string;
  readonly column: string;
  readonly reported: number;
  readonly now: number;
}

type Part = Pick<CityConsolidation['ii06b']['parts'][number], 'name'> & {
  readonly numbers: Readonly<Record<string, number>>;
  readonly live: Readonly<Record<string, number>> | null;
};

/** Where the dossiers of a unit say otherwise now than its report. */
export const differencesOf = (parts: readonly Part[]): readonly Difference[] =>
  parts.flatMap(({ name: unit, numbers, live }) =>
    Object.entries(live ?? {}).flatMap(([column, now]) => {
      const reported = numbers[column] ?? 0;
      return reported === now ? [] : [{ unit, column, reported, now }];
    }),
  );
