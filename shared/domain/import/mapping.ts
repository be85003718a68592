import type { Serials } from './moment-text.ts';
import { readChannel, readFlag, readStatus, type Cell } from './national-value.ts';
import { FLAGS } from './row-read.ts';
import { columnOf, plainTitle, type NationalColumn } from './title.ts';
import type { Naming } from './table.ts';

/** Columns whose values a person may translate: the others are taken as they stand. */
export const MAPPED_COLUMNS = [
  ...(['KenhNop', 'KenhThucHien', 'TrangThai', 'MaTTHC', 'LinhVuc', 'HeThongNguon'] as const),
  ...(['DuocThanhToanTrucTuyen', 'CoPhi', 'HoSoCoThanhPhanSoHoa', 'CoKetQuaSoHoa'] as const),
  ...(['CoKetQuaDienTu', 'LuuKho', 'TaiSuDung', 'PhiDiaGioi', 'LienThong'] as const),
] as const satisfies readonly NationalColumn[];

export type MappedColumn = (typeof MAPPED_COLUMNS)[number];

/** What a list of another layout means, as a person confirmed it. */
export interface ListMapping {
  /** A title that means nothing here has no column. */
  readonly columns: readonly { readonly title: string; readonly column: NationalColumn | null }[];
  readonly values: readonly {
    readonly column: MappedColumn;
    readonly value: string;
    readonly means: string;
  }[];
  readonly rules: MappingRules;
}

interface MappingRules {
  /** The hand-over may stand for a finish that is not told. */
  readonly handoverIsFinish?: boolean;
  /** Dates may be days without an hour. */
  readonly daysOnly?: boolean;
  /** Dates stand there as a spreadsheet counts days. */
  readonly serials?: Serials;
}

/** Titles by the mapping; those it does not speak of by the names everybody knows, unless they are spoken for. */
export function namingOf({ columns }: Pick<ListMapping, 'columns'>): Naming {
  const byTitle = new Map(columns.map(({ title, column }) => [plainTitle(title), column]));
  const taken = new Set(columns.map(({ column }) => column));
  return (title) => {
    const mapped = byTitle.get(plainTitle(title));
    if (mapped !== undefined) return mapped ?? undefined;
    const known = columnOf(title);
    return known === undefined || taken.has(known) ? undefined : known;
  };
}

type Cells = Partial<Record<NationalColumn, string>>;

/** The cells of a row in the words everybody knows. */
export function translated(cells: Cells, { values }: Pick<ListMapping, 'values'>): Cells {
  if (values.length === 0) return cells;
  const means = new Map(
    values.map(({ column, value, means: meant }) => [`${column}\n${plainTitle(value)}`, meant]),
  );
  const entries = Object.entries(cells).map(([column, cell]) => [
    column,
    means.get(`${column}\n${plainTitle(cell)}`) ?? cell,
  ]);
  return Object.fromEntries(entries) as Cells;
}

export interface MappingFault {
  /** Where in the mapping it stands. */
  readonly path: string;
  readonly code: 'column-given-twice' | 'unknown-value';
}

/** What would make rows unreadable for a reason no row shows: found when the mapping is saved. */
export function mappingFaults({ columns, values }: ListMapping): readonly MappingFault[] {
  const seen = new Set<NationalColumn>();
  const twice = columns.flatMap(({ column }, index): readonly MappingFault[] => {
    if (column === null) return [];
    const isTaken = seen.has(column);
    seen.add(column);
    return isTaken ? [{ path: `columns.${index}.column`, code: 'column-given-twice' }] : [];
  });
  const unknown = values.flatMap(({ column, means }, index): readonly MappingFault[] =>
    isUnderstood(column, means) ? [] : [{ path: `values.${index}.means`, code: 'unknown-value' }],
  );
  return [...twice, ...unknown];
}

/** Whether a mapping was made for lists with these titles. */
export const isMadeFor = (
  { columns }: Pick<ListMapping, 'columns'>,
  titles: readonly string[],
): boolean => {
  const there = new Set(titles.map(plainTitle));
  return columns.length > 0 && columns.every(({ title }) => there.has(plainTitle(title)));
};

type Reader = (cell: string) => Cell<unknown>;

const READERS: Partial<Record<MappedColumn, Reader>> = {
  KenhNop: (cell) => readChannel('KenhNop', cell),
  KenhThucHien: (cell) => readChannel('KenhThucHien', cell),
  TrangThai: readStatus,
  ...Object.fromEntries(FLAGS.map((column) => [column, readFlag])),
};

/** Columns whose values come from a short list of words. */
export const LISTED_COLUMNS: readonly MappedColumn[] = MAPPED_COLUMNS.filter(
  (column) => READERS[column] !== undefined,
);

/** Whether a value says by itself what it means; where any will do, every one does. */
export const isUnderstood = (column: MappedColumn, value: string): boolean => {
  const read = READERS[column]?.(value);
  return read === undefined || 'value' in read;
};
