import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const prettier = fileURLToPath(
  new URL('../node_modules/prettier/bin/prettier.cjs', import.meta.url),
);
const changed = (...options) =>
  execFileSync('git', ['diff', '--name-only', '-z', '--diff-filter=ACMR', ...options], {
    encoding: 'utf8',
  })
    .split('\0')
    .filter(Boolean);

const run = (mode, files) =>
  files.length > 0 &&
  execFileSync(
    process.execPath,
    [prettier, mode, '--ignore-unknown', '--log-level=warn', ...files],
    {
      stdio: 'inherit',
    },
  );

/** Formats what is about to be committed; a file staged in part is only looked at, never rewritten. */
function format() {
  const unstaged = new Set(changed());
  const staged = changed('--cached');
  const whole = staged.filter((file) => !unstaged.has(file));
  run('--write', whole);
  if (whole.length > 0) execFileSync('git', ['add', '--', ...whole]);
  run(
    '--check',
    staged.filter((file) => unstaged.has(file)),
  );
}

const subject =
  /^(feat|fix|perf|refactor|test|docs|build|ci|chore|revert)(\([a-z0-9-]+\))?!?: (?![A-Z][a-z])\S.*[^.\s]$/;

/** `feat(deadline): stop the clock while a supplement is awaited` — 72 characters at most. */
function message(path) {
  const [first = ''] = readFileSync(path, 'utf8').split('\n');
  if (/^(Merge|Revert|fixup!|squash!) /.test(first)) return;
  if (subject.test(first) && first.length <= 72) return;
  process.stderr.write(
    `The subject "${first}" is not of the form "feat(scope): what changed" in 72 characters.\n` +
      'Scopes are folder names; shared/docs/CONTRIBUTING.md shows examples.\n',
  );
  process.exitCode = 1;
}

const [hook, argument] = process.argv.slice(2);
if (hook === 'format') format();
if (hook === 'message') message(argument);
