import { Module } from '@nestjs/common';
import type { Logger } from 'pino';
import type { Environment } from '../config/environment.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import { LOG } from '../log/log.module.ts';
import { createDataSource } from './data-source.ts';
import { DatabaseService } from './database.service.ts';
import { Follower } from './follower.ts';
import { Tenancy } from './tenancy.ts';
import { DATA_SOURCE } from './tokens.ts';

const openDataSource = (environment: Environment, log: Logger) => {
  const url = environment.DATABASE_URL;
  // `requireDatabase` in main.ts has refused this already, in words for a person.
  if (url === undefined) throw new Error('DATABASE_URL is missing');
  const onPoolError = (error: unknown) => log.warn({ err: error }, 'a database connection broke');
  return createDataSource({ url, onPoolError });
};

@Module({
  providers: [
    { provide: DATA_SOURCE, useFactory: openDataSource, inject: [ENVIRONMENT, LOG] },
    DatabaseService,
    Tenancy,
    Follower,
  ],
  // The data source stays in the room: rows are reached through the tenancy alone.
  exports: [DatabaseService, Tenancy, Follower],
})
export class DatabaseModule {}
