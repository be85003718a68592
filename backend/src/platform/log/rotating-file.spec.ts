import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { RotatingFile } from './rotating-file.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('the log file', () => {
  it('keeps the newest parts and never grows past its size', () => {
    const path = join(folder, 'logs', 'motcua.log');
    const file = new RotatingFile(path, { maxBytes: 10, keep: 2 });
    for (const line of ['one-----\n', 'two-----\n', 'three---\n', 'four----\n']) file.write(line);
    file.end();
    expect(readFileSync(path, 'utf8')).toBe('four----\n');
    expect(readFileSync(`${path}.1`, 'utf8')).toBe('three---\n');
    expect(readFileSync(`${path}.2`, 'utf8')).toBe('two-----\n');
    expect(readdirSync(join(folder, 'logs'))).toHaveLength(3);
  });

  it('goes on where an earlier process stopped, and is nobody else’s to read', () => {
    const path = join(folder, 'motcua.log');
    for (const line of ['one\n', 'two\n']) {
      const file = new RotatingFile(path, { maxBytes: 100, keep: 2 });
      file.write(line);
      file.end();
    }
    expect(readFileSync(path, 'utf8')).toBe('one\ntwo\n');
    expect(statSync(path).mode & 0o077).toBe(0);
  });
});
