import {
  delimiterOf,
  isMadeFor,
  layoutOf,
  namingOf,
  plainTitle,
  rowsOf,
  type ListMapping,
  type MappedColumn,
  type NationalColumn,
} from '#domain/import';

const NEEDED = ['MaHoSo', 'MaTTHC', 'TrangThai'] as const satisfies readonly NationalColumn[];

/** A few rows of a list, as a mapping would read them. */
export interface Trial {
  readonly isRecognised: boolean;
  /** Titles of the mapping the rows have not. */
  readonly lacking: readonly string[];
  /** Titles of the rows the mapping does not speak of. */
  readonly added: readonly string[];
  readonly samples: ReadonlyMap<string, string>;
  readonly unclear: readonly { readonly column: MappedColumn; readonly value: string }[];
}

export const isComplete = ({ columns }: ListMapping): boolean =>
  NEEDED.every((needed) => columns.some(({ column }) => column === needed));

/** A column has one place: where it was before, nothing is read any more. */
export function withColumn(
  mapping: ListMapping,
  title: string,
  column: NationalColumn | null,
): ListMapping {
  const others = mapping.columns.map((each) =>
    column !== null && each.column === column ? { ...each, column: null } : each,
  );
  const isThere = others.some((each) => each.title === title);
  const columns = isThere
    ? others.map((each) => (each.title === title ? { title, column } : each))
    : [...others, { title, column }];
  return { ...mapping, columns };
}

export const withoutTitle = (mapping: ListMapping, title: string): ListMapping => ({
  ...mapping,
  columns: mapping.columns.filter((each) => each.title !== title),
});

/** Meaning nothing, a value is left to be a wrong row. */
export function withValue(
  mapping: ListMapping,
  { column, value }: { readonly column: MappedColumn; readonly value: string },
  means: string,
): ListMapping {
  const isIt = (each: ListMapping['values'][number]): boolean =>
    each.column === column && plainTitle(each.value) === plainTitle(value);
  const others = mapping.values.filter((each) => !isIt(each));
  return { ...mapping, values: means === '' ? others : [...others, { column, value, means }] };
}

export const withRule = (
  mapping: ListMapping,
  rule: 'handoverIsFinish' | 'daysOnly',
  isOn: boolean,
): ListMapping => ({ ...mapping, rules: { ...mapping.rules, [rule]: isOn } });

const valueKey = ({ column, value }: { column: string; value: string }): string =>
  `${column}\n${plainTitle(value)}`;

/** What the rows would come to; undefined where there is no table in them. */
export function trialOf(text: string, mapping: ListMapping): Trial | undefined {
  const layout = layoutOf([...rowsOf(text, delimiterOf(text))], namingOf(mapping));
  if (layout === undefined) return undefined;
  const titles = layout.columns.map(({ title }) => title);
  const there = new Set(titles.map(plainTitle));
  const spoken = new Set(mapping.columns.map(({ title }) => plainTitle(title)));
  const said = new Set(mapping.values.map(valueKey));
  return {
    isRecognised: isMadeFor(mapping, titles),
    lacking: mapping.columns
      .map(({ title }) => title)
      .filter((title) => !there.has(plainTitle(title))),
    added: titles.filter((title) => !spoken.has(plainTitle(title))),
    samples: new Map(
      layout.columns.map(({ title, samples }) => [plainTitle(title), samples.join(' · ')]),
    ),
    unclear: layout.values.filter((each) => !each.known && !said.has(valueKey(each))),
  };
}

const comparable = ({ columns, values, rules }: ListMapping): string =>
  JSON.stringify([
    columns.map(({ title, column }) => [title, column]),
    values.map(({ column, value, means }) => [column, value, means]).toSorted(),
    [rules.handoverIsFinish === true, rules.daysOnly === true, rules.serials ?? ''],
  ]);

export const isSame = (one: ListMapping, other: ListMapping): boolean =>
  comparable(one) === comparable(other);

/** What one version says otherwise than the one before it. */
export interface MappingDifference {
  readonly columns: readonly (readonly [
    title: string,
    before: NationalColumn | null | undefined,
    after: NationalColumn | null | undefined,
  ])[];
  readonly values: readonly (readonly [
    said: { readonly column: MappedColumn; readonly value: string },
    before: string | undefined,
    after: string | undefined,
  ])[];
  readonly rules: readonly (readonly ['handoverIsFinish' | 'daysOnly', boolean])[];
}

export function differenceBetween(before: ListMapping, after: ListMapping): MappingDifference {
  const [was, is] = [before, after].map(
    ({ columns }) => new Map(columns.map(({ title, column }) => [title, column])),
  ) as [Map<string, NationalColumn | null>, Map<string, NationalColumn | null>];
  const titles = [...new Set([...was.keys(), ...is.keys()])];
  const said = new Map([...before.values, ...after.values].map((each) => [valueKey(each), each]));
  const meansIn = ({ values }: ListMapping, key: string): string | undefined =>
    values.find((each) => valueKey(each) === key)?.means;
  return {
    columns: titles
      .map((title) => [title, was.get(title), is.get(title)] as const)
      .filter(([, former, latter]) => former !== latter),
    values: [...said]
      .map(([key, each]) => [each, meansIn(before, key), meansIn(after, key)] as const)
      .filter(([, former, latter]) => former !== latter),
    rules: (['handoverIsFinish', 'daysOnly'] as const)
      .filter((rule) => (before.rules[rule] === true) !== (after.rules[rule] === true))
      .map((rule) => [rule, after.rules[rule] === true] as const),
  };
}
