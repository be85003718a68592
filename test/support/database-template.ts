import { setTimeout as pause } from 'node:timers/promises';
import { Client, escapeIdentifier } from 'pg';
import { migrate } from '../../backend/src/platform/database/migrate.ts';

const TEMPLATE = 'motcua_template';
export const OWNER = 'motcua_owner';
export const APP = 'motcua_app';

/** The same server, another database, another login; the tests' server trusts everybody. */
export const urlOf = (superuserUrl: string, database: string, login?: string): string => {
  const url = new URL(superuserUrl);
  url.pathname = `/${database}`;
  if (login !== undefined) {
    url.username = login;
    url.password = '';
  }
  return url.href;
};

export async function asSuperuser<Result>(
  url: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

const rolesSql = `do $$ begin
  if not exists (select from pg_roles where rolname = '${OWNER}') then
    create role ${OWNER} login;
    create role ${APP} login;
    create role motcua_reader nologin;
    grant motcua_reader to ${APP};
  end if;
end $$`;

/** A migrated database that every spec file gets a copy of. */
export async function makeTemplate(superuserUrl: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(rolesSql);
    await client.query(`drop database if exists ${TEMPLATE}`);
    await client.query(`create database ${TEMPLATE} owner ${OWNER}`);
  });
  await migrate({
    ownerUrl: urlOf(superuserUrl, TEMPLATE, OWNER),
    appUrl: urlOf(superuserUrl, TEMPLATE, APP),
    // A migration that fails says so itself; what its connections say afterwards would hide it.
    onPoolError: () => undefined,
  });
}

export async function copyTemplate(superuserUrl: string, name: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await client.query(
      `create database ${escapeIdentifier(name)} template ${TEMPLATE} owner ${OWNER}`,
    );
  });
}

// The server hears a little later than we that a connection is closed.
const untilNobodyIsThere = async (client: Client, name: string): Promise<void> => {
  const sql = 'select count(*)::int as count from pg_stat_activity where datname = $1';
  for (let tries = 0; tries < 100; tries += 1) {
    const { rows } = await client.query<{ count: number }>(sql, [name]);
    if (rows[0]?.count === 0) return;
    await pause(20);
  }
};

export async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  await asSuperuser(superuserUrl, async (client) => {
    await untilNobodyIsThere(client, name);
    await client.query(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  });
}
