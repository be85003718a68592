import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportDesk, TITLES, row, table } from '../support/import-desk.ts';
import { keptLines } from '../support/kept-lines.ts';
import { OfficeApp } from '../support/office-app.ts';
import { until } from '../support/until.ts';

/** Two chunks of the check, three ranges of the commit. */
const ROWS = 250;
const WRONG = 120;
const NOW = '2026-03-09T08:00:00+07:00@0';
const root = new URL('../../', import.meta.url);
const hook = (path: string): readonly string[] => ['--import', new URL(path, root).href];

const TABLES = [
  ...['dossier', 'dossier_event', 'dossier_span', 'dossier_fact', 'source_record', 'applicant'],
  ...['dossier_course', 'search_word', 'code_counter', 'import_row'],
];

let office: OfficeApp;
let [here, there] = [0, 0];
let disturbed: ImportDesk;
let undisturbed: ImportDesk;
let working: ChildProcess | undefined;
/** The import that was killed at every piece. */
let brought = '';

/** A worker of the product; with a death, one that is killed at just that statement. */
const startWorker = (death = ''): ChildProcess =>
  spawn(
    process.execPath,
    [
      ...['--conditions=motcua', ...hook('test/support/swc-hooks.mjs')],
      ...hook('test/support/dying.mjs'),
      ...[fileURLToPath(new URL('backend/src/main.ts', root)), 'worker'],
    ],
    {
      cwd: fileURLToPath(root),
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: office.database.appUrl,
        DATABASE_OWNER_URL: office.database.ownerUrl,
        MOTCUA_CLOCK: NOW,
        MOTCUA_TEST_DEATH: death,
      },
      stdio: 'ignore',
    },
  );

const desk = async (username: string, unitId: number): Promise<ImportDesk> => {
  await office.person(username, { unitId, roles: ['dataOfficer'] });
  return new ImportDesk(await office.signedIn(username));
};

beforeAll(async () => {
  office = await OfficeApp.open({ MOTCUA_CLOCK: NOW }, {}, undefined, { api: true, worker: false });
  const city = await office.unit({ code: 'H24', kind: 'city' });
  here = await office.unit({ code: 'H24.99', parentId: city });
  there = await office.unit({ code: 'H24.98', parentId: city });
  disturbed = await desk('dulieu', here);
  undisturbed = await desk('dulieu2', there);
});
const stopWorker = async (): Promise<void> => {
  if (working === undefined) return;
  const gone = once(working, 'exit');
  working.kill('SIGKILL');
  await gone;
  working = undefined;
};

afterAll(async () => {
  await stopWorker();
  await office.close();
});

const list = (from: number): string =>
  table(
    TITLES,
    ...Array.from({ length: ROWS }, (_, index) =>
      row(from + index, index + 1 === WRONG ? { NgayTiepNhan: 'hôm nọ' } : {}),
    ),
  );

interface Kept {
  readonly checked: number;
  readonly taken: number;
}

const kept = async (): Promise<Kept> => {
  const [counted] = await office.database.asRoot<Kept>(
    `select (select count(*) from import_row where unit_id = $1)::int as checked,
       (select count(*) from dossier where unit_id = $1)::int as taken`,
    [here],
  );
  return counted ?? { checked: 0, taken: 0 };
};

/** A lease of a dead worker runs out by itself; nobody has to wait for it here. */
const dieAt = async (death: string): Promise<Kept> => {
  await office.database.asRoot(
    `update job set leased_until = now() - interval '1 minute' where leased_until is not null`,
  );
  const worker = startWorker(death);
  const [, signal] = (await once(worker, 'exit')) as [number | null, string | null];
  if (signal !== 'SIGKILL') throw new Error(`The worker did not die at "${death}"`);
  return kept();
};

