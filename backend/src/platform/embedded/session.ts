import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg';
import type { Secrets } from './secrets.ts';
import { SUPERUSER } from './settings.ts';

const CONNECT_MS = 5_000;
const QUERY_MS = 30_000;
const HOST = '127.0.0.1';

const OWNER = 'motcua_owner';
const APP = 'motcua_app';
/** What reports act as: no login of its own, the application becomes it for a transaction. */
const READER = 'motcua_reader';

/** Opens a connection as the superuser of our own server, for as long as the work takes. */
const asSuperuser = async <Result>(
  port: number,
  database: string,
  secrets: Secrets,
  work: (client: Client) => Promise<Result>,
): Promise<Result> => {
  const client = new Client({
    host: HOST,
    port,
    database,
    user: SUPERUSER,
    password: secrets.superuser,
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: QUERY_MS,
    application_name: 'motcua launcher',
  });
  // The work itself fails too when the connection breaks: nothing is lost by not crashing here.
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

/** The identity of the cluster behind the port, as far as it lets us in. */
export const identifierBehind = async (
  port: number,
  secrets: Secrets,
): Promise<string | undefined> =>
  asSuperuser(port, 'postgres', secrets, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      'select system_identifier::text as id from pg_control_system()',
    );
    return rows[0]?.id;
  });

const ensureRole = async (client: Client, role: string, password: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role]);
  if (rowCount !== 0) return;
  const name = escapeIdentifier(role);
  await client.query(`create role ${name} login password ${escapeLiteral(password)}`);
};

const ensureReader = async (client: Client): Promise<void> => {
  const { rowCount } = await client.query('select from pg_roles where rolname = $1', [READER]);
  if (rowCount === 0) await client.query(`create role ${READER} nologin`);
  await client.query(`grant ${READER} to ${APP}`);
};

const ensureDatabase = async (client: Client, database: string): Promise<void> => {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database]);
  const name = escapeIdentifier(database);
  if (rowCount === 0) await client.query(`create database ${name} owner ${OWNER}`);
  await client.query(`revoke all on database ${name} from public`);
  await client.query(`grant connect on database ${name} to ${APP}`);
};

export interface DatabaseUrls {
  readonly databaseUrl: string;
  readonly ownerUrl: string;
}

const urlFor = (role: string, password: string, port: number, database: string): string =>
  `postgres://${role}:${password}@${HOST}:${port}/${database}`;

/** The owner migrates, the application only works (S-25); both exist after this. */
export const provision = async (
  port: number,
  secrets: Secrets,
  database: string,
): Promise<DatabaseUrls> => {
  await asSuperuser(port, 'postgres', secrets, async (client) => {
    await ensureRole(client, OWNER, secrets.owner);
    await ensureRole(client, APP, secrets.app);
    await ensureReader(client);
    await ensureDatabase(client, database);
  });
  return {
    databaseUrl: urlFor(APP, secrets.app, port, database),
    ownerUrl: urlFor(OWNER, secrets.owner, port, database),
  };
};

/** `28P01`: the password is wrong. The file beside the cluster is then not this cluster's. */
export const isWrongPassword = (error: unknown): boolean =>
  error instanceof DatabaseError && (error.code === '28P01' || error.code === '28000');
