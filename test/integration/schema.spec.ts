import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate } from '../../backend/src/platform/database/migrate.ts';
import { type TestDatabase, openDatabase } from '../support/database.ts';

let database: TestDatabase;

const names = async (sql: string): Promise<readonly string[]> =>
  (await database.asRoot<{ name: string }>(sql)).map(({ name }) => name);

const unitTables = `select c.oid, c.relname, c.relrowsecurity, c.relforcerowsecurity
  from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'unit_id'
  where c.relkind = 'r' and c.relnamespace = 'motcua'::regnamespace and not a.attisdropped`;

/** Lists of people's keys: found by a secret before anybody knows of which unit. */
const NOT_BY_UNIT = ['api_key.api_key_pkey', 'api_key.api_key_token_hash_key'];

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(() => database.close());

describe('every table of a unit', () => {
  it('stands behind the wall, for its owner too, in reading and in writing', async () => {
    const open = await names(`select relname as name from (${unitTables}) t
      where not (relrowsecurity and relforcerowsecurity)
        or not exists (select from pg_policies p where p.schemaname = 'motcua' and p.tablename = t.relname
          and p.qual like '%SELECT%app.units%' and p.with_check like '%SELECT%app.units%')`);
    expect(open).toEqual([]);
  });

  it('is led by the unit in every key', async () => {
    const stray = await names(`select t.relname || '.' || ic.relname as name
      from (${unitTables}) t join pg_index i on i.indrelid = t.oid and i.indisunique
      join pg_class ic on ic.oid = i.indexrelid
      join pg_attribute a on a.attrelid = t.oid and a.attnum = i.indkey[0]
      where a.attname <> 'unit_id' order by 1`);
    expect(stray).toEqual(NOT_BY_UNIT);
  });

  it('points only at rows of the same unit', async () => {
    const stray = await names(`select t.relname || '.' || con.conname as name
      from (${unitTables}) t join pg_constraint con on con.conrelid = t.oid and con.contype = 'f'
      join (${unitTables}) o on o.oid = con.confrelid
      where not exists (select from pg_attribute a where a.attrelid = t.oid
        and a.attname = 'unit_id' and a.attnum = con.conkey[1])`);
    expect(stray).toEqual([]);
  });
});

describe('the roles', () => {
  it.each(['motcua_app', 'motcua_reader'])('%s owns nothing and passes no wall', async (role) => {
    const [answer] = await database.asRoot(
      `select rolsuper, rolbypassrls, rolcreatedb, rolcreaterole,
        has_schema_privilege(rolname, 'motcua', 'create') as creates,
        has_database_privilege(rolname, current_database(), 'create') as founds,
        exists (select from pg_class where relowner = r.oid) as owns
       from pg_roles r where rolname = $1`,
      [role],
    );
    expect(new Set(Object.values(answer ?? {}))).toEqual(new Set([false]));
  });

  it('may change no event, no line of the audit and no seal', async () => {
    const kept = ['dossier_event', 'audit', 'audit_seal'];
    const may = await database.asRoot(
      `select t, p from unnest($1::text[]) t, unnest(array['update', 'delete', 'truncate', 'trigger']) p,
        unnest(array['motcua_app', 'motcua_reader']) r
       where has_table_privilege(r, 'motcua.' || t, p)`,
      [kept],
    );
    expect(may).toEqual([]);
  });

  it('reads a hash of a password or a PIN one at a time, and by a function alone', async () => {
    const may = await database.asRoot(
      `select r, c from unnest(array['motcua_app', 'motcua_reader', 'public']) r,
        unnest(array['password_hash', 'pin_hash']) c
       where has_column_privilege(r, 'motcua.office_user', c, 'select')
         or (r <> 'motcua_app'
           and has_function_privilege(r, 'motcua.secret_hash_of(uuid, text)', 'execute'))`,
    );
    expect(may).toEqual([]);
  });

  it('may empty no table at all', async () => {
    const may = await names(`select relname as name from pg_class
      where relnamespace = 'motcua'::regnamespace and relkind = 'r'
        and has_table_privilege('motcua_app', oid, 'truncate')`);
    expect(may).toEqual([]);
  });

  it('show the reader neither persons nor secrets', async () => {
    const may = await names(`select relname as name from pg_class
      where relname in ('applicant', 'dossier_text', 'search_word', 'lookup_code', 'office_user',
        'session', 'api_key', 'approval', 'audit', 'idempotency', 'remembered_device')
      and has_table_privilege('motcua_reader', oid, 'select')`);
    expect(may).toEqual([]);
  });

  it('let the reader write nothing', async () => {
    const may = await names(`select relname as name from pg_class
      where relnamespace = 'motcua'::regnamespace and relkind = 'r' and (
        has_table_privilege('motcua_reader', oid, 'insert') or
        has_table_privilege('motcua_reader', oid, 'update') or
        has_table_privilege('motcua_reader', oid, 'delete'))`);
    expect(may).toEqual([]);
  });

  it('make the application unable to change the schema', async () => {
    for (const sql of [
      'create table x (a int)',
      'alter table dossier add column x int',
      'drop trigger dossier_event_is_kept on dossier_event',
      'alter table dossier disable row level security',
      'create policy all_of_it on dossier using (true)',
    ]) {
      await expect(database.tenancy.ask({ units: [] }, sql)).rejects.toThrow(
        /denied|must be owner/,
      );
    }
  });
});

