import { randomBytes } from 'node:crypto';
import { expect } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../backend/src/platform/database/data-source.ts';
import { Tenancy } from '../../backend/src/platform/database/tenancy.ts';
import { checkBooks, leaveBooks } from './books.ts';
import { APP, OWNER, asSuperuser, copyTemplate, dropDatabase, urlOf } from './database-template.ts';

/** A migrated database of one spec file's own. */
export interface TestDatabase {
  /** For `DATABASE_URL`: the login of the application. */
  readonly appUrl: string;
  /** For `DATABASE_OWNER_URL`. */
  readonly ownerUrl: string;
  /** Behind every wall. */
  readonly rootUrl: string;
  readonly dataSource: DataSource;
  readonly tenancy: Tenancy;
  /** Behind every wall, to arrange what the product never would and to look at what it left. */
  asRoot<Row extends object>(sql: string, parameters?: readonly unknown[]): Promise<readonly Row[]>;
  close(): Promise<void>;
}

const serverUrl = (): string => {
  const url = process.env['MOTCUA_TEST_POSTGRES'];
  if (url === undefined) throw new Error('Integration specs run by `npm run test:integration`');
  return url;
};

const failLoudly = (error: unknown): never => {
  throw error;
};

interface DatabaseOptions {
  readonly connections?: number;
  /** Why the books of this spec cannot agree at its end; those of all others have to. */
  readonly unsound?: string;
}

/** The books are gone over as a whole, on machines that do other things besides. */
const PATIENCE_MS = 60_000;

/**
 * Call it in `beforeAll`, and `close` in `afterAll`.
 *
 * @example const database = await openDatabase(); await database.tenancy.within({ units: [1] }, …)
 */
export async function openDatabase({
  unsound,
  ...options
}: DatabaseOptions = {}): Promise<TestDatabase> {
  const server = serverUrl();
  const name = `motcua_${randomBytes(6).toString('hex')}`;
  await copyTemplate(server, name);
  const appUrl = urlOf(server, name, APP);
  const dataSource = createDataSource({
    ...{ url: appUrl, onPoolError: failLoudly, patienceMs: PATIENCE_MS },
    ...options,
  });
  await dataSource.initialize();
  const tenancy = new Tenancy(dataSource);
  // Jest says where we are only while a file runs.
  const { testPath } = expect.getState();
  return {
    appUrl,
    ownerUrl: urlOf(server, name, OWNER),
    rootUrl: urlOf(server, name),
    dataSource,
    tenancy,
    asRoot: <Row extends object>(sql: string, parameters: readonly unknown[] = []) =>
      asSuperuser(urlOf(server, name), async (client) => {
        await client.query('set search_path = motcua');
        const { rows } = await client.query<Row>(sql, [...parameters]);
        return rows;
      }),
    async close() {
      try {
        if (unsound === undefined) await checkBooks(tenancy, testPath);
        else leaveBooks(testPath, unsound);
      } finally {
        await dataSource.destroy();
        await dropDatabase(server, name);
      }
    },
  };
}

/** A commune and, when named, its city; the id by which its rows are known. */
export async function aUnitRow(
  database: TestDatabase,
  code: string,
  parentId: number | null = null,
): Promise<number> {
  const [row] = await database.asRoot<{ id: number }>(
    `insert into unit (code, name, kind, level, parent_id) values ($1, $1, 'commune', 'xa', $2) returning id`,
    [code, parentId],
  );
  if (row === undefined) throw new Error('A unit was not made');
  return row.id;
}
