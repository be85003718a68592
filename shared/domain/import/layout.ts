import { LISTED_COLUMNS, isUnderstood, type MappedColumn } from './mapping.ts';
import { readMoment } from './moment-text.ts';
import { DATES } from './row-read.ts';
import {
  TITLE_ROWS,
  cellsByColumn,
  findHeader,
  isNoDossier,
  type Header,
  type Naming,
  type SheetRow,
} from './table.ts';
import { columnOf, type NationalColumn } from './title.ts';

/** A column as a person sees it who has to say what it means. */
interface LayoutColumn {
  readonly title: string;
  readonly place: number;
  /** What it seems to mean; a person confirms it. */
  readonly column: NationalColumn | null;
  readonly samples: readonly string[];
}

/** A value whose meaning a figure depends on. */
interface LayoutValue {
  readonly column: MappedColumn;
  readonly value: string;
  readonly rows: number;
  /** Whether it is understood as it stands. */
  readonly known: boolean;
}

export interface Layout {
  readonly columns: readonly LayoutColumn[];
  readonly values: readonly LayoutValue[];
  /** The list tells hand-overs, and for none of its rows a finish. */
  readonly lacksFinish: boolean;
  /** A column of dates, the promise excepted, tells days and never an hour. */
  readonly lacksHours: boolean;
}

const SAMPLES = 3;
/** More different words than these in one column are no words of a fixed list. */
const MOST_VALUES = 40;
const MOST_ROWS = 5_000;

/** What the columns and values of a table seem to mean; undefined where it looks like no table. */
export function layoutOf(rows: readonly SheetRow[], naming: Naming = columnOf): Layout | undefined {
  const header = headerOf(rows, naming);
  if (header === undefined) return undefined;
  const listed = rows
    .filter((row) => row.number > header.below && !isNoDossier(row, header))
    .slice(0, MOST_ROWS);
  const meant = new Map([...header.places].map(([column, place]) => [place, column]));
  const columns = header.titles.flatMap((title, place) =>
    title.trim() === ''
      ? []
      : [
          {
            ...{ title: title.trim(), place, column: meant.get(place) ?? null },
            samples: samplesOf(listed, place),
          },
        ],
  );
  return {
    ...{ columns, values: valuesOf(listed, header) },
    ...{ lacksFinish: lacksFinish(header), lacksHours: lacksHours(listed, header) },
  };
}

/** What is recognised, or else the widest row that stands above others: somebody has to say what it means. */
function headerOf(rows: readonly SheetRow[], naming: Naming): Header | undefined {
  const found = findHeader(rows, naming);
  if ('places' in found) return found;
  const above = rows.filter(({ number }) => number <= TITLE_ROWS);
  const widest = above.toSorted((a, b) => said(b) - said(a) || a.number - b.number)[0];
  if (widest === undefined || said(widest) < 2) return undefined;
  const { number, cells } = widest;
  const places = new Map<NationalColumn, number>();
  for (const [place, title] of cells.entries()) {
    const column = naming(title);
    if (column !== undefined && !places.has(column)) places.set(column, place);
  }
  return { below: number, places, titles: cells, rows: [cells] };
}

const said = ({ cells }: SheetRow): number => cells.filter((cell) => cell.trim() !== '').length;

const samplesOf = (rows: readonly SheetRow[], place: number): readonly string[] => {
  const samples = new Set<string>();
  for (const { cells } of rows) {
    const cell = (cells[place] ?? '').trim();
    if (cell !== '') samples.add(cell.slice(0, 100));
    if (samples.size === SAMPLES) break;
  }
  return [...samples];
};

function valuesOf(rows: readonly SheetRow[], header: Header): readonly LayoutValue[] {
  const counts = new Map<MappedColumn, Map<string, number>>();
  for (const row of rows) {
    const cells = cellsByColumn(row, header);
    for (const column of LISTED_COLUMNS) {
      const cell = cells[column];
      if (cell === undefined) continue;
      const of = counts.get(column) ?? new Map<string, number>();
      counts.set(column, of.set(cell, (of.get(cell) ?? 0) + 1));
    }
  }
  return [...counts].flatMap(([column, of]) =>
    [...of].slice(0, MOST_VALUES).map(([value, times]) => ({
      column,
      value,
      rows: times,
      known: isUnderstood(column, value),
    })),
  );
}

/** One that has an hour here and there has wrong rows; one that never has is made so. */
function lacksHours(rows: readonly SheetRow[], { places }: Header): boolean {
  return DATES.some((column) => {
    const place = places.get(column);
    if (place === undefined || column === 'NgayHenTra') return false;
    const cells = rows.map(({ cells: each }) => (each[place] ?? '').trim());
    const told = cells.filter((cell) => cell !== '').map((cell) => readMoment(cell).kind);
    return told.length > 0 && told.every((kind) => kind === 'day');
  });
}

const lacksFinish = ({ places }: Header): boolean =>
  places.has('NgayTra') && !places.has('NgayKetThucXuLy');
