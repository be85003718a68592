import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { readyPath } from '#contract/health';
import { welcomeWording } from '#wording';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const page = readFileSync(here('index.html'), 'utf8');
const style = readFileSync(here('index.css'), 'utf8');
const sentences = page.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');

describe('the first page', () => {
  it.each(Object.entries(welcomeWording))(
    'says in %s what the wording says',
    (_language, words) => {
      for (const sentence of Object.values(words)) expect(sentences).toContain(sentence);
    },
  );

  it('speaks Vietnamese first and marks what is English', () => {
    expect(page).toMatch(/<html lang="vi">/);
    expect(page).toMatch(/<section lang="en"/);
    expect(page.indexOf(welcomeWording.vi.title)).toBeLessThan(
      page.indexOf(welcomeWording.en.title),
    );
  });

  it('leads to the state of the system', () => {
    expect(page).toContain(`href="${readyPath}"`);
  });

  it('asks no other host for anything and runs no script', () => {
    expect(page + style).not.toMatch(/https?:|url\(|@import|<script|\son\w+=/);
  });

  it('keeps headings in order, so that a screen reader can walk them', () => {
    expect(page.match(/<h\d/g)).toEqual(['<h1', '<h2']);
  });

  it('is copied whole into the build', () => {
    const target = mkdtempSync(join(tmpdir(), 'motcua-frontend-'));
    execFileSync(process.execPath, [here('../build.js'), target]);
    expect(readdirSync(target).sort()).toEqual(['index.css', 'index.html']);
    rmSync(target, { recursive: true });
  });
});

const luminance = (colour: string): number => {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
};

const contrast = (one: string, other: string): number => {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
};

describe('its colours', () => {
  const named = (name: string): string[] =>
    [...style.matchAll(new RegExp(`--${name}: (#\\w{6})`, 'g'))].map(([, value = '']) => value);

  it('can be read by tired eyes, by day and by night', () => {
    const papers = named('paper');
    expect(papers).toHaveLength(2);
    for (const [scheme, paper] of papers.entries()) {
      expect(contrast(named('ink')[scheme] ?? paper, paper)).toBeGreaterThan(7);
      expect(contrast(named('link')[scheme] ?? paper, paper)).toBeGreaterThan(7);
    }
  });
});
