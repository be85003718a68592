import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { instant } from '#domain/working-time';
import { EventStore, KeyedHash } from '../../backend/src/dossiers/index.ts';
import type { Append } from '../../backend/src/dossiers/store/append.ts';
import { SecretBox } from '../../backend/src/platform/secret-box/secret-box.ts';
import { Bulk } from '../bench/loader/bulk.ts';
import { foundCity, type Commune } from '../bench/loader/commune.ts';
import { crowdOf } from '../bench/loader/crowd.ts';
import { stageBookOf } from '../bench/loader/load.ts';
import { findingsIn } from '../support/books.ts';
import { openDatabase, type TestDatabase } from '../support/database.ts';
import { FixedClock } from '../support/fixed-clock.ts';

const NOW = '2026-03-12T10:00:00+07:00';
const SECRET = 'the secret of a test that keeps nothing of anybody';
const DOSSIERS = 300;

const TABLES: Readonly<Record<string, string>> = {
  dossier: 'id',
  dossier_event: 'dossier_id, version',
  dossier_text: 'dossier_id, version, member',
  dossier_span: 'dossier_id, number',
  dossier_fact: 'dossier_id',
  dossier_course: 'dossier_id',
  applicant: 'dossier_id',
  search_word: 'dossier_id, word',
  source_record: 'source, external_code',
  lookup_code: 'dossier_id',
  audit: 'subject_id, act',
  code_counter: 'day',
  feed: 'id',
  outbox: 'position',
};

let live: TestDatabase;
let loaded: TestDatabase;

/** Rows as the tables hold them, but for the order and the moment in which they were written. */
const rowsOf = (database: TestDatabase, table: string, order: string) =>
  database.asRoot<{ row: object }>(
    `select to_jsonb(told) - '{position,machine_at}'::text[] as row from ${table} as told
     order by ${order}`,
  );

const found = async (database: TestDatabase): Promise<Commune> => {
  const bulk = await Bulk.open(database.rootUrl);
  const [commune] = await foundCity(bulk, 1);
  await bulk.close();
  if (commune === undefined) throw new Error('No commune');
  return commune;
};

/** By the catalogues of the database, which come to it with the first question. */
const decided = async ({ tenancy }: TestDatabase, commune: Commune): Promise<readonly Append[]> => {
  const keys = { box: new SecretBox(SECRET), hashes: new KeyedHash([SECRET]) };
  const now = instant(Date.parse(NOW));
  const book = stageBookOf({ tenancy, clock: new FixedClock(NOW) });
  const appends: Append[] = [];
  const crowd = crowdOf({ commune, dossiers: DOSSIERS, days: 30, now, keys }, book);
  for await (const day of crowd) appends.push(...day);
  return appends;
};

beforeAll(async () => {
  live = await openDatabase();
  loaded = await openDatabase();
  const appends = await decided(live, await found(live));
  // Look-up codes are drawn: what is kept twice is decided once.
  await decided(loaded, await found(loaded));
  const store = new EventStore(live.tenancy);
  for (const append of appends) await store.append(append);
  const bulk = await Bulk.open(loaded.rootUrl);
  // In two portions, so that the second goes on where the first stopped counting.
  await bulk.withoutIndexes(async () => {
    await bulk.keep(appends.slice(0, 137));
    await bulk.keep(appends.slice(137));
  });
  await bulk.close();
});

afterAll(async () => {
  await live.close();
  await loaded.close();
});

describe('dossiers that were copied in', () => {
  it.each(Object.entries(TABLES))(
    'leave in %s row by row what the same commands leave live',
    async (table, order) => {
      const [copied, lived] = [
        await rowsOf(loaded, table, order),
        await rowsOf(live, table, order),
      ];
      expect(copied).toEqual(lived);
    },
  );

  it('are as many and as different as asked for', async () => {
    const [told] = await loaded.asRoot<{ dossiers: number; states: number; events: number }>(
      `select count(*)::int as dossiers, count(distinct state)::int as states,
         sum(version)::int as events from dossier`,
    );
    expect(told?.dossiers).toBe(DOSSIERS);
    expect(told?.states).toBeGreaterThan(3);
    expect(told?.events).toBeGreaterThan(6 * DOSSIERS);
  });

  it('let the books agree: chains, folds, codes and the schema with its indexes', async () => {
    expect(await findingsIn(loaded.tenancy)).toEqual([]);
  });
});
