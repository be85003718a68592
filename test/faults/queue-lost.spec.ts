import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { until } from '../support/until.ts';
import type { Clerk } from './kit/clerk.ts';
import { noteOnAll, notesOf, untilDone } from './kit/jobs.ts';
import { BreakableOffice } from './kit/office.ts';
import { OwnRedis } from './kit/own-redis.ts';
import { receiveMany } from './kit/receipts.ts';
import { scale } from './kit/scale.ts';

const DOSSIERS = scale(60);

/** The place where orders are kept, and how everything in it is lost at one blow. */
interface Place {
  readonly kind: string;
  open(): Promise<Readonly<Record<string, string>>>;
  lose(): Promise<void>;
  /** How many rounds it ticks for. */
  rounds(): Promise<number>;
  close(): Promise<void>;
}

let office: BreakableOffice;
let redis: OwnRedis;

const inPostgres: Place = {
  kind: 'postgresql',
  open: () => Promise.resolve({}),
  lose: async () => {
    const tables = await office.ask<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    await office.ask(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
  },
  rounds: async () => {
    const [row] = await office.ask<{ n: number }>(
      'select count(*)::int as n from bullmq.scheduler',
    );
    return row?.n ?? 0;
  },
  close: () => Promise.resolve(),
};

const inRedis: Place = {
  kind: 'redis',
  open: async () => {
    redis = await OwnRedis.start();
    return { REDIS_URL: redis.url };
  },
  lose: () => redis.killAndRestart(),
  rounds: () => redis.rounds(),
  close: () => redis.end(),
};

/** Where the services have brought a Redis, both; else the one everybody has. */
const places =
  process.env['MOTCUA_TEST_REDIS'] === undefined ? [inPostgres] : [inPostgres, inRedis];

beforeAll(async () => {
  office = await BreakableOffice.found();
});
afterAll(() => office.close());

describe.each(places)('a queue on $kind that loses all it holds', (place) => {
  let clerk: Clerk;
  let ids: readonly string[];
  let close: () => Promise<void>;
  const username = `can-bo-${place.kind}`;

  beforeAll(async () => {
    const door = await office.door({ environment: await place.open() });
    close = () => door.close();
    await office.unit(`H24.${place.kind.toUpperCase()}`, username, ['reception']);
    clerk = office.clerk(door, username);
    ids = (await receiveMany(clerk, DOSSIERS)).map(({ id }) => id);
  });
  afterAll(async () => {
    await close();
    await place.close();
  });
  afterEach(async () => {
    expect(clerk.failures).toEqual([]);
    expect(await office.findings()).toBe('');
  });

  it('loses no work that was under way or still to begin', async () => {
    const first = await noteOnAll(clerk, ids, `một-${place.kind}`);
    await untilDone(office, first, ({ done }) => done >= 10);
    await place.lose();
    const second = await noteOnAll(clerk, ids, `hai-${place.kind}`);
    await receiveMany(clerk, 3);
    for (const jobId of [first, second]) {
      const job = await untilDone(office, jobId, ({ state }) => state === 'done');
      expect(job.done).toBe(DOSSIERS);
    }
    expect(await notesOf(office)).toContainEqual(expect.objectContaining({ notes: 2 }));
  });

  it('is told again what to tick for', async () => {
    await place.lose();
    const rounds = await until(
      () => place.rounds(),
      (count) => count > 0,
      60_000,
    );
    expect(rounds).toBeGreaterThan(0);
  });
});
