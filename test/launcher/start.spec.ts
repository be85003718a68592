import { existsSync, readFileSync } from 'node:fs';
import { type AddressInfo, type Server, createServer } from 'node:net';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { clearYard, copyReady, makeReady, makeYard } from './copies.ts';
import { Product, crewOf, endAll, isGone, isReady, statusOf } from './product.ts';

let yard: string;
let folder: string;

beforeAll(() => {
  yard = makeYard();
  folder = makeReady(join(yard, 'ready'));
});
afterEach(endAll);
afterAll(() => clearYard(yard));

/** Somebody else on the port; if there is one already, all the better. */
const occupy = (port: number): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(server));
    server.listen(port, '127.0.0.1', () => resolve(server));
  });

describe('npm start in a folder with spaces and Vietnamese letters', () => {
  it('serves, moves aside for others, is found by a second start and stops without a trace', async () => {
    const home = copyReady(folder, join(yard, 'Trung tâm một cửa', 'mã nguồn'));
    const others = await Promise.all([occupy(3000), occupy(15_432)]);
    const product = new Product(home);
    const address = await product.address();
    expect(product.output).toContain('Cổng 3000 đã có chương trình khác dùng');
    expect(product.output).toMatch(/Cổng 15432 của cơ sở dữ liệu đã có chương trình khác dùng/);
    expect(await isReady(address)).toBe(true);
    expect(await statusOf(address, '/')).toBe(200);
    expect(await product.dataFolder()).toBe(join(home, '.motcua'));

    const second = new Product(home);
    expect(await second.exitCode).toBe(0);
    expect(await second.address()).toBe(address);

    const crew = crewOf(join(home, '.motcua'));
    await product.stop();
    for (const pid of Object.values(crew)) expect(await isGone(pid)).toBe(true);
    expect(existsSync(join(home, '.motcua', 'motcua.lock'))).toBe(false);
    expect(existsSync(join(home, '.motcua', 'postgres', 'cluster', 'postmaster.pid'))).toBe(false);
    for (const other of others) other.close();
  });

  it('exits with 0 when it is stopped itself, and remembers the port of its database', async () => {
    const home = join(yard, 'Trung tâm một cửa', 'mã nguồn');
    const portFile = join(home, '.motcua', 'postgres', 'port');
    const port = readFileSync(portFile, 'utf8');
    const product = new Product(home, { command: ['node', 'backend/bin/start.mjs'] });
    await product.address();
    expect(product.output).not.toContain('Compiling');
    expect(product.output).not.toContain('Making the database');
    expect(await product.stop()).toBe(0);
    expect(product.output).toContain('Đã dừng');
    expect(readFileSync(portFile, 'utf8')).toBe(port);
  });
});

describe('npm start that cannot go on', () => {
  it('names the port that is taken, and leaves no database running', async () => {
    const other = await occupy(0);
    const { port } = other.address() as AddressInfo;
    const product = new Product(folder, { env: { PORT: String(port) } });
    expect(await product.exitCode).not.toBe(0);
    expect(product.output).toContain(`Không mở được 127.0.0.1:${port}.`);
    expect(product.output).toContain('Cần làm: ');
    expect(product.output).toContain('What to do: ');
    const trace = join(folder, '.motcua', 'postgres', 'cluster', 'postmaster.pid');
    expect(existsSync(trace)).toBe(false);
    other.close();
  });

  it('lists all that is wrong with the configuration', async () => {
    const env = {
      PORT: 'abc',
      DATABASE_URL: 'mysql://x',
      MOTCUA_DATA_DIR: join(yard, 'untouched'),
    };
    const product = new Product(folder, { env });
    expect(await product.exitCode).toBe(1);
    expect(product.output).toMatch(/Vì sao: PORT: .*; DATABASE_URL: /);
  });
});

describe('npm start with a database of the office', () => {
  it('starts none of its own, and waits for that one', async () => {
    const dataFolder = join(yard, 'external');
    const env = { DATABASE_URL: 'postgres://app@127.0.0.1:1/none', MOTCUA_DATA_DIR: dataFolder };
    const product = new Product(folder, { env });
    const address = await product.address();
    expect(await statusOf(address, '/health/live')).toBe(200);
    expect(await statusOf(address)).toBe(503);
    expect(existsSync(join(dataFolder, 'postgres'))).toBe(false);
    await product.stop();
  });
});