/** One death after the other, and what each leaves: whole chunks and whole ranges. */
const DEATHS: readonly (readonly [death: string, kept: Kept])[] = [
  ['after 1 insert into import_body', { checked: 0, taken: 0 }],
  ['before 2 insert into import_row', { checked: 200, taken: 0 }],
  ['after 1 insert into import_body', { checked: 200, taken: 0 }],
  ['before 1 append_many', { checked: 250, taken: 0 }],
  ['after 1 append_many', { checked: 250, taken: 0 }],
  ['before 2 append_many', { checked: 250, taken: 100 }],
  ['after 1 update import_row as entry', { checked: 250, taken: 100 }],
  ['before 2 append_many', { checked: 250, taken: 199 }],
  ['after 1 append_many', { checked: 250, taken: 199 }],
];

/** What each death of the undoing leaves annulled: whole pieces. */
const UNDOING: readonly (readonly [death: string, annulled: number])[] = [
  ['after 1 append_many', 0],
  ['before 2 append_many', 100],
  ['after 1 insert into import_undo_item', 100],
];

const annulments = async (): Promise<unknown> => {
  const [counted] = await office.database.asRoot(
    `select (select count(*) from dossier_event where unit_id = $1 and type = 'annulled')::int as events,
       (select count(*) from dossier where unit_id = $1 and annulled)::int as dossiers`,
    [here],
  );
  return counted;
};

const taken = async (at: ImportDesk, text: string): Promise<string> => {
  const { status, body } = await at.post({ profile: 'dossiers-national', text });
  if (status !== 202) throw new Error(JSON.stringify(body));
  return body.id;
};

const done = (at: ImportDesk, id: string) =>
  until(
    () => at.get(id),
    ({ state }) => state === 'done',
    120_000,
  );

describe('an import whose worker is killed', () => {
  it('before, in and behind every piece is gone on with: nothing is lost, nothing is doubled', async () => {
    const id = await taken(disturbed, list(1));
    brought = id;
    for (const [death, left] of DEATHS) expect([death, await dieAt(death)]).toEqual([death, left]);
    working = startWorker();
    const other = await taken(undisturbed, list(1));
    const [after, same] = [await done(disturbed, id), await done(undisturbed, other)];
    expect(after.counts).toMatchObject({ rows: ROWS, new: ROWS - 1, wrong: 1, done: ROWS });
    expect(after.counts).toEqual(same.counts);
    for (const name of TABLES) {
      const ours = await keptLines({ office, unitId: here, ending: '99' }, name);
      const theirs = await keptLines({ office, unitId: there, ending: '98' }, name);
      expect(ours.length).toBeGreaterThan(0);
      expect(ours).toEqual(theirs);
    }
  }, 420_000);

  it('and a list that is brought twice at once is taken over once', async () => {
    const before = await kept();
    const ids = await Promise.all([taken(disturbed, list(501)), taken(disturbed, list(501))]);
    const told = await Promise.all(ids.map((id) => done(disturbed, id)));
    expect(told.map(({ counts }) => counts.done)).toEqual([ROWS, ROWS]);
    expect((await kept()).taken - before.taken).toBe(ROWS - 1);
    const [counter] = await office.database.asRoot<{ codes: number; last: number }>(
      `select (select count(distinct code) from dossier where unit_id = $1)::int as codes,
         (select sum(n) from code_counter where unit_id = $1)::int as last`,
      [here],
    );
    expect(counter).toEqual({ codes: 2 * (ROWS - 1), last: 2 * (ROWS - 1) });
  }, 240_000);

  it('can be undone by workers that are killed, too: every dossier is annulled once', async () => {
    await stopWorker();
    expect((await disturbed.act(brought, 'undo')).status).toBe(202);
    for (const [death, left] of UNDOING) {
      await dieAt(death);
      expect([death, await annulments()]).toEqual([death, { events: left, dossiers: left }]);
    }
    working = startWorker();
    await until(
      () => disturbed.get(brought),
      ({ undo }) => undo?.state === 'done',
      120_000,
    );
    expect(await annulments()).toEqual({ events: ROWS - 1, dossiers: ROWS - 1 });
  }, 240_000);
});
