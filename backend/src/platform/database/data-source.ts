import { DataSource } from 'typeorm';

// Without these a half-open connection hangs a request for ever (node-postgres #2973).
const CONNECT_MS = 5_000;
const QUERY_MS = 15_000;

// Enforced by the server, a little before our own patience ends (S-25).
const sessionLimits = {
  statement_timeout: 10_000,
  lock_timeout: 3_000,
  idle_in_transaction_session_timeout: 15_000,
};

export interface DatabaseAccess {
  readonly url: string;
  readonly onPoolError: (error: unknown) => void;
}

export const createDataSource = ({ url, onPoolError }: DatabaseAccess): DataSource =>
  new DataSource({
    type: 'postgres',
    url,
    entities: [],
    synchronize: false,
    logging: false,
    connectTimeoutMS: CONNECT_MS,
    applicationName: 'motcua',
    // node-postgres ends the process when an idle connection breaks and nobody listens.
    poolErrorHandler: onPoolError,
    extra: { max: 10, query_timeout: QUERY_MS, keepAlive: true, ...sessionLimits },
  });
