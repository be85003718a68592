import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, QueryRunner } from 'typeorm';
import { Failure } from '../config/failure.ts';
import { SEAL_SCHEMA } from './catalogue.ts';
import { createOwnerDataSource, SCHEMA } from './data-source.ts';
import { databaseTooOld, migrationBusy, schemaRefused } from './failures.ts';
import { migrateQueue } from '../queue/migrate-queue.ts';
import { ensureRoles } from './roles.ts';

// "motcua" in bytes: nobody else's lock in this database.
const LOCK = '120395906180961';
const LOCK_PATIENCE_MS = 120_000;
const LOCK_PAUSE_MS = 250;
const OLDEST_VERSION = 150_000;
const TRIES = 5;
/** Lock not available, deadlock, concurrent update of the catalogue: another moment may do. */
const PASSING = new Set(['55P03', '40P01', 'XX000']);

export interface MigrationAccess {
  readonly ownerUrl: string;
  /** Whose login will work with the rows. */
  readonly appUrl: string;
  readonly onPoolError: (error: unknown) => void;
}

const ask = async <Row>(runner: QueryRunner, sql: string): Promise<Row | undefined> => {
  const rows = (await runner.query(sql)) as readonly Row[];
  return rows[0];
};

const waitForLock = async (runner: QueryRunner): Promise<void> => {
  const until = performance.now() + LOCK_PATIENCE_MS;
  for (;;) {
    const sql = `select pg_try_advisory_lock(${LOCK}) as held`;
    if ((await ask<{ readonly held: boolean }>(runner, sql))?.held === true) return;
    if (performance.now() > until) throw migrationBusy(LOCK_PATIENCE_MS / 1000);
    await pause(LOCK_PAUSE_MS);
  }
};

const requireVersion = async (runner: QueryRunner): Promise<void> => {
  const sql = `select current_setting('server_version_num')::int as number,
    current_setting('server_version') as version`;
  const server = await ask<{ readonly number: number; readonly version: string }>(runner, sql);
  if (server === undefined || server.number < OLDEST_VERSION) {
    throw databaseTooOld(server?.version ?? '?');
  }
};

const stateOf = (error: unknown): string | undefined =>
  (error as { readonly driverError?: { readonly code?: string } }).driverError?.code;

/** Each step is a transaction of its own; one that meets a busy table tries again a little later. */
const runAll = async (owner: DataSource): Promise<readonly string[]> => {
  for (let tries = 1; ; tries += 1) {
    try {
      const done = await owner.runMigrations();
      return done.map(({ name }) => name);
    } catch (error) {
      if (tries === TRIES || !PASSING.has(stateOf(error) ?? '')) throw error;
      await pause(tries * 1_000);
    }
  }
};

const loginOf = (url: string): string => decodeURIComponent(new URL(url).username);

const underLock = async (
  owner: DataSource,
  runner: QueryRunner,
  { ownerUrl, appUrl }: MigrationAccess,
): Promise<readonly string[]> => {
  await waitForLock(runner);
  try {
    await ensureRoles(runner, loginOf(appUrl));
    await runner.query(`create schema if not exists ${SCHEMA}`);
    const done = await runAll(owner);
    if (done.length > 0) await runner.query(SEAL_SCHEMA);
    await migrateQueue(ownerUrl);
    return done;
  } finally {
    await runner.query(`select pg_advisory_unlock(${LOCK})`);
  }
};

/** A refusal by PostgreSQL is told as such; a server that is not there stays what it is, to be tried again. */
const explained = (error: unknown): unknown => {
  if (error instanceof Failure || stateOf(error) === undefined) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return Object.assign(schemaRefused(reason), { cause: error });
};

/** Brings the schema up to date, once, however many processes start at the same moment. */
export const migrate = async (access: MigrationAccess): Promise<readonly string[]> => {
  const owner = createOwnerDataSource({ url: access.ownerUrl, onPoolError: access.onPoolError });
  await owner.initialize();
  const runner = owner.createQueryRunner();
  try {
    await runner.connect();
    await requireVersion(runner);
    return await underLock(owner, runner, access);
  } catch (error) {
    throw explained(error);
  } finally {
    await runner.release();
    await owner.destroy();
  }
};
