import {
  II06B_COLUMNS,
  TOTAL_ROW,
  columnsOfPassage,
  type Bounds,
  type Ii06bColumn,
} from '../report/index.ts';
import { weightOf, type Cause } from './cause.ts';
import { causesOf, type CountedDossier } from './counted-dossier.ts';

/** What a source's own report says of a field, or of all of them in the row of sums. */
export interface DeclaredRow {
  readonly row: string;
  readonly numbers: Readonly<Partial<Record<Ii06bColumn, number>>>;
}

/** One number of theirs beside ours. */
export interface ComparedCell {
  readonly row: string;
  readonly column: Ii06bColumn;
  readonly declared: number;
  readonly ours: number;
}

/** A dossier that may be what a number differs by; never more than that. */
export interface Candidate {
  readonly dossier: CountedDossier;
  readonly row: string;
  readonly column: Ii06bColumn;
  readonly causes: readonly Cause[];
}

const standsIn = (dossier: CountedDossier, row: string, column: Ii06bColumn): boolean =>
  (row === TOTAL_ROW || dossier.row === row) &&
  columnsOfPassage(dossier.passage, 16).includes(column);

/** Every number that was declared, in the order of the form, beside what we count. */
export const compareCells = (
  declared: readonly DeclaredRow[],
  ours: readonly CountedDossier[],
): readonly ComparedCell[] =>
  declared.flatMap(({ row: said, numbers }) => {
    const row = said.normalize('NFC').trim();
    return II06B_COLUMNS.flatMap((column) => {
      const number = numbers[column];
      if (number === undefined) return [];
      const counted = ours.filter((dossier) => standsIn(dossier, row, column)).length;
      return [{ row, column, declared: number, ours: counted }];
    });
  });

/**
 * Dossiers that may be what the numbers differ by, the likeliest first. Only what we count can be named:
 * where they count more, those of a neighbouring column are asked as well, for a dossier that they see in
 * *đã giải quyết* and we in *đang giải quyết* stands in both differences.
 */
export function candidatesOf(
  cells: readonly ComparedCell[],
  ours: readonly CountedDossier[],
  bounds: Bounds,
): readonly Candidate[] {
  const differing = cells.filter(({ declared, ours: counted }) => declared !== counted);
  const fewerThere = differing.filter(({ declared, ours: counted }) => declared < counted);
  const named = new Map<string, Candidate>();
  for (const { row, column } of mostParticular(fewerThere.length > 0 ? fewerThere : differing)) {
    for (const dossier of ours) {
      if (named.has(dossier.id) || !couldBe(dossier, { row, column }, fewerThere.length > 0))
        continue;
      const causes = causesOf(dossier, bounds);
      if (causes.length > 0) named.set(dossier.id, { dossier, row, column, causes });
    }
  }
  return [...named.values()].toSorted(
    (one, other) =>
      weightOf(other.causes) - weightOf(one.causes) ||
      (one.dossier.code < other.dossier.code ? -1 : 1),
  );
}

const couldBe = (
  dossier: CountedDossier,
  { row, column }: Pick<ComparedCell, 'row' | 'column'>,
  isCountedHere: boolean,
): boolean =>
  isCountedHere ? standsIn(dossier, row, column) : row === TOTAL_ROW || dossier.row === row;

/** A difference of a field says more than that of the sums, and one of a part more than that of the whole. */
const mostParticular = (cells: readonly ComparedCell[]): readonly ComparedCell[] =>
  cells.toSorted((one, other) => generality(one) - generality(other));

const WHOLES: readonly Ii06bColumn[] = ['total', 'resolved', 'pending'];

const generality = ({ row, column }: ComparedCell): number =>
  (row === TOTAL_ROW ? 2 : 0) + (WHOLES.includes(column) ? 1 : 0);
