import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import {
  II06B_COLUMNS,
  columnsOfPassage,
  digitisation,
  columnsOfFiles,
  DIGITISATION_COLUMNS,
  dossierIndicator,
  DOSSIER_INDICATORS,
  ii06b,
  partIn,
  definitionOn,
  reportedDossierOf,
  type LatenessRules,
  type Period,
  type ReportedDossier,
  type RowBy,
} from '#domain/report';
import { dayOf, instant, startOf } from '#domain/working-time';
import { EventStore, HistoryReader } from '../../backend/src/dossiers/index.ts';
import type { Frame } from '../../backend/src/reports/engine/frame.ts';
import { HeapReader } from '../../backend/src/reports/engine/heap-reader.service.ts';
import { KnownThen } from '../../backend/src/reports/engine/known-then.service.ts';
import { aUnitRow, openDatabase, type TestDatabase } from '../support/database.ts';
import { at } from '../support/moment.ts';
import { naiveReport } from '../support/naive-report.ts';
import { propertyRuns } from '../support/property-runs.ts';
import { randomBounds, randomDossiers, type RandomDossier } from '../support/random-dossiers.ts';
import { storable } from '../support/stored-report.ts';

const ROWS_BY: readonly RowBy[] = [
  ...(['field', 'procedure', 'department', 'officer'] as const),
  ...(['source', 'channel', 'unit', 'responsible'] as const),
];

const lateness: fc.Arbitrary<LatenessRules> = fc.record({
  lateAgainst: fc.constantFrom('beforeExtension', 'current'),
  earlyBy: fc.constantFrom('minute', 'day'),
  lateAfter: fc.constantFrom('dueMoment', 'endOfDueDay'),
});

let database: TestDatabase;
let reader: HeapReader;
let serial = 0;

beforeAll(async () => {
  database = await openDatabase({ unsound: 'its dossiers live by rules no catalogue holds' });
  reader = new HeapReader(new KnownThen(new HistoryReader(database.tenancy)));
});
afterAll(() => database.close());

/** A unit of its own for each case: nothing of another one is counted with it. */
async function kept(dossiers: readonly RandomDossier[]) {
  serial += 1;
  const code = `H27.${serial}`;
  const unit = await aUnitRow(database, code);
  const stored = dossiers.map(({ history }) => storable(history, { unit, unitCode: code }));
  await database.tenancy.within({ units: [unit] }, (transaction) =>
    new EventStore(database.tenancy).appendMany(
      stored.map(({ append }) => append),
      transaction,
    ),
  );
  const reported = stored.map(({ id, history }) => reportedDossierOf(history, { id, unit: code }));
  return { unit, code, reported, stored };
}

const frameOf = (
  { unit, code }: { readonly unit: number; readonly code: string },
  period: Period,
  rules: LatenessRules,
): Frame => {
  const about = { id: unit, code, name: code };
  return { about, units: [{ ...about, lateness: rules }], period, authority: 'commune' };
};

/** Every cell of every row with its members, as the database has them. */
async function cellsOf(
  frame: Frame,
  by: RowBy,
  columns: (profile: Parameters<typeof columnsOfFiles>[0]) => readonly string[],
): Promise<Readonly<Record<string, readonly string[]>>> {
  return database.tenancy.within(
    { units: frame.units.map(({ id }) => id), role: 'reader' },
    async (transaction) => {
      const heaps = await reader.heaps(transaction, frame, { by, grain: 'profile' });
      const cells: Record<string, string[]> = {};
      for (const heap of heaps) {
        const chosen = { by, grain: 'profile' as const, heaps: [heap] };
        const named = await reader.members(transaction, frame, chosen, { limit: 1_000 });
        expect(named).toHaveLength(heap.length);
        for (const column of columns(heap.profile)) {
          const cell = (cells[`${heap.row} ${column}`] ??= []);
          cell.push(...named.map(({ id }) => id));
        }
      }
      return sorted(cells);
    },
  );
}

const sorted = (cells: Readonly<Record<string, readonly string[]>>) =>
  Object.fromEntries(
    Object.entries(cells)
      .filter(([, members]) => members.length > 0)
      .map(([cell, members]) => [cell, members.toSorted()]),
  );

const cellsIn = (
  rows: readonly {
    readonly key: string;
    readonly cells: Readonly<Record<string, readonly string[]>>;
  }[],
) =>
  sorted(
    Object.fromEntries(
      rows.flatMap(({ key, cells }) =>
        Object.entries(cells).map(([column, members]) => [`${key} ${column}`, members]),
      ),
    ),
  );

const passageColumns = ({ passage }: Parameters<typeof columnsOfFiles>[0]) =>
  columnsOfPassage(passage, 16);

