import { runMigrations } from 'bullmq';
import pg from 'pg';
import { lanes } from './job.ts';

export const QUEUE_SCHEMA = 'bullmq';

const APP = 'motcua_app';
const CONNECT_MS = 5_000;

// BullMQ makes a sequence for each queue when the first order comes, which the application may not.
const SEQUENCE = `select format('create sequence if not exists ${QUEUE_SCHEMA}.%I',
  ${QUEUE_SCHEMA}.job_id_seq_name($1)) as statement`;

// Its functions run as their caller: the application needs the rows and nothing of the DDL.
const GRANTS = [
  `grant usage on schema ${QUEUE_SCHEMA} to ${APP}`,
  `grant select, insert, update, delete on all tables in schema ${QUEUE_SCHEMA} to ${APP}`,
  `grant usage, select on all sequences in schema ${QUEUE_SCHEMA} to ${APP}`,
  `grant execute on all functions in schema ${QUEUE_SCHEMA} to ${APP}`,
];

// Orders in bulk pass through a temporary table, for which a locked-up database wants a word.
const TEMPORARY = `select format('grant temporary on database %I to ${APP}', current_database())
  as statement where not has_database_privilege('${APP}', current_database(), 'temporary')`;

const carryOut = async (client: pg.Client, sql: string, values: string[] = []): Promise<void> => {
  const { rows } = await client.query<{ readonly statement: string }>(sql, values);
  for (const { statement } of rows) await client.query(statement);
};

/** Brings the queue's own schema up to date, as the owner; safe when several processes start at once. */
export const migrateQueue = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({
    connectionString: ownerUrl,
    connectionTimeoutMillis: CONNECT_MS,
    application_name: 'motcua-migrate',
  });
  await client.connect();
  try {
    await runMigrations(client, QUEUE_SCHEMA);
    for (const lane of lanes) await carryOut(client, SEQUENCE, [lane]);
    for (const grant of GRANTS) await client.query(grant);
    await carryOut(client, TEMPORARY);
  } finally {
    await client.end();
  }
};
