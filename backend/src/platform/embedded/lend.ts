import type { EmbeddedOptions } from './embedded-postgres.ts';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import { databaseFor } from './database-name.ts';
import { narrator } from './narration.ts';
import type { OsUser } from './os-user.ts';
import type { DatabaseUrls } from './session.ts';

/** What the plain script before us has found out. */
export interface LendOptions {
  readonly checkout: string;
  readonly clusterHome: string;
  readonly serverUser: OsUser | undefined;
  readonly env: NodeJS.ProcessEnv;
}

/** The database that comes with the product, for one command. */
export interface Lent extends DatabaseUrls {
  /** Leaves the server as it was found: running beside a product, or stopped. */
  giveBack(): Promise<void>;
}

const optionsOf = ({ checkout, clusterHome, serverUser, env }: LendOptions): EmbeddedOptions => ({
  ...{ checkout, clusterHome },
  user: serverUser,
  database: databaseFor(env['NODE_ENV']),
  narrate: narrator,
});

/** The server a product runs; undefined while it has none that answers. */
export const borrow = async (options: LendOptions): Promise<Lent | undefined> => {
  const urls = await new EmbeddedPostgres(optionsOf(options)).find();
  return urls && { ...urls, giveBack: () => Promise.resolve() };
};

/** Our own server, for whoever holds the lock of the data folder. */
export const open = async (options: LendOptions): Promise<Lent> => {
  const postgres = new EmbeddedPostgres(optionsOf(options));
  const urls = await postgres.start();
  return { ...urls, giveBack: () => postgres.stop() };
};
