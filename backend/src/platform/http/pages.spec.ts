import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { findPage } from './pages.ts';

let root: string;
let pages: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  pages = join(root, 'pages');
  mkdirSync(join(pages, 'sub'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  writeFileSync(join(pages, 'sub', 'trang chủ.css'), 'a{}');
  writeFileSync(join(pages, 'notes.txt'), 'x');
  writeFileSync(join(root, 'secret.html'), 'secret');
  symlinkSync(join(root, 'secret.html'), join(pages, 'link.html'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('the files of the frontend', () => {
  it('are served with their media type', async () => {
    expect(await findPage(pages, '/')).toMatchObject({ mediaType: 'text/html; charset=utf-8' });
    const style = await findPage(pages, '/sub/trang%20ch%E1%BB%A7.css?v=1');
    expect(style?.mediaType).toBe('text/css; charset=utf-8');
  });

  it.each([
    '/missing.html',
    '/sub',
    '/notes.txt',
    '/../secret.html',
    '/%2e%2e/secret.html',
    '/..%2fsecret.html',
    '/link.html',
    '/index.html%00.css',
    '/index.html/x.css',
    '/%E0%A4%A',
  ])('are all there is: nothing at %s', async (url) => {
    expect(await findPage(pages, url)).toBeUndefined();
  });
});
