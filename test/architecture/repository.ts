import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

// A checkout that belongs to somebody else is still worth testing.
export const git = (...options: string[]): string =>
  execFileSync('git', ['-c', 'safe.directory=*', '-C', root, ...options], { encoding: 'utf8' });

const list = (...options: string[]): string[] =>
  git(...options)
    .split('\0')
    .filter((line) => line !== '');

/** What a clone holds, and what is about to be committed. */
export const tracked = list('ls-files', '-z').filter((path) => existsSync(join(root, path)));

export const sources = tracked.filter((path) => /\.(ts|js|mjs|cjs)$/.test(path));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const readJson = (path: string): unknown => JSON.parse(read(path));

const ciRun = read('.ci/run');
const stagesInTurn = (/^stages=\(([^)]+)\)$/m.exec(ciRun)?.[1] ?? '').split(/\s+/);
const stagesBeside = /^declare -A beside=\(([^)]+)\)$/m.exec(ciRun)?.[1] ?? '';

/** The npm scripts that .ci/run calls: those in turn, in order, and those that run beside one of them. */
export const ciStages = [
  ...stagesInTurn,
  ...[...stagesBeside.matchAll(/='([^']+)'/g)].flatMap(([, names = '']) => names.split(' ')),
];
