import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { reported, type Telling } from '../../../test/support/reported-history.ts';
import { dayOf } from '../working-time/index.ts';
import type { Cells, Members, Table } from './cells.ts';
import { digitisationChecks } from './digitisation-checks.ts';
import { DIGITISATION_COLUMNS, type DigitisationColumn } from './digitisation-columns.ts';
import { ii06b } from './ii06b.ts';
import { checkCarryOver, ii06bChecks } from './ii06b-checks.ts';
import { II06B_COLUMNS, type Ii06bColumn } from './ii06b-columns.ts';

const JANUARY = { from: dayOf(at('2025-12-15')), to: dayOf(at('2026-01-14')) };
const FEBRUARY = { from: dayOf(at('2026-01-15')), to: dayOf(at('2026-02-14')) };

const RECEIVED: Telling = ['received', '2026-01-12 08:00', { due: '2026-01-20 17:00' }];

const people = (count: number): Members =>
  Array.from({ length: count }, (_, index) => `hs-${index}`);

function cells<Column extends string>(
  columns: readonly Column[],
  numbers: Partial<Record<Column, number>>,
): Cells<Column> {
  const entries = columns.map((column) => [column, people(numbers[column] ?? 0)]);
  return Object.fromEntries(entries) as Cells<Column>;
}

/** A table of one row, as somebody could have typed it. */
function typed(
  row: Partial<Record<Ii06bColumn, number>>,
  total: Partial<Record<Ii06bColumn, number>> = row,
): Table<Ii06bColumn> {
  const only = { key: 'Hộ tịch', label: 'Hộ tịch', cells: cells(II06B_COLUMNS, row) };
  return { rows: [only], total: cells(II06B_COLUMNS, total) };
}

const RIGHT = {
  total: 3,
  onlineInPeriod: 2,
  carriedOver: 1,
  resolved: 2,
  resolvedEarly: 1,
  withdrawn: 1,
  pending: 1,
  pendingInTime: 1,
};

const failing = (table: Table<Ii06bColumn>): readonly string[] =>
  ii06bChecks(table)
    .filter(({ ok }) => !ok)
    .map(({ id }) => id);

describe('the identities of II.06b', () => {
  it('all hold in a right table, each with both its sides', () => {
    expect(failing(typed(RIGHT))).toEqual([]);
    expect(ii06bChecks(typed(RIGHT))[0]).toEqual({
      id: '(3)=(4)+(5)+(6)',
      ok: true,
      left: 3,
      right: 3,
      failingRows: [],
    });
    expect(ii06bChecks(typed(RIGHT))).toHaveLength(4 + 14);
  });

  it.each([
    ['(3)=(4)+(5)+(6)', { ...RIGHT, directOrPostInPeriod: 1 }],
    ['(7)=(8)+(9)+(10)+(11)+(12)', { ...RIGHT, rejected: 1 }],
    ['(13)=(14)+(15)+(16)', { ...RIGHT, pendingSupplement: 1 }],
  ])('tell %s apart', (id, numbers) => {
    expect(failing(typed(numbers))).toEqual([id]);
  });

  it('tell (3)=(7)+(13) apart', () => {
    expect(failing(typed({ ...RIGHT, total: 4, onlineInPeriod: 3 }))).toEqual(['(3)=(7)+(13)']);
  });

  it('name the row that fails although the sums agree', () => {
    const shifted = typed({ ...RIGHT, resolvedEarly: 0 }, RIGHT);
    const check = ii06bChecks(shifted).find(({ id }) => id.startsWith('(7)'));
    expect(check).toEqual({
      id: '(7)=(8)+(9)+(10)+(11)+(12)',
      ok: false,
      left: 2,
      right: 2,
      failingRows: ['Hộ tịch'],
    });
  });

  it('tell a total that is not the sum of its rows', () => {
    const check = ii06bChecks(typed(RIGHT, { ...RIGHT, rejected: 5 })).find(
      ({ id }) => id === 'column-sum:rejected',
    );
    expect(check).toEqual({
      id: 'column-sum:rejected',
      ok: false,
      left: 5,
      right: 0,
      failingRows: [],
    });
  });
});

describe('two adjoining periods', () => {
  it('hand over exactly what was left open', () => {
    const dossiers = [
      reported({ id: 'open' }, RECEIVED),
      reported({ id: 'done' }, RECEIVED, ['withdrawn', '2026-01-14 10:00']),
    ];
    const [then, now] = [ii06b(dossiers, JANUARY), ii06b(dossiers, FEBRUARY)];
    expect(checkCarryOver(then.total.pending, now.total.carriedOver)).toEqual({
      id: '(13)=next(6)',
      ok: true,
      left: 1,
      right: 1,
      failingRows: [],
      missing: [],
      added: [],
    });
  });

  it('name the dossiers on which an issued report and the next one differ', () => {
    const check = checkCarryOver(['annulled-since', 'open'], ['open', 'told-too-late']);
    expect(check).toMatchObject({
      ok: false,
      left: 2,
      right: 2,
      missing: ['annulled-since'],
      added: ['told-too-late'],
    });
  });
});

describe('the identities of Phụ lục 01', () => {
  const table = (
    numbers: Partial<Record<DigitisationColumn, number>>,
  ): Table<DigitisationColumn> => {
    const row = cells(DIGITISATION_COLUMNS, numbers);
    return { rows: [{ key: 'TTPVHCC', label: 'TTPVHCC', cells: row }], total: row };
  };

  /** Xã Ninh Giang, 15/12/2025 – 14/01/2026, as printed. */
  const PRINTED = {
    total: 3733,
    pending: 2,
    pendingWithComponents: 2,
    pendingWithResult: 2,
    pendingWithBoth: 2,
    resolved: 3731,
    resolvedWithComponents: 3723,
    resolvedWithResult: 3731,
    resolvedWithBoth: 3723,
    resolvedWithoutComponents: 8,
    archived: 2586,
    reused: 3722,
  };

  const wrong = (numbers: Partial<Record<DigitisationColumn, number>>): readonly string[] =>
    digitisationChecks(table(numbers))
      .filter(({ ok }) => !ok)
      .map(({ id }) => id);

  it('hold in the printed table', () => {
    expect(wrong(PRINTED)).toEqual([]);
    expect(digitisationChecks(table(PRINTED))).toHaveLength(6 + 15);
  });

  it.each([
    ['(3)=(4)+(10)', { total: 3749 }],
    ['(4)=(5)+(8)', { pendingWithoutComponents: 1 }],
    ['(4)=(6)+(9)', { pendingWithoutResult: 1 }],
    ['(10)=(11)+(14)', { resolvedWithoutComponents: 9 }],
    ['(10)=(12)+(15)', { resolvedWithoutResult: 8 }],
    ['(13)≥(11)+(12)−(10)', { resolvedWithBoth: 3722 }],
  ])('tell %s apart', (id, change) => {
    expect(wrong({ ...PRINTED, ...change })).toEqual([id]);
  });

  it('name the row with too few dossiers that have both files', () => {
    const check = digitisationChecks(table({ ...PRINTED, resolvedWithBoth: 3722 }))[5];
    expect(check).toMatchObject({ left: 3722, right: 3723, failingRows: ['TTPVHCC'] });
  });
});
