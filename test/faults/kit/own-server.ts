import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { EmbeddedPostgres } from '../../../backend/src/platform/embedded/embedded-postgres.ts';
import { giveTo } from '../../../backend/src/platform/embedded/os-user.ts';
import { readPostmaster } from '../../../backend/src/platform/embedded/postmaster.ts';
import type { DatabaseUrls } from '../../../backend/src/platform/embedded/session.ts';

const checkout = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
// Root may not run the server itself; every Linux has this user.
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };

const silent = {
  making: () => undefined,
  recovering: () => undefined,
  adopted: () => undefined,
  portTaken: () => undefined,
};

/** The product's own PostgreSQL as an office has it, everything durable: what it says is kept is kept. */
export class OwnServer {
  readonly urls: DatabaseUrls;
  readonly #postgres: EmbeddedPostgres;
  readonly #home: string;

  private constructor(postgres: EmbeddedPostgres, urls: DatabaseUrls, home: string) {
    this.#postgres = postgres;
    this.urls = urls;
    this.#home = home;
  }

  static async start(): Promise<OwnServer> {
    const user = process.getuid?.() === 0 ? nobody : undefined;
    const home = mkdtempSync(join(tmpdir(), 'motcua-faults-'));
    chmodSync(home, 0o711);
    giveTo(home, user);
    const clusterHome = join(home, 'postgres');
    const options = { checkout, clusterHome, user, database: 'motcua', narrate: silent };
    const postgres = new EmbeddedPostgres(options);
    return new OwnServer(postgres, await postgres.start(), home);
  }

  /** As a power cut would; then what the launcher does. */
  async killAndRestart(): Promise<void> {
    const pid = readPostmaster(this.#postgres.clusterFolder)?.pid;
    if (pid === undefined) throw new Error('the server is not running');
    const ended = this.#postgres.ended;
    process.kill(pid, 'SIGKILL');
    await ended;
    await this.#postgres.restart();
  }

  /** As an administrator would. */
  async stopAndRestart(): Promise<void> {
    await this.#postgres.stop();
    await this.#postgres.restart();
  }

  async end(): Promise<void> {
    await this.#postgres.stop();
    rmSync(this.#home, { recursive: true, force: true });
  }
}
