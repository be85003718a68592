import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { git, read, sources, tracked } from './repository.ts';

const rooms = ['backend', 'docker', 'frontend', 'shared', 'test'];
const files = ['LICENSE', 'README.md', 'nx.json', 'package-lock.json', 'package.json'];

describe('the tree', () => {
  it('has the rooms it promises, and no others', () => {
    const top = [...new Set(tracked.map((path) => path.split('/')[0] ?? ''))];
    const visible = top.filter((name) => !name.startsWith('.')).sort();
    expect(visible).toEqual([...rooms, ...files, 'tsconfig.base.json'].sort());
  });

  it('names files in kebab-case', () => {
    const shouted = ['CHANGELOG', 'CONTRIBUTING', 'GLOSSARY', 'README', 'LICENSE', 'Dockerfile'];
    const odd = tracked
      .map((path) => path.split('/').at(-1) ?? '')
      .filter((name) => !/^\.?[a-z0-9_]+([.-][a-z0-9]+)*$/.test(name))
      .filter((name) => !shouted.includes(name.replace('.md', '')));
    expect(odd).toEqual([]);
  });

  it('keeps paths short enough to read', () => {
    expect(tracked.filter((path) => path.length > 90)).toEqual([]);
  });

  it('has no drawer for things without a place', () => {
    const drawers = /(^|\/)(utils?|helpers?|common|misc|types)(\.ts|\/)/;
    expect(tracked.filter((path) => drawers.test(path))).toEqual([]);
  });
});

describe('no tracked file', () => {
  // This file has to name what it forbids.
  const contents = tracked
    .filter((path) => !/\.(png|ico|woff2|xlsx|docx)$/.test(path) && path !== 'package-lock.json')
    .filter((path) => path !== 'test/architecture/repository.spec.ts')
    .map((path) => [path, read(path)] as const);

  const workplace = /(?<![\w.])\/work\//;
  const home = /(?<![\w.])(\/root\/|\/home\/[a-z]|\/Users\/[a-z]|C:\\Users)/;
  const registry = /_authToken|registry\.npmjs|verdaccio|artifactory/i;

  it.each([
    ['names the place where it was made', workplace],
    ['names a registry or its keys', registry],
    ['holds a private key', /-----BEGIN [A-Z ]*PRIVATE KEY/],
  ])('%s', (_what, pattern) => {
    expect(contents.filter(([, text]) => pattern.test(text)).map(([path]) => path)).toEqual([]);
  });

  // Specs may invent homes: the launcher has to cope with them.
  it('but a spec names anybody’s home', () => {
    const productive = contents.filter(([path]) => !/\.spec\.(ts|mjs)$/.test(path));
    expect(productive.filter(([, text]) => home.test(text)).map(([path]) => path)).toEqual([]);
  });
});

describe('no source', () => {
  const finding = (pattern: RegExp): string[] =>
    sources.flatMap((path) =>
      read(path)
        .split('\n')
        .flatMap((line, at) =>
          pattern.test(line) ? [`${path}:${(at + 1).toString()} ${line}`] : [],
        ),
    );

  const anyType = /(:|<|\bas|\||,|=>)\s*any\b(?!['’]|\s+\w)|\bany\[\]/;
  const reduced =
    /\b(it|test|describe|each)\.(only|skip|todo|failing)\b|\b(fit|fdescribe|xit|xtest|xdescribe)\(/;
  const silenced = /@ts-(ignore|nocheck)|eslint-disable(?!-next-line \S+ -- )/;
  const leftover = /\bdebugger\b|^\s*console\.log\(/;

  it.each([
    ['opts out of types', anyType],
    ['runs its tests in part', reduced],
    ['silences a check without saying why', silenced],
    ['is left over from looking for a bug', leftover],
  ])('%s', (_what, pattern) => {
    expect(finding(pattern).filter((line) => !line.startsWith('test/architecture/'))).toEqual([]);
  });
});

describe('every document', () => {
  const documents = tracked.filter((path) => path.endsWith('.md'));

  it.each(documents)('%s leads only to places that are there', (path) => {
    const folder = path.split('/').slice(0, -1).join('/');
    const links = [...read(path).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
    const broken = links
      .filter((link) => !/^(https?:|mailto:|#)/.test(link))
      .map((link) => posix.join(folder, decodeURI(link.split('#')[0] ?? '')).replace(/\/$/, ''))
      .filter(
        (target) => !tracked.some((file) => file === target || file.startsWith(`${target}/`)),
      );
    expect(broken).toEqual([]);
  });
});

describe('every decision', () => {
  const decisions = tracked.filter((path) => /^shared\/docs\/adr\/.+\.md$/.test(path));

  it('has a number of its own', () => {
    const numbers = decisions.map((path) => path.split('/').at(-1)?.slice(0, 4));
    expect(numbers.filter((number) => !/^\d{4}$/.test(number ?? ''))).toEqual([]);
    expect(new Set(numbers).size).toBe(decisions.length);
  });

  it.each(decisions)('%s says what, why and at what price, on one page', (path) => {
    const text = read(path);
    const sections = [...text.matchAll(/^## (.+)$/gm)].map(([, title]) => title);
    expect(sections).toEqual(['Status', 'Date', 'Context', 'Decision', 'Consequences']);
    expect(text).toMatch(/## Date\n\n\d{4}-\d{2}-\d{2}\n/);
    expect(text.split('\n').length).toBeLessThanOrEqual(60);
  });
});

describe('the ignore list', () => {
  it('hides no room of the product', () => {
    const wanted = ['backend/src/reports/index.ts', 'frontend/src/app/reports/a.ts'];
    const hidden = wanted.filter((path) => {
      try {
        git('check-ignore', '-q', path);
        return true;
      } catch {
        return false;
      }
    });
    expect(hidden).toEqual([]);
  });
});