describe('what the database counts', () => {
  it('is what the law folds from the events: every cell of II.06b, every row, every period', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[randomDossiers(8), randomBounds, lateness],
        async (dossiers, [from, middle, to], rules) => {
          const home = await kept(dossiers);
          for (const period of [
            { from, to: middle },
            { from: middle, to },
            { from, to },
          ]) {
            for (const by of ROWS_BY) {
              const told = await cellsOf(frameOf(home, period, rules), by, passageColumns);
              const folded = ii06b(home.reported, { ...period, ...rules, by });
              expect(told).toEqual(cellsIn(folded.rows));
            }
          }
        },
      ),
      { numRuns: propertyRuns(0.0006) },
    );
  });

  it('is Phụ lục 01 and every ratio of the same fold', async () => {
    await fc.assert(
      fc.asyncProperty(randomDossiers(8), randomBounds, async (dossiers, [from, , to]) => {
        const home = await kept(dossiers);
        const rules = RULES;
        const period = { from, to };
        const frame = frameOf(home, period, rules);
        const appendix = digitisation(home.reported, { ...period, ...rules, by: 'field' });
        expect(await cellsOf(frame, 'field', columnsOfFiles)).toEqual(cellsIn(appendix.rows));
        expect(await ratiosOf(frame)).toEqual(ratiosIn(home.reported, period));
      }),
      { numRuns: propertyRuns(0.0006) },
    );
  });

  it('tells in its line under the table whom no column counts', async () => {
    await fc.assert(
      fc.asyncProperty(randomDossiers(8), randomBounds, async (dossiers, [from, , to]) => {
        const home = await kept(dossiers);
        const { notCounted } = ii06b(home.reported, { from, to });
        const told = await database.tenancy.within({ units: [home.unit] }, (transaction) =>
          reader.uncounted(transaction, frameOf(home, { from, to }, RULES)),
        );
        expect(told).toEqual({
          withdrawnBeforeAcceptance: notCounted.withdrawnBeforeAcceptance.length,
          awaitingIntakeSupplement: notCounted.awaitingIntakeSupplement.length,
        });
      }),
      { numRuns: propertyRuns(0.0006) },
    );
  });
});

const HOUR = 3_600_000;

const pastQuestion = fc.record({ by: fc.constantFrom(...ROWS_BY), hour: fc.nat(8 * 24) });

describe('what the database counts as of a moment that is past', () => {
  it('is what somebody with a pencil would have counted then, in every row of every grouping', async () => {
    await fc.assert(
      fc.asyncProperty(
        ...[randomDossiers(8), randomBounds, lateness, pastQuestion],
        async (dossiers, [from, , to], rules, { by, hour }) => {
          const home = await kept(dossiers);
          const asOf = instant(startOf(from) + hour * HOUR);
          const then = home.stored.flatMap(({ id, history }) => {
            const entered = history.filter(({ recordedAt }) => recordedAt <= asOf);
            return entered.length === 0 ? [] : [{ id, history: entered }];
          });
          const frame = { ...frameOf(home, { from, to }, rules), asOf };
          const told = await cellsOf(frame, by, passageColumns);
          const reported = then.map(({ id, history }) =>
            reportedDossierOf(history, { id, unit: home.code }),
          );
          expect(told).toEqual(cellsIn(ii06b(reported, { from, to, ...rules, by }).rows));
          const byNumber = Object.fromEntries(
            II06B_COLUMNS.map((column, index) => [index + 3, membersIn(told, column)]),
          );
          const naive = Object.entries(naiveReport(then, from, to, rules));
          expect(byNumber).toEqual(
            Object.fromEntries(naive.map(([number, ids]) => [number, ids.toSorted()])),
          );
        },
      ),
      { numRuns: propertyRuns(0.0012) },
    );
  });
});

/** A column's members over all rows. */
const membersIn = (cells: Readonly<Record<string, readonly string[]>>, column: string) =>
  Object.entries(cells)
    .filter(([cell]) => cell.endsWith(` ${column}`))
    .flatMap(([, members]) => members)
    .toSorted();

const RULES: LatenessRules = {
  lateAgainst: 'beforeExtension',
  earlyBy: 'minute',
  lateAfter: 'dueMoment',
};

/** The numbers of every ratio: numerator and missing. */
const ratiosOf = (frame: Frame) =>
  database.tenancy.within({ units: frame.units.map(({ id }) => id) }, async (transaction) => {
    const heaps = await reader.heaps(transaction, frame, { by: 'field', grain: 'profile' });
    return DOSSIER_INDICATORS.map((indicator) => {
      const { population } = definitionOn(indicator, [], frame.period.to);
      const counted = { numerator: 0, missing: 0 };
      for (const { profile, length } of heaps) {
        const part = partIn(indicator, population, profile);
        if (part !== null) counted[part] += length;
      }
      return [indicator, counted.numerator, counted.missing];
    });
  });

const ratiosIn = (dossiers: readonly ReportedDossier[], period: Period) =>
  DOSSIER_INDICATORS.map((indicator) => {
    const { numerator, missing } = dossierIndicator(indicator, dossiers, period);
    return [indicator, numerator.length, missing.length];
  });

describe('the cases', () => {
  it('are not empty: random lives stand in every column of both forms', () => {
    const period = { from: dayOf(at('2026-01-13')), to: dayOf(at('2026-01-15')) };
    const stoodIn = new Set<string>();
    for (const dossiers of fc.sample(randomDossiers(8), { numRuns: 400, seed: 766 })) {
      const reported = dossiers.map(({ id, history }) =>
        reportedDossierOf(history, { id, unit: 'xa' }),
      );
      const forms = [ii06b(reported, period).total, digitisation(reported, period).total];
      for (const [column, members] of forms.flatMap((cells) => Object.entries(cells))) {
        if (members.length > 0) stoodIn.add(column);
      }
    }
    expect([...stoodIn].sort()).toEqual(
      [...new Set([...II06B_COLUMNS, ...DIGITISATION_COLUMNS])].sort(),
    );
  });
});
