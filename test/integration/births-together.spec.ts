import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { instant } from '#domain/working-time';
import type { Append, Appended } from '../../backend/src/dossiers/store/append.ts';
import { EventStore } from '../../backend/src/dossiers/store/event-store.service.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { lifeOf, wishes } from '../support/random-life.ts';
import { aDossierId, anAppend, stateAfter, withStorableIds } from '../support/stored-life.ts';

const TABLES = [
  ...['dossier', 'dossier_event', 'dossier_span', 'dossier_text', 'applicant', 'source_record'],
  ...['dossier_fact', 'dossier_course'],
  ...['lookup_code', 'search_word', 'code_counter', 'audit', 'outbox', 'feed'],
];
/** What two places can never have in common. */
const OWN = ['unit_id', 'position', 'hash', 'machine_at'];

let database: TestDatabase;
let store: EventStore;
let unit: number;
let other: number;

const aUnit = (): Promise<number> =>
  aUnitRow(database, `H24.${aDossierId().slice(-6).toUpperCase()}`);

beforeAll(async () => {
  database = await openDatabase({
    unsound: 'its dossiers live by rules and calendars that no catalogue holds',
  });
  store = new EventStore(database.tenancy);
});
beforeEach(async () => {
  [unit, other] = [await aUnit(), await aUnit()];
});
afterAll(() => database.close());

/** A life told whole by another system, with everything that may lie around it. */
function aBirth(list: Parameters<typeof lifeOf>[0], place: number): Append {
  const state = stateAfter(withStorableIds(lifeOf(list).history));
  const dossierId = aDossierId();
  const at = state.history.at(-1)?.recordedAt ?? instant(0);
  return anAppend(unit, state, {
    ...{ dossierId, unitCode: 'H24.99', signals: { stepDueAt: instant(1_000), nextSignalAt: at } },
    ...(place % 3 !== 0 && {
      applicant: {
        kind: 'person',
        name: 'Đặng Văn Ân',
        phone: '0001234567',
        phoneHash: 'ab'.repeat(32),
      },
      lookup: { sealed: 'cd'.repeat(20), hash: 'ef'.repeat(32) },
      sources: [
        { source: 'dvcqg', externalCode: `G22-${dossierId}`, knownAt: at, differences: ['x'] },
      ],
    }),
    feed: [{ op: 'created', type: 'dossier', id: dossierId, at }],
    outbox: place % 2 === 0 ? [] : [{ topic: 'topic', message: { place }, at }],
  });
}

const together = (appends: readonly Append[]): Promise<readonly Appended[]> =>
  database.tenancy.within({ units: [unit] }, (transaction) =>
    store.appendMany(appends, transaction),
  );

const rowsOf = async (table: string, of: number): Promise<readonly unknown[]> => {
  const rows = await database.asRoot<{ row: unknown }>(
    `select to_jsonb(told) - $2::text[] as row from ${table} as told where unit_id = $1
     order by (to_jsonb(told) - $2::text[])::text`,
    [of, OWN],
  );
  return rows.map(({ row }) => row);
};

describe('dossiers born together', () => {
  it('leave what they leave when they are born one after another', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(wishes(6), { minLength: 1, maxLength: 12 }), async (lives) => {
        [unit, other] = [await aUnit(), await aUnit()];
        const births = lives.map(aBirth);
        const answers = await together(births);
        const apart: Appended[] = [];
        for (const birth of births) apart.push(await store.append({ ...birth, unit: other }));
        expect(answers).toEqual(apart);
        for (const table of TABLES) {
          expect([table, await rowsOf(table, unit)]).toEqual([table, await rowsOf(table, other)]);
        }
      }),
      { numRuns: 20 },
    );
    expect(await database.asRoot('select * from broken_chain()', [])).toEqual([]);
  });

  it('are announced in the order of the list, each in the order of its events', async () => {
    const births = [0, 1, 2].map((place) =>
      aBirth([{ pick: 0, minutesLater: 5, amount: 1 }], place),
    );
    await together(births);
    const told = await database.asRoot<{ id: string; version: number }>(
      `select dossier_id as id, version from dossier_event where unit_id = $1 order by position`,
      [unit],
    );
    const expected = births.flatMap(({ dossierId: id, state: { history } }) =>
      history.map(({ version }) => ({ id, version })),
    );
    expect(told).toEqual(expected);
  });

  it('are kept beside commands to dossiers that are there, and answered in their order', async () => {
    const life = stateAfter(
      withStorableIds(lifeOf([{ pick: 0, minutesLater: 5, amount: 1 }]).history),
    );
    const [known, stale] = [aDossierId(), aDossierId()];
    const first = stateAfter(life.history, 1);
    await store.append(anAppend(unit, first, { dossierId: known }));
    const moved = anAppend(unit, life, { dossierId: known, expectedVersion: 1 });
    const missing = anAppend(unit, life, { dossierId: stale, expectedVersion: 1 });
    const answers = await together([moved, aBirth([], 1), missing, aBirth([], 2)]);
    expect(answers.map(({ kind }) => kind)).toEqual([
      'appended',
      'appended',
      'missing',
      'appended',
    ]);
  });

  it('are not kept where one has the code of a dossier that is there', async () => {
    const births = [0, 1, 2].map((place) => aBirth([], place));
    const sources = births[1]?.sources ?? [];
    const record = { ...anAppend(unit, births[0]?.state ?? stateAfter([])), sources };
    await store.append(record);
    await expect(together(births)).rejects.toMatchObject({ state: 'MC001' });
    expect(await rowsOf('dossier', unit)).toHaveLength(1);
    expect(await rowsOf('code_counter', unit)).toEqual([]);
  });

  it('are decided anew where another calendar came into force meanwhile', async () => {
    await database.asRoot(
      `insert into calendar_version (unit_id, number, hash, definition, in_force_from, created_by)
       values ($1, 2, 'b', '{}', now(), 'test')`,
      [unit],
    );
    const births = [0, 1].map((place) => ({ ...aBirth([], place), calendar: '1-00000000' }));
    expect(await together(births)).toEqual([{ kind: 'calendarMoved' }, { kind: 'calendarMoved' }]);
    expect(await rowsOf('dossier', unit)).toEqual([]);
    const decidedAnew = births.map((birth) => ({ ...birth, calendar: '2-bbbbbbbb' }));
    expect((await together(decidedAnew)).map(({ kind }) => kind)).toEqual(['appended', 'appended']);
  });
});
