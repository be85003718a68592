import { execFile } from 'node:child_process';
import {
  existsSync,
  openSync,
  readFileSync,
  readSync,
  closeSync,
  readdirSync,
  renameSync,
  rmSync,
  mkdirSync,
  chmodSync,
  statfsSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Binaries } from './binaries.ts';
import { SERVER_MAJOR, otherMajor, serverFailed } from './failures.ts';
import { type OsUser, giveTo, identityOf } from './os-user.ts';
import type { Secrets } from './secrets.ts';
import { initdbArguments } from './settings.ts';

const NEEDED_BYTES = 300 * 1024 * 1024;
const KEPT_LOGS = 10;
const DRAFT = 'cluster.draft';

export const clusterFolderIn = (clusterHome: string): string => join(clusterHome, 'cluster');

export const hasCluster = (clusterHome: string): boolean =>
  existsSync(join(clusterFolderIn(clusterHome), 'PG_VERSION'));

/** The folder of the cluster, its passwords and programs: the server's user's alone. */
export const prepareClusterHome = (clusterHome: string, user: OsUser | undefined): void => {
  const isNew = !existsSync(clusterHome);
  mkdirSync(clusterHome, { recursive: true, mode: 0o711 });
  if (isNew || user !== undefined) giveTo(clusterHome, user);
  if (isNew || user !== undefined) chmodSync(clusterHome, 0o700);
};

export const requireSameMajor = (clusterFolder: string): void => {
  const major = readFileSync(join(clusterFolder, 'PG_VERSION'), 'utf8').trim();
  if (major !== String(SERVER_MAJOR)) throw otherMajor(clusterFolder, major);
};

const requireSpace = (folder: string): void => {
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize < NEEDED_BYTES) {
    const free = Math.floor((bavail * bsize) / 1024 / 1024);
    throw serverFailed(`No space left on device: ${free} MB (${folder})`);
  }
};

const initdb = async (
  clusterHome: string,
  binaries: Binaries,
  secrets: Secrets,
  user: OsUser | undefined,
): Promise<void> => {
  const draft = join(clusterHome, DRAFT);
  const passwordFile = join(clusterHome, 'password.draft');
  writeFileSync(passwordFile, secrets.superuser, { mode: 0o600 });
  giveTo(passwordFile, user);
  try {
    await promisify(execFile)(binaries.initdb, initdbArguments(draft, passwordFile), {
      cwd: clusterHome,
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: process.platform === 'win32' ? binaries.initdb : '' },
      ...identityOf(user),
    });
  } catch (error) {
    const { stderr = '', message = '' } = error as { stderr?: string; message?: string };
    throw serverFailed(stderr || message, error);
  } finally {
    rmSync(passwordFile, { force: true });
  }
};

/** Makes the cluster aside and moves it into place whole: there is never half a cluster. */
export const makeCluster = async (
  clusterHome: string,
  binaries: Binaries,
  secrets: Secrets,
  user: OsUser | undefined,
): Promise<void> => {
  requireSpace(clusterHome);
  const draft = join(clusterHome, DRAFT);
  rmSync(draft, { recursive: true, force: true });
  await initdb(clusterHome, binaries, secrets, user);
  renameSync(draft, clusterFolderIn(clusterHome));
};

/** The number a cluster is born with; the first eight bytes of its control file. */
export const systemIdentifier = (clusterFolder: string): string => {
  const file = openSync(join(clusterFolder, 'global', 'pg_control'), 'r');
  try {
    const bytes = Buffer.alloc(8);
    readSync(file, bytes, 0, 8, 0);
    return bytes.readBigUInt64LE().toString();
  } finally {
    closeSync(file);
  }
};

/** The server rotates its log by size; somebody has to throw the old ones away. */
export const pruneServerLogs = (clusterFolder: string): void => {
  const folder = join(clusterFolder, 'log');
  if (!statSync(folder, { throwIfNoEntry: false })) return;
  const old = readdirSync(folder).sort().slice(0, -KEPT_LOGS);
  for (const name of old) rmSync(join(folder, name), { force: true });
};
