import type { CityConsolidation } from '#contract/reports';

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
