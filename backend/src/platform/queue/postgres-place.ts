import { type PostgresPoolConfig, createPostgresBackend } from 'bullmq';
import type { BullPlace } from './bull-store.ts';
import { QUEUE_SCHEMA } from './migrate-queue.ts';

const CONNECT_MS = 5_000;
const QUERY_MS = 15_000;

export interface PostgresPlaceOptions {
  readonly url: string;
  /** Set when the URL is the owner's: every connection then steps down to the application. */
  readonly role?: string;
}

/** BullMQ in the database we have: one store, one backup. */
export const postgresPlace = ({
  url,
  role,
}: PostgresPlaceOptions): BullPlace<PostgresPoolConfig> => ({
  kind: 'postgresql',
  connection: {
    connectionString: url,
    schema: QUEUE_SCHEMA,
    // A worker needs one for its work beside the one it listens on.
    max: 2,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    keepAlive: true,
    idleTimeoutMillis: 30_000,
    ...(role !== undefined && { options: `-c role=${role}` }),
  },
  backend: createPostgresBackend,
});
