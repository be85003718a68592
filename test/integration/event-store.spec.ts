import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import type { DossierState } from '#domain/dossier';
import { instant } from '#domain/working-time';
import { EventStore } from '../../backend/src/dossiers/store/event-store.service.ts';
import { Projection } from '../../backend/src/dossiers/store/projection.service.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { type Wish, lifeOf, wishes } from '../support/random-life.ts';
import { aDossierId, anAppend, stateAfter, withStorableIds } from '../support/stored-life.ts';

let database: TestDatabase;
let store: EventStore;
let projection: Projection;
let unit: number;
let other: number;
let id: string;

const lifeAfter = (list: readonly Wish[]): DossierState =>
  stateAfter(withStorableIds(lifeOf(list).history));
const born = () => lifeAfter([]);
const wish = (pick: number, minutesLater = 30): Wish => ({ pick, minutesLater, amount: 3 });
/** Received, and one command later. */
const movedOn = () => lifeAfter([wish(0)]);

const key = (bodyHash: string, name = 'key-1') => ({
  actor: 'user:1',
  key: name,
  bodyHash: bodyHash.repeat(32),
  status: 201,
});

const count = async (table: string): Promise<number> => {
  const [row] = await database.asRoot<{ count: string }>(
    `select count(*) from ${table} where unit_id = $1`,
    [unit],
  );
  return Number(row?.count);
};

beforeAll(async () => {
  database = await openDatabase({
    unsound: 'its dossiers live by rules and calendars that no catalogue holds',
  });
  store = new EventStore(database.tenancy);
  projection = new Projection(database.tenancy);
});
beforeEach(async () => {
  unit = await aUnitRow(database, `H24.${aDossierId().slice(-4).toUpperCase()}`);
  other = await aUnitRow(database, `H25.${aDossierId().slice(-4).toUpperCase()}`);
  id = aDossierId();
});
afterAll(() => database.close());

