import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  lchownSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const checkout = fileURLToPath(new URL('../..', import.meta.url));
export const pinnedNode = join(checkout, 'node_modules', '.bin', 'node');

/** A folder of the test's own, that others may pass through, as under `/home`. */
export const makeYard = (): string => {
  const yard = mkdtempSync(join(tmpdir(), 'motcua-launcher-'));
  chmodSync(yard, 0o755);
  return yard;
};

export const clearYard = (yard: string): void => rmSync(yard, { recursive: true, force: true });

/** What `git clone` would give, with the changes not yet committed. */
export const cloneInto = (folder: string): void => {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '-z'];
  const files = execFileSync('git', list, { cwd: checkout, encoding: 'utf8' });
  for (const file of files.split('\0').filter((name) => name !== '')) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(checkout, file), join(folder, file), { errorOnExist: false });
  }
};

/** `npm ci` in no time: the same files under another name. */
const installInto = (folder: string): void => {
  execFileSync('cp', ['-al', join(checkout, 'node_modules'), join(folder, 'node_modules')]);
};

const buildIn = (folder: string): void => {
  const build = `
    const { ensureBuilt } = await import('./backend/bin/build.mjs');
    await ensureBuilt(process.cwd(), { cacheFolder: process.cwd() + '/.cache' });`;
  const args = ['--input-type=module', '--eval', build];
  execFileSync(pinnedNode, args, { cwd: folder, stdio: 'pipe' });
};

/** A clone that is installed and built. */
export const makeReady = (folder: string): string => {
  cloneInto(folder);
  installInto(folder);
  buildIn(folder);
  return folder;
};

/** Another one like it, quickly: the packages under another name, the rest as files of its own. */
export const copyReady = (from: string, to: string): string => {
  mkdirSync(to, { recursive: true });
  for (const entry of readdirSync(from)) {
    const how = entry === 'node_modules' ? '-al' : '-a';
    if (entry !== '.motcua') execFileSync('cp', [how, join(from, entry), join(to, entry)]);
  }
  return to;
};

/** Gives a copy to a user; the packages stay root's, as after a `sudo npm ci`. */
export const giveTo = (folder: string, uid: number): void => {
  lchownSync(folder, uid, uid);
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!path.includes('node_modules')) lchownSync(path, uid, uid);
  }
};
