import type { ImportLayoutAnswer } from '#contract/imports';
import type { ListMapping, MappedColumn, NationalColumn } from '#domain/import';

type LayoutColumn = ImportLayoutAnswer['columns'][number];
type LayoutValue = ImportLayoutAnswer['values'][number];

const NEEDED = ['MaHoSo', 'MaTTHC', 'TrangThai'] as const satisfies readonly NationalColumn[];
const CHANNELS: readonly NationalColumn[] = ['KenhNop', 'KenhThucHien'];

/** What somebody has said of a list so far: by the place of a column, and by the value. */
export interface MappingDraft {
  readonly columns: ReadonlyMap<number, NationalColumn | null>;
  readonly values: ReadonlyMap<string, string>;
  readonly handoverIsFinish: boolean;
  readonly daysOnly: boolean;
}

export const valueKey = ({ column, value }: Pick<LayoutValue, 'column' | 'value'>): string =>
  `${column}\n${value}`;

/** What is guessed, to be confirmed: titles everybody knows, and what was said of such a list before. */
export const draftOf = ({ columns, mapping }: ImportLayoutAnswer): MappingDraft => ({
  columns: new Map(columns.map(({ place, column }) => [place, column])),
  values: new Map((mapping?.values ?? []).map((said) => [valueKey(said), said.means])),
  handoverIsFinish: mapping?.rules.handoverIsFinish ?? false,
  daysOnly: mapping?.rules.daysOnly ?? false,
});

/** Values nobody has said anything of. */
export const unclearIn = ({ values, mapping }: ImportLayoutAnswer): readonly LayoutValue[] => {
  const said = new Set((mapping?.values ?? []).map(valueKey));
  return values.filter((value) => !value.known && !said.has(valueKey(value)));
};

/** Whether somebody has to say what the list means before it is checked. */
export const isUnclear = (layout: ImportLayoutAnswer): boolean =>
  !layout.ready ||
  unclearIn(layout).length > 0 ||
  (layout.lacksFinish && layout.mapping?.rules.handoverIsFinish === undefined) ||
  (layout.lacksHours && layout.mapping?.rules.daysOnly === undefined);

const meant = ({ columns }: MappingDraft): readonly (NationalColumn | null)[] => [
  ...columns.values(),
];

export const isComplete = (draft: MappingDraft): boolean =>
  NEEDED.every((column) => meant(draft).includes(column));

export const tellsChannel = (draft: MappingDraft): boolean =>
  CHANNELS.some((column) => meant(draft).includes(column));

export const mappingOf = (
  columns: readonly LayoutColumn[],
  { columns: said, values, handoverIsFinish, daysOnly }: MappingDraft,
): ListMapping => ({
  columns: columns.map(({ title, place }) => ({ title, column: said.get(place) ?? null })),
  values: [...values].flatMap(([key, means]) => {
    const [column = '', value = ''] = key.split('\n');
    return means === '' ? [] : [{ column: column as MappedColumn, value, means }];
  }),
  rules: { handoverIsFinish, daysOnly },
});
