import { readFileSync } from 'node:fs';
import { II06B_COLUMNS, TOTAL_ROW, type Ii06bColumn } from '#domain/report';

export type Numbers = Readonly<Record<Ii06bColumn, number>>;

/** A table of II.06b as a commune printed it. */
export interface PrintedTable {
  readonly rows: ReadonlyMap<string, Numbers>;
  readonly total: Numbers;
}

/** Reads a table that a statistician can open and edit: one line per field, the sums last. */
export function readPrintedTable(name: string): PrintedTable {
  const file = new URL(`./tables/${name}.csv`, import.meta.url);
  const [, ...lines] = readFileSync(file, 'utf8').trim().split('\n');
  const rows = new Map(lines.map((line) => numbersIn(line)));
  const total = rows.get(TOTAL_ROW);
  if (total === undefined) throw new Error(`${name} has no line of sums`);
  rows.delete(TOTAL_ROW);
  return { rows, total };
}

function numbersIn(line: string): readonly [field: string, numbers: Numbers] {
  const [field = '', ...numbers] = line.split(';');
  const entries = II06B_COLUMNS.map((column, index) => [column, Number(numbers[index])]);
  return [field, Object.fromEntries(entries) as Numbers];
}
