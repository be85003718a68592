import { TOTAL_ROW, type Sized, type Table } from './cells.ts';
import type { Share } from './share.ts';
import { tabulateHeaps, type Heap } from './tabulate-heaps.ts';
import type { RowNames } from './tabulate.ts';

/** One row of a report that was told: its name and its numbers. */
export interface ToldRow<Column extends string> {
  readonly label: string;
  readonly numbers: Readonly<Record<Column, number>>;
}

/** What one unit reports: figures of a version it issued, or read from its file. */
export interface Part<Column extends string> {
  /** By which its row is known. */
  readonly unit: string;
  readonly rows: readonly ToldRow<Column>[];
}

export interface Consolidation<Column extends string> {
  /** As the units named their rows; the same field written otherwise is the same field. */
  readonly fields: Table<Column, Sized>;
  readonly units: Table<Column, Sized>;
}

const sameness = (label: string): string =>
  label.normalize('NFC').trim().replaceAll(/\s+/g, ' ').toLocaleLowerCase('vi');

/** By which name a row of any part is known: the first that was written. */
function namesOf<Column extends string>(
  parts: readonly Part<Column>[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { rows } of parts) {
    for (const { label } of rows) {
      const same = sameness(label);
      if (!names.has(same)) names.set(same, label.normalize('NFC').trim());
    }
  }
  return names;
}

const heapsOf = <Column extends string>(
  columns: readonly Column[],
  row: string,
  numbers: Readonly<Record<Column, number>>,
): readonly Heap<Column>[] =>
  columns.map((column) => ({ row, columns: [column], length: numbers[column] }));

/**
 * The sum of what units report, by field and by unit. Both tables have the same total; a unit that reports
 * nothing is a row of noughts, a unit that has not reported is none. Fields follow the catalogue of the city.
 *
 * @example consolidation(II06B_COLUMNS, [january of Xã A, january of Xã B]).fields.total.total.length
 */
export function consolidation<Column extends string>(
  columns: readonly Column[],
  parts: readonly Part<Column>[],
  { order = [] }: Pick<RowNames, 'order'> = {},
): Consolidation<Column> {
  const names = namesOf(parts);
  const known = (label: string): string => names.get(sameness(label)) ?? label;
  const nothing = Object.fromEntries(columns.map((column) => [column, 0])) as Record<
    Column,
    number
  >;
  const byField = parts.flatMap(({ rows }) =>
    rows.flatMap(({ label, numbers }) => heapsOf(columns, known(label), numbers)),
  );
  const byUnit = parts.flatMap(({ unit, rows }) => [
    ...heapsOf(columns, unit, nothing),
    ...rows.flatMap(({ numbers }) => heapsOf(columns, unit, numbers)),
  ]);
  return {
    fields: tabulateHeaps(columns, byField, { order: order.map(known) }),
    units: tabulateHeaps(columns, byUnit),
  };
}

/** What a unit adds to a number of the city, and by which name the row is its own. */
export interface Contribution {
  readonly unit: string;
  readonly row: string;
  readonly count: number;
}

/**
 * A number of the city taken apart: the units that add to it, the most first.
 *
 * @example contributions(parts, { field: 'Hộ tịch', column: 'resolvedLate' }) // Xã A: 3 dossiers
 */
export function contributions<Column extends string>(
  parts: readonly Part<Column>[],
  { field, column }: { readonly field: string; readonly column: Column },
): readonly Contribution[] {
  const isAll = field === TOTAL_ROW;
  const told = parts.flatMap(({ unit, rows }): readonly Contribution[] => {
    const own = rows.filter(({ label }) => isAll || sameness(label) === sameness(field));
    const count = own.reduce((sum, { numbers }) => sum + numbers[column], 0);
    const row = isAll ? TOTAL_ROW : own[0]?.label;
    return row === undefined || count === 0 ? [] : [{ unit, row, count }];
  });
  return told.toSorted((one, other) => other.count - one.count);
}

/** A ratio over several units: parts and wholes are added up, never percentages. */
export const sharesTogether = (shares: readonly Share[]): Share => ({
  numerator: shares.reduce((sum, { numerator }) => sum + numerator, 0),
  denominator: shares.reduce((sum, { denominator }) => sum + denominator, 0),
});
