import { setTimeout as pause } from 'node:timers/promises';
import {
  Inject,
  Injectable,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { DOORS, type Doors } from '../../platform/config/doors.ts';
import type { Environment } from '../../platform/config/environment.ts';
import { ENVIRONMENT } from '../../platform/config/tokens.ts';
import { DatabaseService } from '../../platform/database/database.service.ts';
import { LOG } from '../../platform/log/log.module.ts';
import { FirstAdministrator } from './first-administrator.service.ts';

const ANSWER_MS = 1_000;
const PAUSE_MS = 500;
/** A page of ours, at whatever address this installation is reached by. */
const SETUP_PAGE = '/thiet-lap';

/** Prints the code of the first start where only people at the machine read it: never into the log. */
@Injectable()
export class SetupAnnouncer implements OnApplicationBootstrap, OnApplicationShutdown {
  readonly #first: FirstAdministrator;
  readonly #database: DatabaseService;
  readonly #environment: Environment;
  readonly #doors: Doors;
  readonly #log: Logger;
  readonly #stopping = new AbortController();
  #announcing: Promise<void> = Promise.resolve();

  // eslint-disable-next-line max-params -- what decides whether, and where, a code is shown
  constructor(
    @Inject(FirstAdministrator) first: FirstAdministrator,
    @Inject(DatabaseService) database: DatabaseService,
    @Inject(ENVIRONMENT) environment: Environment,
    @Inject(DOORS) doors: Doors,
    @Inject(LOG) log: Logger,
  ) {
    this.#first = first;
    this.#database = database;
    this.#environment = environment;
    this.#doors = doors;
    this.#log = log;
  }

  onApplicationBootstrap(): void {
    // In evaluation there are accounts from the start.
    if (this.#environment.NODE_ENV !== 'production' || !this.#doors.api) return;
    this.#announcing = this.#announce();
  }

  async onApplicationShutdown(): Promise<void> {
    this.#stopping.abort();
    await this.#announcing;
  }

  async #announce(): Promise<void> {
    const { signal } = this.#stopping;
    while (!(await this.#database.answersWithin(ANSWER_MS))) {
      if (signal.aborted) return;
      await pause(PAUSE_MS, undefined, { signal }).catch(() => undefined);
    }
    try {
      const code = await this.#first.issueCode();
      if (code !== undefined) process.stdout.write(sentences(code));
    } catch (error) {
      this.#log.error({ err: error }, 'the code for the first administrator could not be made');
    }
  }
}

const sentences = (code: string): string =>
  [
    `Mã tạo người quản trị đầu tiên (dùng một lần, trong 30 phút): ${code}`,
    `Nhập mã ở trang ${SETUP_PAGE}`,
    `  One-time code for the first administrator (30 minutes): ${code}`,
    `  It is entered on the page ${SETUP_PAGE}`,
    '',
  ].join('\n');
