import { existsSync, mkdtempSync, rmSync, writeFileSync, chmodSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Client } from 'pg';
import { EmbeddedPostgres, type Narrator } from './embedded-postgres.ts';
import { readPostmaster } from './postmaster.ts';
import type { DatabaseUrls } from './session.ts';

const checkout = fileURLToPath(new URL('../../../..', import.meta.url));
const told: string[] = [];
const narrate: Narrator = {
  making: () => told.push('making'),
  recovering: () => told.push('recovering'),
  adopted: () => told.push('adopted'),
  portTaken: () => told.push('portTaken'),
};

// Root may not run the server itself; every Linux has this user.
const nobody = { name: 'nobody', uid: 65_534, gid: 65_534 };

let folder: string;
let postgres: EmbeddedPostgres;
let urls: DatabaseUrls;

const open = () =>
  new EmbeddedPostgres({
    checkout,
    clusterHome: join(folder, 'một cửa', 'postgres'),
    user: process.getuid?.() === 0 ? nobody : undefined,
    database: 'motcua_test',
    narrate,
  });

const ask = async (url: string, question: string): Promise<unknown> => {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  try {
    const { rows } = await client.query<{ answer: unknown }>(question);
    return rows[0]?.answer;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cluster-'));
  chmodSync(folder, 0o711);
  // What an `initdb` that was killed leaves behind.
  mkdirSync(join(folder, 'một cửa', 'postgres', 'cluster.draft'), { recursive: true });
  writeFileSync(join(folder, 'một cửa', 'postgres', 'cluster.draft', 'PG_VERSION'), '18\n');
  postgres = open();
  urls = await postgres.start();
}, 60_000);

afterAll(async () => {
  await postgres.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('the bundled database', () => {
  it('is made once, whole, in a folder with spaces and Vietnamese letters', () => {
    expect(told[0]).toBe('making');
    expect(existsSync(join(folder, 'một cửa', 'postgres', 'cluster.draft'))).toBe(false);
  });

  it.each([
    ['fsync', 'on'],
    ['full_page_writes', 'on'],
    ['synchronous_commit', 'on'],
    ['data_checksums', 'on'],
    ['listen_addresses', '127.0.0.1'],
  ])('keeps %s = %s', async (name, value) => {
    expect(await ask(urls.databaseUrl, `select current_setting('${name}') as answer`)).toBe(value);
  });

  it('knows Vietnamese letters whatever the locale of the machine', async () => {
    expect(await ask(urls.databaseUrl, `select upper('đường ở ấp') as answer`)).toBe('ĐƯỜNG Ở ẤP');
  });

  it('lets the owner make tables and the application make none', async () => {
    await ask(urls.ownerUrl, 'create table kept (answer int)');
    await expect(ask(urls.databaseUrl, 'create table x (answer int)')).rejects.toThrow(
      /permission/,
    );
  });

  it('lets nobody in without the password', async () => {
    const wrong = new URL(urls.databaseUrl);
    wrong.password = 'guess';
    await expect(ask(wrong.href, 'select 1 as answer')).rejects.toThrow(/password/);
  });

  it('is adopted by a second launcher when the first was killed', async () => {
    const running = readPostmaster(postgres.clusterFolder);
    const second = open();
    urls = await second.start();
    expect(told.at(-1)).toBe('adopted');
    expect(readPostmaster(second.clusterFolder)?.pid).toBe(running?.pid);
    postgres = second;
  });

  it('keeps what was committed when it is killed outright, and comes back on the same port', async () => {
    await ask(urls.ownerUrl, 'insert into kept values (7)');
    process.kill(readPostmaster(postgres.clusterFolder)?.pid ?? 0, 'SIGKILL');
    await postgres.ended;
    await postgres.restart();
    expect(await ask(urls.ownerUrl, 'select answer from kept')).toBe(7);
  });

  it('clears away the trace of a server whose process id somebody else has now', async () => {
    await postgres.stop();
    const trace = [process.pid, postgres.clusterFolder, 1, 15_432, '', '127.0.0.1', '', 'ready'];
    writeFileSync(join(postgres.clusterFolder, 'postmaster.pid'), trace.join('\n'));
    postgres = open();
    urls = await postgres.start();
    expect(await ask(urls.ownerUrl, 'select answer from kept')).toBe(7);
  });

  it('refuses data made by a newer PostgreSQL, and does not touch them', async () => {
    await postgres.stop();
    const version = join(postgres.clusterFolder, 'PG_VERSION');
    writeFileSync(version, '19\n');
    await expect(open().start()).rejects.toThrow('cannot be opened');
    writeFileSync(version, '18\n');
    await postgres.restart();
  });

  it('says so when its password file is gone', async () => {
    await postgres.stop();
    const secrets = join(folder, 'một cửa', 'postgres', 'secrets.json');
    rmSync(secrets);
    await expect(open().start()).rejects.toThrow('does not let us in');
  });
});
