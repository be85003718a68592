import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Logger } from 'pino';
import type { DataSource } from 'typeorm';
import { LOG } from '../log/log.module.ts';
import { DATA_SOURCE } from './tokens.ts';

const FIRST_PAUSE_MS = 250;
const LONGEST_PAUSE_MS = 5_000;

/** Keeps trying to reach the database: the product starts, and says it is not ready, without it. */
@Injectable()
export class DatabaseService implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #dataSource: DataSource;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  #connecting: Promise<void> = Promise.resolve();

  constructor(@Inject(DATA_SOURCE) dataSource: DataSource, @Inject(LOG) log: Logger) {
    this.#dataSource = dataSource;
    this.#log = log;
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

  async #connect(): Promise<void> {
    const { signal } = this.#stopping;
    for (let wait = FIRST_PAUSE_MS; !signal.aborted; wait = Math.min(wait * 2, LONGEST_PAUSE_MS)) {
      try {
        await this.#dataSource.initialize();
        return;
      } catch (error) {
        this.#log.warn({ err: error, retryInMs: wait }, 'the database cannot be reached');
      }
      await pause(wait, undefined, { signal }).catch(() => undefined);
    }
  }
}
