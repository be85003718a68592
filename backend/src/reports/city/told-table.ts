import type { CityCell, CityConsolidation, IndicatorFigureAnswer } from '#contract/reports';
import {
  DIGITISATION_COLUMNS,
  II06B_COLUMNS,
  consolidation,
  digitisationChecks,
  ii06bChecks,
  neededFor,
  numbersOf,
  sharesTogether,
  type DigitisationColumn,
  type Ii06bColumn,
  type Indicator,
  type Part,
  type Share,
} from '#domain/report';
import { rowOf, shareOf } from '../report-answer.ts';
import type { FrozenFigure } from './received-store.ts';

/** A unit that is counted, and by what. */
export type Counted = Omit<CityCell['items'][number], 'row' | 'count'>;

type Numbers<Column extends string> = Readonly<Record<Column, number>>;
/** What the dossiers of a unit say now, by its code. */
export type Live<Column extends string> = ReadonlyMap<string, Numbers<Column>>;

/** A row in which nothing is counted. */
export const none = <Column extends string>(columns: readonly Column[]): Record<Column, number> =>
  Object.fromEntries(columns.map((column) => [column, 0])) as Record<Column, number>;

const added = <Column extends string>(
  columns: readonly Column[],
  all: readonly Numbers<Column>[],
): Record<Column, number> => {
  const sum = none(columns);
  for (const numbers of all) for (const column of columns) sum[column] += numbers[column];
  return sum;
};

/** Whoever issued is shown beside what its dossiers say now; of a file nothing is known but itself. */
function partsOf<Column extends string>(
  columns: readonly Column[],
  counted: readonly Counted[],
  told: { readonly units: ReadonlyMap<string, Numbers<Column>>; readonly live: Live<Column> },
) {
  return counted.map((each) => ({
    ...each,
    numbers: told.units.get(each.code) ?? none(columns),
    live: each.source === 'issue' ? (told.live.get(each.code) ?? none(columns)) : null,
  }));
}

interface Told<Column extends string> {
  readonly counted: readonly Counted[];
  readonly live: Live<Column>;
  /** The fields as the city's catalogue has them. */
  readonly order: readonly string[];
}

function tableOf<Column extends string>(
  columns: readonly Column[],
  parts: readonly Part<Column>[],
  { counted, live, order }: Told<Column>,
) {
  const { fields, units } = consolidation(columns, parts, { order });
  const byUnit = new Map(units.rows.map(({ key, cells }) => [key, numbersOf(cells)]));
  const told = partsOf(columns, counted, { units: byUnit, live });
  return {
    table: fields,
    rows: fields.rows.map(rowOf),
    total: numbersOf(fields.total),
    parts: told,
    liveTotal: added(
      columns,
      told.map((part) => part.live ?? part.numbers),
    ),
  };
}

export function ii06bTable(
  parts: readonly Part<Ii06bColumn>[],
  beside: Told<Ii06bColumn>,
): CityConsolidation['ii06b'] {
  const { table, ...told } = tableOf(II06B_COLUMNS, parts, beside);
  return { ...told, checks: ii06bChecks(table) };
}

export function digitisationTable(
  parts: readonly Part<DigitisationColumn>[],
  beside: Told<DigitisationColumn>,
): CityConsolidation['digitisation'] {
  const { table, ...told } = tableOf(DIGITISATION_COLUMNS, parts, beside);
  return { ...told, checks: digitisationChecks(table) };
}

/** Ratios over dossiers, parts and wholes added up; procedures of different units are not one catalogue. */
export function figuresTogether(
  figures: readonly FrozenFigure[],
): readonly IndicatorFigureAnswer[] {
  const ofDossiers = figures.filter(({ subject }) => subject === 'dossiers');
  const byName = Map.groupBy(ofDossiers, ({ indicator }) => indicator);
  return [...byName].map(([indicator, [first, ...others]]) => {
    const share = sharesTogether([first, ...others].flatMap((each) => each ?? []));
    return figureOf(indicator as Indicator, share, first);
  });
}

const figureOf = (
  indicator: Indicator,
  share: Share,
  meant: FrozenFigure | undefined,
): IndicatorFigureAnswer => ({
  ...{ indicator, subject: 'dossiers', population: meant?.population ?? 'total' },
  targetPercent: meant?.targetPercent ?? null,
  ...shareOf(share),
  missing: share.denominator - share.numerator,
  needed: neededFor(share, meant?.targetPercent ?? undefined),
});
