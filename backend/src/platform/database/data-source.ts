import { DataSource } from 'typeorm';
import { MIGRATIONS } from './migrations/index.ts';
import { wireTypes } from './wire-types.ts';

// Without these a half-open connection hangs a request for ever (node-postgres #2973).
const CONNECT_MS = 5_000;
const QUERY_MS = 15_000;
const MIGRATION_MS = 600_000;

export const SCHEMA = 'motcua';

// Enforced by the server, a little before our own patience ends (S-25).
const sessionLimits = {
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
};

// A migration may take its time, but never makes officers wait for a lock (F-25).
const migrationLimits = { statement_timeout: MIGRATION_MS, lock_timeout: 3_000 };

export interface DatabaseAccess {
  readonly url: string;
  readonly onPoolError: (error: unknown) => void;
  readonly connections?: number;
  /** How long a statement may take: longer for those that look at everything there is. */
  readonly patienceMs?: number;
}

/** What a session begins with: where our tables are, what time text means, as whom we act. */
const sessionStart = (role: string | undefined): string =>
  [
    `-c search_path=${SCHEMA},pg_temp`,
    '-c timezone=UTC',
    ...(role === undefined ? [] : [`-c role=${role}`]),
  ].join(' ');

const openPool = (access: DatabaseAccess, extra: Record<string, unknown>) => ({
  type: 'postgres' as const,
  url: access.url,
  entities: [],
  synchronize: false,
  installExtensions: false,
  logging: false as const,
  connectTimeoutMS: CONNECT_MS,
  applicationName: 'motcua',
  // node-postgres ends the process when an idle connection breaks and nobody listens.
  poolErrorHandler: access.onPoolError,
  extra: { keepAlive: true, types: wireTypes, ...extra },
});

/** The connections the product works with: as the application role, whoever the login is. */
export const createDataSource = (access: DatabaseAccess): DataSource =>
  new DataSource(
    openPool(access, {
      max: access.connections ?? 10,
      // `begin`, the question and `commit` leave together: one way there and back instead of three.
      pipeline: true,
      options: sessionStart('motcua_app'),
      ...sessionLimits,
      query_timeout: access.patienceMs ?? QUERY_MS,
      statement_timeout: access.patienceMs ?? sessionLimits.statement_timeout,
    }),
  );

/** The owner's connections: one holds the lock, one changes the schema. */
export const createOwnerDataSource = (access: DatabaseAccess): DataSource =>
  new DataSource({
    ...openPool(access, {
      max: 2,
      query_timeout: MIGRATION_MS,
      options: sessionStart(undefined),
      ...migrationLimits,
    }),
    schema: SCHEMA,
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
  });
