import { link, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { DropFolder } from './drop-folder.ts';

let root = '';
let folder: DropFolder;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'drop-'));
  await mkdir(join(root, 'H24.99'));
  folder = new DropFolder(root);
});
afterEach(() => rm(root, { recursive: true, force: true }));

const MOST = 1_000;
const at = (...parts: readonly string[]): string => join(root, 'H24.99', ...parts);

describe('a folder into which lists are dropped', () => {
  it('gives a file once it has stopped growing', async () => {
    await writeFile(at('ds.csv'), 'a');
    expect(await folder.whole()).toEqual([]);
    await writeFile(at('ds.csv'), 'ab');
    expect(await folder.whole()).toEqual([]);
    const [dropped] = await folder.whole();
    expect(dropped).toEqual({ unitCode: 'H24.99', name: 'ds.csv' });
    if (dropped === undefined) throw new Error('not there');
    expect(await folder.read(dropped, MOST)).toEqual({ bytes: Buffer.from('ab') });
  });

  it('passes over what is being written under another name', async () => {
    for (const name of ['.ds.csv', 'ds.csv.part', '~$ds.xlsx', 'x.TMP']) {
      await writeFile(at(name), 'a');
    }
    await folder.whole();
    expect(await folder.whole()).toEqual([]);
  });

  it('follows no link, neither a file’s nor a folder’s', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await writeFile(join(outside, 'secret.csv'), 'secret');
    await symlink(join(outside, 'secret.csv'), at('soft.csv'));
    await link(join(outside, 'secret.csv'), at('hard.csv'));
    await symlink(outside, join(root, 'H24.98'));
    await folder.whole();
    const whole = await folder.whole();
    expect(whole.map(({ unitCode, name }) => `${unitCode}/${name}`)).toEqual([
      'H24.99/hard.csv',
      'H24.99/soft.csv',
    ]);
    for (const each of whole) expect(await folder.read(each, MOST)).toEqual({ refused: 'link' });
    await rm(outside, { recursive: true });
  });

  it('reads nothing that is too large, and nothing that has gone', async () => {
    await writeFile(at('ds.csv'), 'x'.repeat(MOST + 1));
    const large = { unitCode: 'H24.99', name: 'ds.csv' };
    expect(await folder.read(large, MOST)).toEqual({ refused: 'too-large' });
    expect(await folder.read({ ...large, name: 'gone.csv' }, MOST)).toBeUndefined();
  });

  it('puts files away under a name of their own, with the reason beside one that failed', async () => {
    for (const content of ['first', 'second']) {
      await writeFile(at('ds.csv'), content);
      await folder.put({ unitCode: 'H24.99', name: 'ds.csv' }, 'failed', 'Không đọc được.');
    }
    expect((await readdir(at('failed'))).toSorted()).toEqual([
      'ds (2).csv',
      'ds (2).csv.txt',
      'ds.csv',
      'ds.csv.txt',
    ]);
    expect(await readFile(at('failed', 'ds.csv.txt'), 'utf8')).toBe('Không đọc được.\n');
    await folder.whole();
    expect(await folder.whole()).toEqual([]);
  });

  it('puts nothing into a folder that leads elsewhere', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'outside-'));
    await symlink(outside, at('done'));
    await writeFile(at('ds.csv'), 'a');
    const putting = folder.put({ unitCode: 'H24.99', name: 'ds.csv' }, 'done');
    await expect(putting).rejects.toThrow('Not a folder of its own');
    expect(await readdir(outside)).toEqual([]);
    await rm(outside, { recursive: true });
  });
});
