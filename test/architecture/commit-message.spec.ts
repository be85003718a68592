import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { root } from './repository.ts';

const place = mkdtempSync(join(tmpdir(), 'motcua-message-'));
afterAll(() => rmSync(place, { recursive: true }));

function judge(message: string): number | null {
  const file = join(place, 'message');
  writeFileSync(file, message);
  const hook = join(root, '.config', 'git-hooks.js');
  return spawnSync(process.execPath, [hook, 'message', file]).status;
}

describe('the subject of a commit', () => {
  it.each([
    'feat(deadline): stop the clock while a supplement is awaited',
    'docs: how to contribute\n\nThe body says why.',
    'fix(working-time)!: count make-up Saturdays',
    'feat(report): II.06b and Phụ lục 01 as cells of dossier sets',
    'Merge branch "main"',
  ])('may be %j', (message) => {
    expect(judge(message)).toBe(0);
  });

  it.each([
    'Stop the clock',
    'feat(deadline) stop the clock',
    'feature(deadline): stop the clock',
    'feat(deadline): stop the clock.',
    'feat(Deadline): stop the clock',
    `feat(deadline): ${'stop '.repeat(14)}the clock`,
    '',
  ])('may not be %j', (message) => {
    expect(judge(message)).toBe(1);
  });
});
