import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import type { Environment } from '../config/environment.ts';
import { ENVIRONMENT } from '../config/tokens.ts';
import { LOG } from '../log/log.module.ts';
import { migrationAccess } from './migration-access.ts';
import { migrate } from './migrate.ts';
import { isRefusal } from './statement-failed.ts';
import { DATA_SOURCE } from './tokens.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Keeps trying to reach the database: the product starts, and says it is not ready, without it. */
@Injectable()
export class DatabaseService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #dataSource: DataSource;
  readonly #log: Logger;
  readonly #environment: Environment;
  readonly #stopping = new AbortController();
  #connecting: Promise<void> = Promise.resolve();

  constructor(
    @Inject(DATA_SOURCE) dataSource: DataSource,
    @Inject(LOG) log: Logger,
    @Inject(ENVIRONMENT) environment: Environment,
  ) {
    this.#dataSource = dataSource;
    this.#log = log;
    this.#environment = environment;
  }

  onApplicationBootstrap(): void {
    this.#connecting = this.#connect();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#connecting;
    if (this.#dataSource.isInitialized) await this.#dataSource.destroy();
  }

  /** Whether the database answers a question within the given time. */
  async answersWithin(limitMs: number): Promise<boolean> {
    if (!this.#dataSource.isInitialized) return false;
    const giveUp = new AbortController();
    try {
      return await Promise.race([
        this.#dataSource.query('select 1').then(() => true),
        pause(limitMs, false, { signal: giveUp.signal }),
      ]);
    } catch (error) {
      this.#log.warn({ err: error }, 'the database does not answer');
      return false;
    } finally {
      giveUp.abort();
    }
  }

  /** The connections of this process: how many work, rest, and are waited for. */
  pool(): { readonly inUse: number; readonly idle: number; readonly waiting: number } | undefined {
    if (!this.#dataSource.isInitialized) return undefined;
    const { master } = this.#dataSource.driver as unknown as { readonly master: pg.Pool };
    const { totalCount, idleCount, waitingCount } = master;
    return { inUse: totalCount - idleCount, idle: idleCount, waiting: waitingCount };
  }

  async #connect(): Promise<void> {
    const { signal } = this.#stopping;
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        const done = await migrate(migrationAccess(this.#environment, this.#log));
        if (done.length > 0) this.#log.info({ done }, 'the schema was brought up to date');
        await this.#dataSource.initialize();
        return;
      } catch (error) {
        // Refused is not away: trying again would only hide what a person has to mend.
        if (isRefusal(error)) throw error;
        this.#log.warn({ err: error, retryInMs: wait }, 'the database cannot be reached');
      }
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
