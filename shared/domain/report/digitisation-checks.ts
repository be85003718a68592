import type { Cells, Sized, Table } from './cells.ts';
import { checkColumnSum, checkIdentity, type Check, type Identity } from './check.ts';
import { DIGITISATION_COLUMNS, type DigitisationColumn } from './digitisation-columns.ts';

const IDENTITIES: readonly Identity<DigitisationColumn>[] = [
  { id: '(3)=(4)+(10)', whole: ['total'], parts: ['pending', 'resolved'] },
  {
    id: '(4)=(5)+(8)',
    whole: ['pending'],
    parts: ['pendingWithComponents', 'pendingWithoutComponents'],
  },
  { id: '(4)=(6)+(9)', whole: ['pending'], parts: ['pendingWithResult', 'pendingWithoutResult'] },
  {
    id: '(10)=(11)+(14)',
    whole: ['resolved'],
    parts: ['resolvedWithComponents', 'resolvedWithoutComponents'],
  },
  {
    id: '(10)=(12)+(15)',
    whole: ['resolved'],
    parts: ['resolvedWithResult', 'resolvedWithoutResult'],
  },
];

/** Every identity of Phụ lục 01; (13) can only be bounded: at least (11)+(12)−(10) have both files. */
export function digitisationChecks(table: Table<DigitisationColumn, Sized>): readonly Check[] {
  return [
    ...IDENTITIES.map((identity) => checkIdentity(table, identity)),
    checkBoth(table),
    ...DIGITISATION_COLUMNS.map((column) => checkColumnSum(table, column)),
  ];
}

function checkBoth({ rows, total }: Table<DigitisationColumn, Sized>): Check {
  const failingRows = rows.filter(({ cells }) => !isBothPossible(cells)).map(({ key }) => key);
  return {
    id: '(13)≥(11)+(12)−(10)',
    ok: isBothPossible(total) && failingRows.length === 0,
    left: total.resolvedWithBoth.length,
    right: leastWithBoth(total),
    failingRows,
  };
}

const leastWithBoth = (cells: Cells<DigitisationColumn, Sized>): number =>
  cells.resolvedWithComponents.length + cells.resolvedWithResult.length - cells.resolved.length;

const isBothPossible = (cells: Cells<DigitisationColumn, Sized>): boolean =>
  cells.resolvedWithBoth.length >= leastWithBoth(cells);