describe('a dossier', () => {
  it('is found as its events left it', async () => {
    const state = movedOn();
    const append = anAppend(unit, state, {
      dossierId: id,
      signals: { stepDueAt: instant(1_000), nextSignalAt: null },
    });
    expect(await store.append(append)).toMatchObject({ kind: 'appended', version: state.version });
    expect(await store.load(unit, id)).toEqual({
      state,
      signals: { stepDueAt: 1_000, nextSignalAt: null },
      replay: null,
      head: {
        code: expect.any(String),
        name: expect.any(String),
        settings: '{}',
        alertRules: null,
        calendar: null,
      },
    });
  });

  it('is not there for another unit', async () => {
    await store.append(anAppend(unit, born(), { dossierId: id }));
    expect((await store.load(other, id)).state).toBeNull();
    const append = anAppend(other, movedOn(), { dossierId: id, expectedVersion: 1 });
    expect(await store.append(append)).toEqual({ kind: 'missing' });
  });

  it('keeps its texts beside its events, and does without them once they are erased', async () => {
    const state = lifeAfter([wish(6, 60), wish(3, 60), wish(9, 60)]);
    await store.append(anAppend(unit, state, { dossierId: id }));
    const [events] = await database.asRoot<{ told: string }>(
      'select json_agg(e)::text as told from dossier_event e where dossier_id = $1',
      [id],
    );
    for (const event of state.history) {
      for (const text of Object.values(event.texts ?? {})) expect(events?.told).not.toContain(text);
    }
    await database.asRoot('delete from dossier_text where dossier_id = $1', [id]);
    expect((await store.load(unit, id)).state?.version).toBe(state.version);
  });

  it('lives any life in the store as it does in the law', async () => {
    await fc.assert(
      fc.asyncProperty(wishes(10), fc.integer({ min: 1, max: 4 }), async (list, step) => {
        const { history } = lifeAfter(list);
        const dossierId = aDossierId();
        const home = await aUnitRow(database, `H26.${dossierId.slice(-6).toUpperCase()}`);
        for (let from = 0; from < history.length; from += step) {
          const state = stateAfter(history, Math.min(from + step, history.length));
          const append = anAppend(home, state, { dossierId, expectedVersion: from });
          expect(await store.append(append)).toMatchObject({ kind: 'appended' });
        }
        expect((await store.load(home, dossierId)).state).toEqual(stateAfter(history));
        expect(await projection.differences(home, [dossierId])).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('its row and its stretches', () => {
  it('can be thrown away and told again from the events', async () => {
    const state = lifeAfter([wish(2, 90), wish(5, 900), wish(11, 60)]);
    await store.append(anAppend(unit, state, { dossierId: id }));
    const told = 'select row_to_json(d) as row from dossier d where id = $1';
    const [before] = await database.asRoot(told, [id]);
    await database.asRoot('delete from dossier_span where dossier_id = $1', [id]);
    await database.asRoot(
      `update dossier set state = 'onHold', due_at = now(), version = 77 where id = $1`,
      [id],
    );
    expect(await projection.differences(unit, [id])).toEqual([
      { dossierId: id, members: ['due_at', 'spans', 'state', 'version'] },
    ]);
    await projection.rebuild(unit, id);
    expect(await projection.differences(unit, [id])).toEqual([]);
    expect((await database.asRoot(told, [id]))[0]).toEqual(before);
  });

  it('and so can its course', async () => {
    await store.append(anAppend(unit, born(), { dossierId: id }));
    await database.asRoot(`update dossier_course set at_ms = '{0}' where dossier_id = $1`, [id]);
    expect(await projection.differences(unit, [id])).toEqual([
      { dossierId: id, members: ['course'] },
    ]);
    await projection.rebuild(unit, id);
    expect(await projection.differences(unit, [id])).toEqual([]);
  });
});

describe('two officers with one dossier', () => {
  it('are told apart: of fifty who act on the same version one wins', async () => {
    await store.append(anAppend(unit, born(), { dossierId: id }));
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        store.append(anAppend(unit, movedOn(), { dossierId: id, expectedVersion: 1 })),
      ),
    );
    const won = answers.filter(({ kind }) => kind === 'appended');
    expect(won).toHaveLength(1);
    expect(answers.filter(({ kind }) => kind === 'stale')).toHaveLength(49);
    const { version } = movedOn();
    expect(answers.find(({ kind }) => kind === 'stale')).toEqual({ kind: 'stale', version });
    expect(await count('dossier_event')).toBe(version);
    expect(await count('audit')).toBe(2);
  });
});

describe('a request sent twice', () => {
  it('is done once and answered alike, however many arrive together', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        store.append(
          anAppend(unit, born(), { unitCode: 'H24.99', idempotency: key('aa', `k-${id}`) }),
        ),
      ),
    );
    expect(answers.filter(({ kind }) => kind === 'appended')).toHaveLength(1);
    const replays = answers.filter(({ kind }) => kind === 'replayed');
    expect(replays).toHaveLength(19);
    expect(new Set(replays.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await count('dossier')).toBe(1);
    expect(await count('code_counter')).toBe(1);
  });

  it('is answered before anybody asks whether the version is stale', async () => {
    await store.append(anAppend(unit, born(), { dossierId: id }));
    const idempotency = key('bb', `k-${id}`);
    const append = () =>
      anAppend(unit, movedOn(), { dossierId: id, expectedVersion: 1, idempotency });
    await store.append(append());
    const { version } = movedOn();
    expect(await store.append(append())).toEqual({ kind: 'replayed', status: 201, id, version });
    expect((await store.load(unit, id, idempotency)).replay).toMatchObject({ kind: 'replayed' });
  });

  it('is refused when it says something else under the same key', async () => {
    const name = `k-${id}`;
    await store.append(anAppend(unit, born(), { idempotency: key('cc', name) }));
    expect(await store.append(anAppend(unit, born(), { idempotency: key('dd', name) }))).toEqual({
      kind: 'keyReused',
    });
  });
});

describe('own codes', () => {
  it('run from 0001 for each day of a unit, without a hole, whoever fails in between', async () => {
    const receive = (unitCode = 'H24.99') => store.append(anAppend(unit, born(), { unitCode }));
    await receive();
    const wrong = anAppend(unit, { ...born(), version: 9 }, { unitCode: 'H24.99' });
    await expect(store.append(wrong)).rejects.toMatchObject({ state: 'MC002' });
    const answers = await Promise.all(Array.from({ length: 30 }, () => receive()));
    const codes = answers.flatMap((answer) => (answer.kind === 'appended' ? answer.code : []));
    expect(codes.sort()).toEqual(
      Array.from(
        { length: 30 },
        (_, index) => `MC.H24.99-260212-${String(index + 2).padStart(4, '0')}`,
      ),
    );
  });

  it('stand in the event that opens the dossier, and are found as officers say them', async () => {
    const answer = await store.append(
      anAppend(unit, born(), { dossierId: id, unitCode: 'H24.99' }),
    );
    expect(answer).toMatchObject({ code: 'MC.H24.99-260212-0001' });
    expect((await store.load(unit, id)).state?.intake.code).toBe('MC.H24.99-260212-0001');
    const words = await database.asRoot(
      'select word from search_word where dossier_id = $1 order by word',
      [id],
    );
    expect(words).toEqual([{ word: '260212-0001' }, { word: 'mc.h24.99-260212-0001' }]);
  });

  it('need more than four digits after the ten thousandth of a day', async () => {
    await database.asRoot(`insert into code_counter values ($1, '2026-02-12', 9999)`, [unit]);
    const answer = await store.append(anAppend(unit, born(), { unitCode: 'H24.99' }));
    expect(answer).toMatchObject({ code: 'MC.H24.99-260212-10000' });
  });
});

describe('a code that another dossier has', () => {
  const known = {
    source: 'mot-cua-hai-phong',
    externalCode: 'H24.99-260212-0007',
    knownAt: instant(0),
  };

  it('names that dossier, by the external code', async () => {
    await store.append(anAppend(unit, born(), { dossierId: id, unitCode: 'A', sources: [known] }));
    const again = anAppend(unit, born(), { unitCode: 'A', sources: [known] });
    expect(await store.append(again)).toEqual({ kind: 'known', dossierId: id });
    expect(await count('dossier')).toBe(1);
    expect(await database.asRoot('select n from code_counter where unit_id = $1', [unit])).toEqual([
      { n: 1 },
    ]);
  });

  it('names that dossier, by the official code', async () => {
    const state = born();
    const official: DossierState = {
      ...state,
      intake: { ...state.intake, officialCode: 'H24.99-260212-0008' },
    };
    await store.append(anAppend(unit, official, { dossierId: id, unitCode: 'A' }));
    const again = anAppend(unit, official, { unitCode: 'A' });
    expect(await store.append(again)).toEqual({ kind: 'known', dossierId: id });
  });

  it('may be the same in another unit', async () => {
    await store.append(anAppend(unit, born(), { sources: [known] }));
    expect(await store.append(anAppend(other, born(), { sources: [known] }))).toMatchObject({
      kind: 'appended',
    });
  });
});

describe('events', () => {
  beforeEach(async () => {
    await store.append(anAppend(unit, movedOn(), { dossierId: id }));
  });

  it.each([
    ['change', `update dossier_event set payload = '{}'`],
    ['remove', 'delete from dossier_event'],
    ['empty', 'truncate dossier_event cascade'],
  ])('are nothing the product could %s', async (_what, sql) => {
    const work = database.tenancy.ask({ units: [unit] }, sql);
    await expect(work).rejects.toThrow(/permission denied/);
    // Nor anybody else, while the trigger stands.
    await expect(database.asRoot(sql)).rejects.toThrow(/only ever added to/);
  });

  it('are chained: what was changed behind the wall can be named', async () => {
    await database.asRoot('alter table dossier_event disable trigger user');
    await database.asRoot(
      `update dossier_event set actor = '{"kind":"officer","id":"x"}' where dossier_id = $1 and version = 1`,
      [id],
    );
    await database.asRoot('alter table dossier_event enable trigger user');
    expect(
      await database.asRoot('select version from broken_chain() where dossier_id = $1', [id]),
    ).toEqual([{ version: 1 }]);
  });
});
