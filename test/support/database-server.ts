import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { provideBinaries } from '../../backend/src/platform/embedded/binaries.ts';
import { serverArguments } from '../../backend/src/platform/embedded/settings.ts';
import { giveTo, identityOf } from '../../backend/src/platform/embedded/os-user.ts';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
const SUPERUSER = 'root_of_tests';
// Root may not run the server itself; every Linux has this user.
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };
const READY_MS = 30_000;

// Thrown away after the run: nothing here has to survive a power cut.
const fast = { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off', jit: 'off' };

export interface DatabaseServer {
  readonly url: string;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const settings = (port: number): string[] =>
  Object.entries({
    ...fast,
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 100,
    timezone: 'UTC',
    // Refusals are what many tests are about: they fill no log.
    log_min_messages: 'fatal',
    log_min_error_statement: 'panic',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);

const isReady = (folder: string): boolean => {
  try {
    return readFileSync(join(folder, 'postmaster.pid'), 'utf8').includes('ready');
  } catch {
    return false;
  }
};

const waitUntilReady = async (server: ChildProcess, folder: string): Promise<void> => {
  const until = performance.now() + READY_MS;
  while (!isReady(folder)) {
    if (server.exitCode !== null || performance.now() > until) {
      throw new Error('The database of the tests did not start');
    }
    await pause(20);
  }
};

const stopped = (server: ChildProcess): Promise<void> =>
  new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });

/** Quick and thrown away, or with the settings and the durability of the product's own. */
export type Manner = 'fast' | 'as-shipped';

/** A PostgreSQL of our own for one run of the tests, on a port and in a folder nobody else has. */
export async function startDatabaseServer(manner: Manner = 'fast'): Promise<DatabaseServer> {
  const user = process.getuid?.() === 0 ? nobody : undefined;
  const home = mkdtempSync(join(tmpdir(), 'motcua-tests-'));
  chmodSync(home, 0o711);
  giveTo(home, user);
  const folder = join(home, 'cluster');
  const binaries = await provideBinaries(checkout, home, user);
  const identity = { cwd: '/', ...identityOf(user) };
  const flags = ['-D', folder, '-U', SUPERUSER, '--auth=trust', '--encoding=UTF8', '--no-sync'];
  const locale = ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await promisify(execFile)(binaries.initdb, [...flags, ...locale], identity);
  const port = await freePort();
  const given =
    manner === 'fast' ? ['-D', folder, ...settings(port)] : serverArguments(folder, port);
  const server = spawn(binaries.postgres, given, {
    ...identity,
    stdio: 'ignore',
  });
  await waitUntilReady(server, folder);
  return {
    url: `postgres://${SUPERUSER}@127.0.0.1:${port}/postgres`,
    async stop() {
      await stopped(server);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
