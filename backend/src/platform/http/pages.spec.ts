import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { screenFor } from './page-policy.ts';
import { findPage, mayBeScreen } from './pages.ts';

let root: string;
let pages: string;

beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'pages-'));
  pages = join(root, 'pages');
  mkdirSync(join(pages, 'sub'), { recursive: true });
  writeFileSync(join(pages, 'index.html'), '<!doctype html>');
  writeFileSync(join(pages, 'sub', 'trang chủ.css'), 'a{}');
  writeFileSync(join(pages, 'main-P3CJPH2V.js'), 'plain');
  writeFileSync(join(pages, 'main-P3CJPH2V.js.br'), 'brotli');
  writeFileSync(join(pages, 'main-P3CJPH2V.js.gz'), 'gzip');
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

describe('a file of the build', () => {
  it.each([
    ['gzip, deflate, br', 'br', 'brotli'],
    ['gzip', 'gzip', 'gzip'],
    ['', undefined, 'plain'],
  ])('for a browser that takes "%s" comes as %s', async (accepted, encoding, body) => {
    const page = await findPage(pages, '/main-P3CJPH2V.js', accepted);
    expect(page?.encoding).toBe(encoding);
    expect(page?.body.toString()).toBe(body);
  });

  it('is kept for ever when its name says what is in it, and asked for again otherwise', async () => {
    expect(await findPage(pages, '/main-P3CJPH2V.js')).toMatchObject({ immutable: true });
    expect(await findPage(pages, '/')).toMatchObject({ immutable: false });
  });
});

describe('a path the server does not know', () => {
  it.each([
    ...['/', '/viec-cua-toi', '/ho-so/0197c5a0?tab=1', '/problems/not-found'],
    ...['/ho-so/H24.99-260302-0001', '/ho-so/MC.H24.99-260302-0001'],
  ])('may be a screen: %s', (url) => {
    expect(mayBeScreen(url, 'text/html,*/*')).toBe(true);
  });

  it.each([
    ['/viec-cua-toi', 'application/json'],
    ['/api/v1/nothing', 'text/html'],
    ['/health/other', 'text/html'],
    ['/main-AAAAAAAA.js', 'text/html'],
    ['/%E0%A4%A', 'text/html'],
  ])('is none at %s for whoever wants %s', (url, accept) => {
    expect(mayBeScreen(url, accept)).toBe(false);
  });
});

describe('the page of the application', () => {
  const page = Buffer.from('<mc-root ngcspnonce="motcua-nonce"><style nonce="motcua-nonce">');

  it('lets in the styles of this answer and no others', () => {
    const [one, other] = [screenFor(page), screenFor(page)];
    const [, nonce = ''] = /'nonce-([^']+)'/.exec(one.policy) ?? [];
    expect(one.body).toBe(`<mc-root ngcspnonce="${nonce}"><style nonce="${nonce}">`);
    expect(one.policy).not.toBe(other.policy);
    expect(one.policy).not.toContain('unsafe');
  });
});
