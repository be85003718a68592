import { join } from 'node:path';
import type { Environment } from '../config/environment.ts';
import { Failure } from '../config/failure.ts';
import { requireEnvironment } from '../config/required-environment.ts';
import type { Charge } from './conversation.ts';
import { databaseFor } from './database-name.ts';
import { DoorProcess } from './door-process.ts';
import { EmbeddedPostgres } from './embedded-postgres.ts';
import {
  narrator,
  sayClosed,
  sayClosing,
  sayDoorCrashed,
  sayOpened,
  sayServerCrashed,
} from './narration.ts';
import type { OsUser } from './os-user.ts';
import { Patience } from './patience.ts';
import type { DatabaseUrls } from './session.ts';

const TEN_MINUTES_MS = 600_000;

/** What the launcher's plain scripts have settled before any of this could be imported. */
export interface LaunchOptions {
  readonly checkout: string;
  readonly dist: string;
  readonly dataFolder: string;
  readonly clusterHome: string;
  readonly cacheFolder: string;
  readonly serverUser: OsUser | undefined;
  readonly lockFile: string;
  readonly instance: string;
  readonly env: NodeJS.ProcessEnv;
  /** Calls back when the shell that started us is gone. */
  readonly onParentGone: (close: () => void) => void;
  /** Tells the lock, and so a second start, who serves and where. */
  readonly announce: (running: { readonly doorPid: number; readonly address?: string }) => void;
}

type Happening = 'asked' | 'server' | 'door';

const closingTime = (onParentGone: LaunchOptions['onParentGone']): Promise<Happening> =>
  new Promise((resolve) => {
    const close = () => resolve('asked');
    // Heard once; a second Ctrl-C changes nothing: closing has its own limits of time.
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, close);
    if (process.connected) process.once('disconnect', close);
    onParentGone(close);
  });

const brokeTooOften = (what: string, whatEn: string): Failure =>
  new Failure(
    {
      what: `${what} dừng bất thường nhiều lần.`,
      why: 'Đã khởi động lại mấy lần mà vẫn hỏng; xem nhật ký trong thư mục dữ liệu (logs/ và postgres/cluster/log/).',
      todo: 'Kiểm tra đĩa và bộ nhớ của máy, rồi chạy lại `npm start`.',
    },
    {
      what: `${whatEn} keeps stopping unexpectedly.`,
      why: 'It was started again several times in vain; see the logs in the data folder (logs/ and postgres/cluster/log/).',
      todo: 'Check the disk and the memory of the machine, then run `npm start` again.',
    },
  );

class Launch {
  readonly #options: LaunchOptions;
  readonly #environment: Environment;
  readonly #postgres: EmbeddedPostgres | undefined;
  readonly #evaluates: boolean;
  readonly #serverPatience = new Patience(5, TEN_MINUTES_MS);
  readonly #doorPatience = new Patience(3, TEN_MINUTES_MS);
  #urls: DatabaseUrls | undefined;
  #door: DoorProcess | undefined;
  #port: string | undefined;

  constructor(options: LaunchOptions) {
    this.#options = options;
    this.#environment = requireEnvironment(options.env);
    const { DATABASE_URL: url, NODE_ENV: mode } = this.#environment;
    this.#evaluates = url === undefined && mode !== 'production';
    if (url === undefined) {
      this.#postgres = new EmbeddedPostgres({
        checkout: options.checkout,
        clusterHome: options.clusterHome,
        user: options.serverUser,
        database: databaseFor(mode),
        narrate: narrator,
      });
    }
  }

  async run(): Promise<number> {
    const asked = closingTime(this.#options.onParentGone);
    try {
      this.#urls = await this.#postgres?.start();
      return await this.#serve(asked);
    } finally {
      await this.#door?.stop();
      await this.#postgres?.stop();
    }
  }

  async #serve(asked: Promise<Happening>): Promise<number> {
    if (!(await this.#openDoor())) return this.#doorCode();
    for (;;) {
      const happening = await Promise.race([asked, this.#serverEnds(), this.#doorEnds()]);
      switch (happening) {
        case 'asked':
          return this.#close();
        case 'server':
          await this.#mendServer();
          break;
        case 'door':
          if (!(await this.#mendDoor())) return this.#doorCode();
      }
    }
  }

  async #close(): Promise<number> {
    sayClosing();
    await this.#door?.stop();
    await this.#postgres?.stop();
    sayClosed();
    return 0;
  }

  /** Never 0: the door is not meant to end by itself. */
  async #doorCode(): Promise<number> {
    return (await this.#door?.ended) || 1;
  }

  /** False when the door ended before it opened: it has said why. */
  async #openDoor(): Promise<boolean> {
    const { dist, dataFolder, announce, clusterHome } = this.#options;
    const file = join(dist, 'backend', 'src', 'main.js');
    this.#door = DoorProcess.start(file, this.#doorEnvironment(), this.#charge());
    announce({ doorPid: this.#door.pid });
    const listening = await this.#door.listens();
    if (listening === undefined) return false;
    announce({ doorPid: this.#door.pid, address: listening.address });
    this.#port = new URL(listening.address).port;
    const hasOwn = this.#postgres !== undefined;
    sayOpened({ ...listening, dataFolder, clusterHome: hasOwn ? clusterHome : undefined });
    return true;
  }

  #charge(): Charge {
    const { instance, lockFile } = this.#options;
    const clusterFolder = this.#postgres?.clusterFolder;
    return {
      ...{ kind: 'charge', instance, lockFile },
      ...(clusterFolder && { clusterFolder }),
      ...(this.#evaluates && { evaluates: true }),
    };
  }

  #doorEnvironment(): NodeJS.ProcessEnv {
    const { env, dataFolder, cacheFolder } = this.#options;
    return {
      ...env,
      MOTCUA_DATA_DIR: dataFolder,
      // Compiled code kept between starts: the second start is half a second quicker.
      NODE_COMPILE_CACHE: join(cacheFolder, 'compiled'),
      ...(this.#port !== undefined && { PORT: this.#port }),
      ...(this.#urls && {
        DATABASE_URL: this.#urls.databaseUrl,
        DATABASE_OWNER_URL: this.#urls.ownerUrl,
      }),
    };
  }

  async #serverEnds(): Promise<Happening> {
    await (this.#postgres?.ended ?? new Promise(() => undefined));
    return 'server';
  }

  async #doorEnds(): Promise<Happening> {
    await this.#door?.ended;
    return 'door';
  }

  async #mendServer(): Promise<void> {
    sayServerCrashed();
    if (!this.#serverPatience.bears(performance.now())) {
      throw brokeTooOften('Máy chủ cơ sở dữ liệu', 'The database server');
    }
    await this.#postgres?.restart();
  }

  #mendDoor(): Promise<boolean> {
    sayDoorCrashed();
    if (!this.#doorPatience.bears(performance.now())) {
      throw brokeTooOften('Tiến trình phục vụ', 'The serving process');
    }
    return this.#openDoor();
  }
}

/** Database, then the door for HTTP, until somebody asks to stop; gives the exit code. */
export const launch = (options: LaunchOptions): Promise<number> => new Launch(options).run();
