import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { livePath } from '#contract/health';
import { type TestDatabase, openDatabase } from '../support/database.ts';
import { until } from '../support/until.ts';

const root = new URL('../../', import.meta.url);
const hooks = new URL('test/support/swc-hooks.mjs', root);

let database: TestDatabase;
const running: ChildProcess[] = [];

beforeAll(async () => {
  database = await openDatabase();
});
afterAll(async () => {
  for (const child of running) child.kill('SIGKILL');
  await database.close();
});

interface Door {
  readonly said: () => string;
  readonly complained: () => string;
  readonly ended: Promise<number>;
  close(): void;
}

/** The product's own process, as `motcua api` and `motcua worker` start it. */
const start = (...words: readonly string[]): Door => {
  const main = fileURLToPath(new URL('backend/src/main.ts', root));
  const flags = ['--conditions=motcua', '--import', hooks.href];
  const child = spawn(process.execPath, [...flags, main, ...words], {
    cwd: fileURLToPath(root),
    env: {
      PATH: process.env['PATH'],
      DATABASE_URL: database.appUrl,
      DATABASE_OWNER_URL: database.ownerUrl,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => (heard.out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (heard.err += chunk.toString()));
  return {
    said: () => heard.out,
    complained: () => heard.err,
    ended: once(child, 'exit').then(([code]) => Number(code)),
    close: () => child.kill('SIGTERM'),
  };
};

const says = (door: Door, what: string) => until(door.said, (text) => text.includes(what), 30_000);

const addressIn = (text: string): string => /http:\/\/[\d.]+:\d+/.exec(text)?.[0] ?? '';

describe('the doors of the product', () => {
  it('open one by one, against one database, and close in time', async () => {
    const [api, worker, second] = [start('api'), start('worker'), start('worker')];
    await says(api, '"queue":"postgresql","works":false');
    for (const door of [worker, second]) await says(door, '"queue":"postgresql","works":true');
    const live = await fetch(addressIn(api.said()) + livePath);
    expect(live.status).toBe(200);
    expect(worker.said()).not.toContain('http://');
    const from = performance.now();
    for (const door of [api, worker, second]) door.close();
    expect(await Promise.all([api.ended, worker.ended, second.ended])).toEqual([0, 0, 0]);
    expect(performance.now() - from).toBeLessThan(10_000);
  });

  it('are both open when nobody names one', async () => {
    const door = start();
    await says(door, '"queue":"postgresql","works":true');
    expect(addressIn(door.said())).not.toBe('');
    door.close();
    expect(await door.ended).toBe(0);
  });

  it('are told apart from what is no door, in words for a person', async () => {
    const door = start('window');
    expect(await door.ended).toBe(1);
    expect(door.complained()).toContain('Không có cửa nào tên là "window"');
    expect(door.complained()).toContain('There is no door called "window"');
  });
});
