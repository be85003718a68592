import { Redis } from 'ioredis';
import { pino } from 'pino';
import { BullStore } from '../../backend/src/platform/queue/bull-store.ts';
import type { JobDeclaration } from '../../backend/src/platform/queue/job.ts';
import { postgresPlace } from '../../backend/src/platform/queue/postgres-place.ts';
import type { QueueStore } from '../../backend/src/platform/queue/queue-store.ts';
import { redisPlace } from '../../backend/src/platform/queue/redis-place.ts';
import type { TestDatabase } from './database.ts';

/** A place for orders, as one spec file sees it: empty at first, and its own. */
export interface TestPlace {
  readonly kind: 'postgresql' | 'redis';
  /** What a process has to be told beside DATABASE_URL. */
  environment(): Record<string, string>;
  store(jobs: readonly JobDeclaration[]): QueueStore;
  /** As if it had never been told anything. */
  forget(): Promise<void>;
}

const log = pino({ level: 'silent' });

const settingsFor = (jobs: readonly JobDeclaration[]) => ({
  log,
  find: (name: string) => jobs.find((job) => job.name === name),
});

const inPostgres = (database: () => TestDatabase): TestPlace => ({
  kind: 'postgresql',
  environment: () => ({}),
  store: (jobs) => new BullStore(postgresPlace({ url: database().appUrl }), settingsFor(jobs)),
  forget: async () => {
    const tables = await database().asRoot<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables
       where schemaname = 'bullmq' and tablename <> 'migration'`,
    );
    await database().asRoot(`truncate ${tables.map(({ name }) => name).join(', ')} cascade`);
  },
});

const inRedis = (url: string): TestPlace => ({
  kind: 'redis',
  environment: () => ({ REDIS_URL: url }),
  store: (jobs) => new BullStore(redisPlace(url), settingsFor(jobs)),
  forget: async () => {
    const redis = new Redis(url);
    await redis.flushdb();
    redis.disconnect();
  },
});

/**
 * Both places where CI has a Redis (MOTCUA_TEST_REDIS; its databases are emptied), else the
 * one everybody has.
 */
export const queuePlaces = (database: () => TestDatabase): readonly TestPlace[] => {
  const given = process.env['MOTCUA_TEST_REDIS'];
  if (given === undefined) return [inPostgres(database)];
  // Spec files that run side by side each empty a database of their own.
  const redisUrl = new URL(given);
  redisUrl.pathname = `/${process.env['JEST_WORKER_ID'] ?? '1'}`;
  return [inPostgres(database), inRedis(redisUrl.href)];
};
