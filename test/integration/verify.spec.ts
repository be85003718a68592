import { spawnSync } from 'node:child_process';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { EventStore } from '../../backend/src/dossiers/store/event-store.service.ts';
import { Projection } from '../../backend/src/dossiers/store/projection.service.ts';
import { tellFindings, verify } from '../../backend/src/verify/index.ts';
import { type TestDatabase, aUnitRow, openDatabase } from '../support/database.ts';
import { lifeOf } from '../support/random-life.ts';
import { aDossierId, anAppend, stateAfter, withStorableIds } from '../support/stored-life.ts';

let database: TestDatabase;
let id: string;
const code = 'H24.77';

const found = async () => {
  const findings = await verify(database.tenancy, new Projection(database.tenancy));
  return findings.map(({ check, unit }) => `${check} ${unit ?? '–'}`);
};

/** What nobody can do while the walls stand: done with the triggers away. */
const tamper = async (sql: string, parameters: readonly unknown[] = []) => {
  await database.asRoot('alter table dossier_event disable trigger user');
  try {
    await database.asRoot(sql, parameters);
  } finally {
    await database.asRoot('alter table dossier_event enable trigger user');
  }
};

beforeAll(async () => {
  database = await openDatabase();
});
beforeEach(async () => {
  await database.asRoot('delete from dossier_span');
  await tamper('truncate unit cascade');
  const unit = await aUnitRow(database, code);
  const store = new EventStore(database.tenancy);
  id = aDossierId();
  const wishes = [0, 3, 9].map((pick) => ({ pick, minutesLater: 60, amount: 2 }));
  const state = stateAfter(withStorableIds(lifeOf(wishes).history));
  const idempotency = { actor: 'user:1', key: id, bodyHash: 'ab'.repeat(32), status: 201 };
  for (const dossierId of [id, aDossierId()]) {
    const own = dossierId === id ? { idempotency } : {};
    await store.append(anAppend(unit, state, { dossierId, unitCode: code, ...own }));
  }
});
afterAll(() => database.close());

describe('checking the books', () => {
  it('finds nothing where nothing was tampered with', async () => {
    expect(await found()).toEqual([]);
  });

  it('finds an event that was changed behind the wall, and names it', async () => {
    await tamper(
      `update dossier_event set actor = '{"kind":"officer","id":"x"}'
      where dossier_id = $1 and version = 1`,
      [id],
    );
    expect(await found()).toContain(`events-chained ${code}`);
  });

  it('finds an event that is gone', async () => {
    await tamper(`delete from dossier_text where dossier_id = $1`, [id]);
    await tamper(
      `delete from dossier_event where dossier_id = $1 and version =
      (select max(version) from dossier_event where dossier_id = $1)`,
      [id],
    );
    expect(await found()).toEqual([`versions-gapless ${code}`, `row-is-fold ${code}`]);
  });

  it('finds a row that is not what its events say', async () => {
    await database.asRoot(`update dossier set due_at = '2030-01-01' where id = $1`, [id]);
    expect(await found()).toEqual([`row-is-fold ${code}`]);
  });

  it('finds stretches that are not what the events say', async () => {
    await database.asRoot('delete from dossier_span where dossier_id = $1', [id]);
    expect(await found()).toEqual([`row-is-fold ${code}`]);
  });

  it('finds an act that was not allowed', async () => {
    await tamper(
      `update dossier_event set type = 'returned', payload = '{"method":"counter"}'
      where dossier_id = $1 and version = 2`,
      [id],
    );
    expect(await found()).toContain(`transitions-lawful ${code}`);
  });

  it('finds moments of recording that go backwards', async () => {
    await tamper(
      `update dossier_event set recorded_at = recorded_at + interval '1 year'
      where dossier_id = $1 and version = 1`,
      [id],
    );
    expect(await found()).toContain(`recorded-in-order ${code}`);
  });

  it('finds a code that was left out', async () => {
    await database.asRoot('update code_counter set n = n + 1');
    expect(await found()).toEqual([`codes-gapless ${code}`]);
  });

  it('finds a code of another day', async () => {
    await database.asRoot(`update dossier set code = 'MC.H24.77-260301-0001' where id = $1`, [id]);
    expect(await found()).toEqual(
      expect.arrayContaining([`codes-by-day ${code}`, `codes-gapless ${code}`]),
    );
  });

  it('finds an answer that promises what never happened', async () => {
    await database.asRoot('update idempotency set version = 99 where key = $1', [id]);
    expect(await found()).toEqual(['answers-kept –']);
  });

  it.each([
    ['a column', 'alter table dossier add column x int', 'alter table dossier drop column x'],
    [
      'a wall taken down',
      'alter table dossier no force row level security',
      'alter table dossier force row level security',
    ],
    [
      'a right given away',
      'grant update on dossier_event to motcua_app',
      'revoke update on dossier_event from motcua_app',
    ],
    [
      'a trigger put to sleep',
      'alter table dossier_event disable trigger dossier_event_is_kept',
      'alter table dossier_event enable trigger dossier_event_is_kept',
    ],
    ['an index', 'create index x on dossier (unit_id, bundle)', 'drop index x'],
  ])('finds %s, changed by hand', async (_what, change, back) => {
    await database.asRoot(change);
    try {
      expect(await found()).toContain('schema-unchanged –');
    } finally {
      await database.asRoot(back);
    }
    expect(await found()).toEqual([]);
  });
});

const path = (relative: string) => fileURLToPath(new URL(relative, import.meta.url));

/** `motcua …` as the administrator runs it. */
const motcua = (...words: readonly string[]) => {
  const hooks = pathToFileURL(path('../support/swc-hooks.mjs')).href;
  const flags = ['--conditions=motcua', '--import', hooks];
  const answer = spawnSync(
    process.execPath,
    [...flags, path('../../backend/src/cli.ts'), ...words],
    {
      encoding: 'utf8',
      env: { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl },
    },
  );
  return { code: answer.status, said: answer.stdout + answer.stderr };
};

describe('motcua', () => {
  it('verify ends with 0 where the books agree and with 1 where they do not', async () => {
    expect(motcua('verify')).toMatchObject({ code: 0, said: expect.stringContaining('toàn vẹn') });
    await database.asRoot('update code_counter set n = n + 1');
    expect(motcua('verify')).toMatchObject({
      code: 1,
      said: expect.stringMatching(/codes-gapless.*260212/),
    });
  });

  it('migrate ends with 0 and says nothing when there is nothing to do', () => {
    expect(motcua('migrate')).toEqual({ code: 0, said: '' });
  });

  it('says which commands there are when it knows the one it was given not', () => {
    expect(motcua('verfy')).toMatchObject({
      code: 2,
      said: expect.stringContaining('migrate, seed, verify'),
    });
  });
});

describe('the findings', () => {
  it('are told in words, with their code and where to look', () => {
    const finding = { check: 'codes-gapless', unit: code, where: '260302' } as const;
    expect(tellFindings([finding], 'vi')).toBe(
      'Dữ liệu có chỗ không khớp:\n' +
        '  Mã hồ sơ trong ngày bị khuyết hoặc lệch bộ đếm (codes-gapless): H24.77 · 260302',
    );
    expect(tellFindings([], 'en')).toBe('The data are whole.');
  });
});
