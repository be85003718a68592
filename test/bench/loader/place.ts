import { createDataSource } from '../../../backend/src/platform/database/data-source.ts';
import { Tenancy } from '../../../backend/src/platform/database/tenancy.ts';
import { startDatabaseServer } from '../../support/database-server.ts';
import {
  APP,
  OWNER,
  asSuperuser,
  copyTemplate,
  dropDatabase,
  makeTemplate,
  urlOf,
} from '../../support/database-template.ts';
import type { Commune } from './commune.ts';
import { load, type Loaded, type LoadAsked } from './load.ts';

/** A database full of dossiers, on a server with the settings and the durability of the product's own. */
export interface Place {
  readonly superuserUrl: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  /** Null where the database was there already, from a run that kept it. */
  readonly loaded: Loaded | null;
  close(): Promise<void>;
}

export const SECRET = 'the secret of a bench that keeps nothing of anybody';

export const benchClock = {
  officeNow: () => Date.now(),
  officeRate: () => 1,
  machineNow: () => Date.now(),
  monotonicMs: () => performance.now(),
};

type Wanted = Pick<LoadAsked, 'dossiers' | 'days' | 'onProgress'>;

const serverFor = async () => {
  const given = process.env['MOTCUA_TEST_POSTGRES'];
  if (given !== undefined) return { url: given, stop: () => Promise.resolve() };
  return startDatabaseServer('as-shipped');
};

const isThere = (server: string, name: string): Promise<boolean> =>
  asSuperuser(server, async (client) => {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name]);
    return rowCount === 1;
  });

const fill = async (server: string, name: string, wanted: Wanted): Promise<Loaded> => {
  await makeTemplate(server);
  await copyTemplate(server, name);
  const dataSource = createDataSource({
    url: urlOf(server, name, APP),
    onPoolError: () => undefined,
    connections: 4,
  });
  await dataSource.initialize();
  try {
    return await load({
      ...wanted,
      superuserUrl: urlOf(server, name),
      tenancy: new Tenancy(dataSource),
      clock: benchClock,
      secret: SECRET,
    });
  } finally {
    await dataSource.destroy();
  }
};

/**
 * Fills a database for a bench, or finds the one that an earlier run has kept: MOTCUA_BENCH_DATABASE names it,
 * on the server of MOTCUA_TEST_POSTGRES.
 */
export async function openPlace(wanted: Wanted): Promise<Place> {
  const server = await serverFor();
  const kept = process.env['MOTCUA_BENCH_DATABASE'];
  const name = kept ?? 'motcua_bench';
  const was = await isThere(server.url, name);
  const loaded = was ? null : await fill(server.url, name, wanted);
  return {
    superuserUrl: urlOf(server.url, name),
    appUrl: urlOf(server.url, name, APP),
    ownerUrl: urlOf(server.url, name, OWNER),
    loaded,
    async close() {
      if (kept === undefined) await dropDatabase(server.url, name);
      await server.stop();
    },
  };
}

/** Those the loader has founded: the first is the one with most dossiers. */
export const communesOf = ({ superuserUrl }: Place): Promise<readonly Commune[]> =>
  asSuperuser(superuserUrl, async (client) => {
    const sql = `select id, code from motcua.unit where kind = 'commune' order by id`;
    return (await client.query<Commune>(sql)).rows;
  });
