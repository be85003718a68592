import { II06B_COLUMNS, type Ii06bColumn } from '#domain/report';
import type { Dice } from './dice.ts';
import type { Numbers, PrintedTable } from './printed-table.ts';
import type { Entry, Exit } from './story.ts';

/** One dossier that the printed table asks for. */
export interface PlaceAsked {
  readonly field: string;
  readonly entry: Entry;
  readonly exit: Exit;
}

const ENTRIES = ['onlineInPeriod', 'directOrPostInPeriod', 'carriedOver'] as const;
const SUMS: readonly Ii06bColumn[] = ['total', 'resolved', 'pending', ...ENTRIES];

/** Everybody the table asks for, row by row; who of a row ended how is left to the dice. */
export function placesIn(table: PrintedTable, dice: Dice): readonly PlaceAsked[] {
  return [...table.rows].flatMap(([field, numbers]) => {
    const entries = spread(numbers, ENTRIES);
    const exits = dice.shuffled(spread(numbers, exitColumns()));
    return entries.map((entry, index) => ({
      field,
      entry: entry as Entry,
      exit: exits[index] as Exit,
    }));
  });
}

const exitColumns = (): readonly Ii06bColumn[] =>
  II06B_COLUMNS.filter((column) => !SUMS.includes(column));

const spread = (numbers: Numbers, columns: readonly Ii06bColumn[]): readonly Ii06bColumn[] =>
  columns.flatMap((column) => Array<Ii06bColumn>(numbers[column]).fill(column));
