import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Failure } from '../config/failure.ts';
import { findFreePort, portFault } from '../http/free-port.ts';
import { type Binaries, provideBinaries } from './binaries.ts';
import {
  clusterFolderIn,
  hasCluster,
  makeCluster,
  prepareClusterHome,
  pruneServerLogs,
  requireSameMajor,
} from './cluster.ts';
import { lostSecrets, serverFailed } from './failures.ts';
import { clearTraceOfDead, findLeftover } from './leftover.ts';
import type { OsUser } from './os-user.ts';
import { type Secrets, provideSecrets } from './secrets.ts';
import { type ServerProcess, adoptServer, startServer } from './server-process.ts';
import { type DatabaseUrls, isWrongPassword, provision } from './session.ts';
import { stopServer, stopServerOnWindows } from './stop.ts';

const HOST = '127.0.0.1';
// Below the range systems hand out to outgoing connections, and not PostgreSQL's own 5432.
const FIRST_PORT = 15_432;
const START_TRIES = 5;

export interface EmbeddedOptions {
  readonly checkout: string;
  readonly clusterHome: string;
  readonly user: OsUser | undefined;
  readonly database: string;
  readonly narrate: Narrator;
}

/** What is worth a line on the screen; the launcher finds the words. */
export interface Narrator {
  making(): void;
  recovering(): void;
  adopted(pid: number): void;
  portTaken(wanted: number, got: number): void;
}

/** The PostgreSQL that comes with the product, over one cluster. */
export class EmbeddedPostgres {
  readonly clusterFolder: string;
  readonly #options: EmbeddedOptions;
  readonly #portFile: string;
  readonly #secretsFile: string;
  #server: ServerProcess | undefined;
  #binaries: Binaries | undefined;

  constructor(options: EmbeddedOptions) {
    this.#options = options;
    this.clusterFolder = clusterFolderIn(options.clusterHome);
    this.#portFile = join(options.clusterHome, 'port');
    this.#secretsFile = join(options.clusterHome, 'secrets.json');
  }

  get port(): number {
    return this.#server?.port ?? 0;
  }

  /** Resolves when the server is gone, wanted or not. */
  get ended(): Promise<void> {
    return this.#server?.ended ?? Promise.resolve();
  }

  /** Makes the cluster if there is none, adopts a server left running, or starts one. */
  async start(): Promise<DatabaseUrls> {
    const { checkout, clusterHome, user, narrate } = this.#options;
    prepareClusterHome(clusterHome, user);
    const isThere = hasCluster(clusterHome);
    if (isThere) requireSameMajor(this.clusterFolder);
    const secrets = provideSecrets(this.#secretsFile, isThere);
    this.#binaries = await provideBinaries(checkout, clusterHome, user);
    if (!isThere) {
      narrate.making();
      await makeCluster(clusterHome, this.#binaries, secrets, user);
    }
    const leftover = isThere ? await findLeftover(this.clusterFolder, secrets) : undefined;
    if (leftover !== undefined) {
      this.#server = adoptServer(leftover.pid, leftover.port);
      narrate.adopted(leftover.pid);
    } else {
      pruneServerLogs(this.clusterFolder);
      this.#server = await this.#startOnFreePort(this.#binaries);
    }
    return this.#provision(secrets);
  }

  /** The server somebody else runs over this cluster, looked up and left alone; nothing is made or started. */
  async find(): Promise<DatabaseUrls | undefined> {
    if (!hasCluster(this.#options.clusterHome)) return undefined;
    const secrets = provideSecrets(this.#secretsFile, true);
    const found = await findLeftover(this.clusterFolder, secrets);
    if (found === undefined) return undefined;
    this.#server = adoptServer(found.pid, found.port);
    return this.#provision(secrets);
  }

  /** After a crash: the same port, or those who are connected would not find it again. */
  async restart(): Promise<void> {
    const port = this.port;
    if (this.#binaries === undefined) throw new Error('restart before start');
    for (let tries = 1; ; tries += 1) {
      try {
        this.#server = await this.#startOn(port, this.#binaries);
        return;
      } catch (error) {
        // The crashed server's last children may hold its shared memory for a moment.
        if (tries === START_TRIES) throw error;
        await pause(tries * 500);
      }
    }
  }

  async stop(): Promise<void> {
    const server = this.#server;
    if (server === undefined) return;
    if (process.platform === 'win32' && this.#binaries !== undefined) {
      await stopServerOnWindows(this.#binaries.pgCtl, this.clusterFolder);
    } else {
      await stopServer(server.pid);
    }
  }

  async #provision(secrets: Secrets): Promise<DatabaseUrls> {
    try {
      return await provision(this.port, secrets, this.#options.database);
    } catch (error) {
      if (isWrongPassword(error)) throw lostSecrets(this.#secretsFile);
      const message = error instanceof Error ? error.message : String(error);
      throw error instanceof Failure ? error : serverFailed(message, error);
    }
  }

  async #startOnFreePort(binaries: Binaries): Promise<ServerProcess> {
    const wanted = this.#rememberedPort();
    for (let first = wanted, tries = 1; ; tries += 1) {
      const port = await findFreePort(first, HOST);
      if (port === undefined) throw serverFailed(`no free port from ${first} on`);
      try {
        const server = await this.#startOn(port, binaries);
        if (port !== wanted) this.#options.narrate.portTaken(wanted, port);
        this.#rememberPort(port);
        return server;
      } catch (error) {
        // Somebody took the port between our look and the server's.
        if (tries === START_TRIES || (await portFault(port, HOST)) === undefined) throw error;
        first = port + 1;
      }
    }
  }

  async #startOn(port: number, binaries: Binaries): Promise<ServerProcess> {
    await clearTraceOfDead(this.clusterFolder);
    const { clusterHome, user, narrate } = this.#options;
    return startServer({
      binaries,
      clusterHome,
      clusterFolder: this.clusterFolder,
      port,
      user,
      onSlow: () => narrate.recovering(),
    });
  }

  #rememberedPort(): number {
    try {
      const port = Number(readFileSync(this.#portFile, 'utf8'));
      return Number.isInteger(port) && port > 0 && port < 65_536 ? port : FIRST_PORT;
    } catch {
      return FIRST_PORT;
    }
  }

  #rememberPort(port: number): void {
    writeFileSync(`${this.#portFile}.draft`, String(port));
    renameSync(`${this.#portFile}.draft`, this.#portFile);
  }
}
