import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { ciStages, root } from './repository.ts';

const place = mkdtempSync(join(tmpdir(), 'motcua-ci-'));
afterAll(() => rmSync(place, { recursive: true }));

/** Runs .ci/run with an npm that answers as the script says, one `case` a line. */
function run(cases: readonly string[]): { status: number | null; last: string; all: string } {
  for (const folder of ['.ci', 'bin']) mkdirSync(join(place, folder), { recursive: true });
  copyFileSync(join(root, '.ci', 'run'), join(place, '.ci', 'run'));
  const npm = join(place, 'bin', 'npm');
  writeFileSync(npm, ['#!/bin/sh', 'case "$*" in', ...cases, 'esac', ''].join('\n'));
  chmodSync(npm, 0o755);
  const path = [join(place, 'bin'), process.env['PATH']].join(delimiter);
  const { status, stdout } = spawnSync(join(place, '.ci', 'run'), {
    encoding: 'utf8',
    env: { ...process.env, PATH: path },
  });
  return { status, last: stdout.trimEnd().split('\n').at(-1) ?? '', all: stdout };
}

const others = ciStages.length - 1;
const sum = (passed: number, failed: number): string =>
  `${passed.toString()} passed, ${failed.toString()} failed`;

describe('the proof of a clone', () => {
  it('counts the tests of each suite, and one for every other stage', () => {
    const { status, last } = run(["test) echo 'Tests:       10 passed, 10 total';;"]);
    expect(last).toBe(sum(10 + others, 0));
    expect(status).toBe(0);
  });

  it('goes on after a failure, and fails in the end', () => {
    const { status, last, all } = run([
      "test) echo 'Tests:       2 failed, 10 passed, 12 total'; exit 1;;",
      "'run lint') exit 3;;",
    ]);
    expect(all).toMatch(/lint +\d+ s {2}failed/);
    expect(all).toMatch(/build +\d+ s {2}passed/);
    expect(last).toBe(sum(10 + others - 1, 2 + 1));
    expect(status).toBe(1);
  });

  it('is not fooled by a suite that did not load', () => {
    const { status, last } = run(["test) echo 'Tests:       10 passed, 10 total'; exit 1;;"]);
    expect(last).toBe(sum(10 + others, 1));
    expect(status).toBe(1);
  });
});
