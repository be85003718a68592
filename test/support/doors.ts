import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { TestDatabase } from './database.ts';
import { until } from './until.ts';

const root = new URL('../../', import.meta.url);
const hooks = new URL('test/support/swc-hooks.mjs', root);
// Each process compiles its sources as it starts: on a busy machine that takes its time.
const OPEN_MS = 120_000;

/** One process of the product, as an administrator starts it. */
export interface Door {
  readonly said: () => string;
  readonly complained: () => string;
  readonly ended: Promise<number>;
  close(): void;
}

/** The product's own processes on a test's database. */
export class Doors {
  readonly #database: TestDatabase;
  readonly #running: ChildProcess[] = [];

  constructor(database: TestDatabase) {
    this.#database = database;
  }

  /** `start('main.ts', 'api')`, `start('cli.ts', 'worker')` */
  start(file: 'main.ts' | 'cli.ts', ...words: readonly string[]): Door {
    const path = fileURLToPath(new URL(`backend/src/${file}`, root));
    const flags = ['--conditions=motcua', '--import', hooks.href];
    const child = spawn(process.execPath, [...flags, path, ...words], {
      cwd: fileURLToPath(root),
      env: {
        PATH: process.env['PATH'],
        DATABASE_URL: this.#database.appUrl,
        DATABASE_OWNER_URL: this.#database.ownerUrl,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    this.#running.push(child);
    const heard = { out: '', err: '' };
    child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
    return {
      said: () => heard.out,
      complained: () => heard.err,
      ended: once(child, 'exit').then(([code]) => Number(code)),
      close: () => child.kill('SIGTERM'),
    };
  }

  /** Whatever is still running, as a power cut would. */
  killAll(): void {
    for (const child of this.#running) child.kill('SIGKILL');
  }
}

export const says = (door: Door, what: string): Promise<string> =>
  until(door.said, (text) => text.includes(what), OPEN_MS);

export const addressIn = (text: string): string => /http:\/\/[\d.]+:\d+/.exec(text)?.[0] ?? '';