describe('the shape of an event', () => {
  const insert = (type: string, payload: string, version = 2) =>
    database.asRoot(
      `insert into dossier_event (unit_id, dossier_id, version, type, occurred_at, recorded_at, backdated,
         actor, payload, hash)
       values (1, gen_random_uuid(), $1, $2, '2026-03-02T08:00:00+07:00', '2026-03-02T08:00:00+07:00',
         false, '{"kind":"system","id":"x"}', $3, sha256(''))`,
      [version, type, payload],
    );

  it.each([
    ['a type nobody knows', 'statusChanged', '{}', 2],
    ['an extension to no moment', 'extended', '{}', 2],
    [
      'a correction that both changes and inserts',
      'corrected',
      '{"dues":[],"changes":{},"insert":{}}',
      2,
    ],
    ['a second intake', 'received', '{"intake":{}}', 2],
    ['a first event that says not who the dossier is', 'received', '{}', 1],
    ['a version before the first', 'noteAdded', '{}', 0],
  ])('is not %s', async (_what, type, payload, version) => {
    await expect(insert(type, payload, version)).rejects.toThrow(/check constraint/);
  });
});

describe('looking for a name behind the wall', () => {
  // With an index that may not be used, the planner reads the table; here it must not have to.
  const plan = async (condition: string): Promise<string> => {
    const rows = await database.tenancy.within({ units: [1] }, async (transaction) => {
      await transaction.query('set local enable_seqscan = off');
      return transaction.query<{ 'QUERY PLAN': string }>(
        `explain select dossier_id from search_word where unit_id = 1 and ${condition}`,
      );
    });
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  };

  it('is served by an index when it asks how a word begins', async () => {
    const told = await plan(`word >= 'van an' and word < 'van ao'`);
    expect(told).toMatch(/Index Cond: .*word >= 'van an'/);
  });

  it('would not be by a pattern, which is why nobody asks that way', async () => {
    expect(await plan(`word like 'van an%'`)).not.toMatch(/Index Cond: .*word >=/);
  });
});

describe('bringing the schema up to date', () => {
  const access = () => ({
    ownerUrl: database.ownerUrl,
    appUrl: database.appUrl,
    onPoolError: () => undefined,
  });

  it('does nothing a second time', async () => {
    expect(await migrate(access())).toEqual([]);
  });

  it('is done once when three processes start at the same moment', async () => {
    await database.asRoot('drop schema motcua cascade');
    const done = await Promise.all([migrate(access()), migrate(access()), migrate(access())]);
    expect(done.filter((list) => list.length > 0)).toHaveLength(1);
  });
});
