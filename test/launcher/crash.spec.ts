import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { clearYard, makeReady, makeYard } from './copies.ts';
import { Product, crewOf, endAll, isGone, isReady, until } from './product.ts';

let yard: string;
let folder: string;
let data: string;

beforeAll(() => {
  yard = makeYard();
  folder = makeReady(join(yard, 'ready'));
  data = join(folder, '.motcua');
});
afterAll(() => clearYard(yard));
afterEach(endAll);

const start = async () => {
  const product = new Product(folder, { command: ['node', 'backend/bin/start.mjs'] });
  const address = await product.address();
  await isReady(address);
  return { product, address, crew: crewOf(data) };
};

describe('after kill −9', () => {
  it('of the launcher alone, nothing is left running', async () => {
    const { crew } = await start();
    process.kill(crew.launcher, 'SIGKILL');
    expect(await isGone(crew.door)).toBe(true);
    expect(await isGone(crew.postgres)).toBe(true);
    await start();
  });

  it('of the launcher, an immediate start waits for the old door and serves at its address', async () => {
    const first = await start();
    process.kill(first.crew.launcher, 'SIGKILL');
    const second = await start();
    expect(second.address).toBe(first.address);
  });

  it('of all but the database, the next start adopts it', async () => {
    const first = await start();
    await first.product.killAll();
    const second = await start();
    expect(second.crew.postgres).toBe(first.crew.postgres);
    expect(second.product.output).toContain('Dùng tiếp máy chủ cơ sở dữ liệu');
    expect(await second.product.stop()).toBe(0);
    expect(await isGone(second.crew.postgres)).toBe(true);
  });

  it('of everything, the next start recovers', async () => {
    const { product, crew } = await start();
    process.kill(crew.postgres, 'SIGKILL');
    await product.killAll();
    await start();
  });

  it('of the database, the launcher starts it again and the door finds it', async () => {
    const { product, address, crew } = await start();
    process.kill(crew.postgres, 'SIGKILL');
    await product.says(/Máy chủ cơ sở dữ liệu vừa dừng bất thường/);
    await until('another database server', () => {
      const { postgres } = crewOf(data);
      return (postgres !== crew.postgres && postgres > 0) || undefined;
    });
    expect(await isReady(address)).toBe(true);
  });

  it('of the door, the launcher opens it again at the same address', async () => {
    const { product, address, crew } = await start();
    process.kill(crew.door, 'SIGKILL');
    await product.says(/Tiến trình phục vụ vừa dừng bất thường/);
    expect(await isReady(address)).toBe(true);
    expect(crewOf(data).door).not.toBe(crew.door);
  });
});

describe('a lock that means nothing any more', () => {
  it('is recovered, though its process id belongs to somebody else now', async () => {
    const stale = { pid: process.pid, born: 'before the power cut/1', token: 'old', note: {} };
    writeFileSync(join(data, 'motcua.lock'), JSON.stringify(stale));
    await start();
  });
});

describe('two starts at the same moment', () => {
  it('make one product, and both know where it is', async () => {
    const pair = [0, 1].map(() => new Product(folder));
    const [one, other] = await Promise.all(pair.map((product) => product.address()));
    expect(one).toBe(other);
    const codes = await Promise.race(pair.map((product) => product.exitCode));
    expect(codes).toBe(0);
    expect(await isReady(one ?? '')).toBe(true);
  });
});
