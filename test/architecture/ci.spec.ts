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

  const once = (stage: string, then: string): string =>
    `'run ${stage}') echo 'FAIL integration test/integration/a.spec.ts (9 s)'; echo 'Tests:       1 failed, 4 passed, 5 total'; exit 1;; 'run ${stage} -- test/integration/a.spec.ts') ${then};;`;
  const green = "echo 'Tests:       2 passed, 2 total'";

  it('runs a file of a timed suite once more, alone, and says so', () => {
    const { status, last, all } = run([once('test:integration', green)]);
    expect(all).toContain('unsteady: test/integration/a.spec.ts passed when run once more');
    expect(last).toBe(sum(5 + others, 0));
    expect(status).toBe(0);
  });

  it('believes what fails twice', () => {
    const { status, last, all } = run([
      once('test:integration', "echo 'Tests:       1 failed, 1 passed, 2 total'; exit 1"),
    ]);
    expect(all).not.toContain('unsteady');
    expect(last).toBe(sum(4 + others, 1));
    expect(status).toBe(1);
  });

  it('gives no second chance to what needs no time, nor to many files at once', () => {
    const files = ['a', 'b', 'c', 'd'].map((name) => `test/journeys/${name}.spec.ts`);
    const { status, last } = run([
      once('lint', green),
      `'run test:journeys') ${files.map((file) => `echo 'FAIL journeys ${file}';`).join(' ')} echo 'Tests:       4 failed, 4 total'; exit 1;; 'run test:journeys '*) ${green};;`,
    ]);
    expect(last).toBe(sum(4 + others - 1, 1 + 4));
    expect(status).toBe(1);
  });
});
