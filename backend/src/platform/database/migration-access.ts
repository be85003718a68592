import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import type { MigrationAccess } from './migrate.ts';

/** Whose logins migrate and work; with one URL alone its login does both, working as the application role. */
export const migrationAccess = (environment: Environment, log: Logger): MigrationAccess => {
  const appUrl = environment.DATABASE_URL;
  // `requireDatabase` in main.ts has refused this already, in words for a person.
  if (appUrl === undefined) throw new Error('DATABASE_URL is missing');
  return {
    appUrl,
    ownerUrl: environment.DATABASE_OWNER_URL ?? appUrl,
    onPoolError: (error) => log.warn({ err: error }, 'a migrating connection broke'),
  };
};
