import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { identityOf, isStillAlive } from './process-identity.mjs';
import { enter, readHolder, tryEnter } from './turnstile.mjs';

/** @type {string} */
let folder;
/** @type {string} */
let lock;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'turnstile-'));
  lock = join(folder, 'lock');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @param {import('./turnstile.mjs').Attempt} attempt */
const passOf = (attempt) => {
  if ('pass' in attempt) return attempt.pass;
  throw new Error('the turnstile is taken');
};

describe('the turnstile', () => {
  it('lets one in and tells the second who is inside', () => {
    const pass = passOf(tryEnter(lock));
    pass.update({ address: 'http://127.0.0.1:3000' });
    expect(tryEnter(lock)).toMatchObject({
      holder: { pid: process.pid, note: { address: 'http://127.0.0.1:3000' } },
    });
    pass.release();
    passOf(tryEnter(lock)).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('recovers a lock whose holder was killed, and says what it had written', async () => {
    const gone = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const dead = { ...identityOf(gone.pid), token: 'dead', note: { address: 'x' } };
    gone.kill('SIGKILL');
    await new Promise((resolve) => gone.once('exit', resolve));
    writeFileSync(lock, JSON.stringify(dead));
    const attempt = tryEnter(lock);
    expect(attempt).toMatchObject({ previous: { token: 'dead', note: { address: 'x' } } });
    passOf(attempt).release();
  });

  it('is not fooled by a process id that was reused', () => {
    const reused = { pid: process.pid, born: 'another boot/1', token: 'old', note: {} };
    expect(isStillAlive(reused)).toBe(process.platform !== 'linux');
  });

  it('does not take a lock that is just being written', () => {
    writeFileSync(lock, '');
    expect(tryEnter(lock)).toEqual({ holder: undefined });
  });

  it('leaves a lock alone that is no longer its own', () => {
    const pass = passOf(tryEnter(lock));
    const other = { ...identityOf(), token: 'other', note: {} };
    writeFileSync(lock, JSON.stringify(other));
    pass.release();
    expect(readHolder(lock)?.token).toBe('other');
  });

  it('lets a crowd through one by one', async () => {
    const counter = join(folder, 'counter');
    writeFileSync(counter, '0');
    const visit = async () => {
      const { pass } = await enter(lock, { onWait: () => undefined });
      const before = Number(readFileSync(counter, 'utf8'));
      await Promise.resolve();
      writeFileSync(counter, String(before + 1));
      pass.release();
    };
    await Promise.all(Array.from({ length: 5 }, visit));
    expect(readFileSync(counter, 'utf8')).toBe('5');
  });
});
