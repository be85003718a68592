import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

const git = (...options: string[]): string[] =>
  execFileSync('git', ['-C', root, ...options], { encoding: 'utf8' })
    .split('\0')
    .filter((line) => line !== '');

/** What a clone holds, and what is about to be committed. */
export const tracked = git('ls-files', '-z');

export const sources = tracked.filter((path) => /\.(ts|js|mjs|cjs)$/.test(path));

export const read = (path: string): string => readFileSync(join(root, path), 'utf8');

export const readJson = (path: string): unknown => JSON.parse(read(path));
