import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { requireEnvironment } from '../config/required-environment.ts';
import { secretsOf } from './secrets.ts';

const given = (variables: Record<string, string>) => secretsOf(requireEnvironment(variables));
const DATABASE_URL = 'postgres://app:secret@127.0.0.1/motcua';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the secret of the product', () => {
  it('is the one it was given, with those before it', () => {
    const [now, before] = ['n'.repeat(32), 'b'.repeat(32)];
    expect(given({ MOTCUA_SECRET: `${now},${before}` })).toEqual([now, before]);
  });

  it('is otherwise made once in the data folder, for nobody else to read', () => {
    const first = given({ MOTCUA_DATA_DIR: folder });
    expect(first[0].length).toBeGreaterThanOrEqual(32);
    expect(given({ MOTCUA_DATA_DIR: folder })).toEqual(first);
    expect(statSync(join(folder, 'secret.key')).mode & 0o377).toBe(0);
  });

  it('has to be there in production', () => {
    expect(given({ DATABASE_URL })).toEqual([DATABASE_URL]);
    expect(() => given({ DATABASE_URL, NODE_ENV: 'production' })).toThrow('no secret');
  });

  it('is refused when it is short', () => {
    expect(() => requireEnvironment({ MOTCUA_SECRET: 'short' })).toThrow('configuration');
  });
});
