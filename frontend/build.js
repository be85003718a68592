import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

const folder = fileURLToPath(new URL('.', import.meta.url));
const target = fileURLToPath(new URL('../dist/frontend', import.meta.url));
const ng = createRequire(import.meta.url).resolve('@angular/cli/bin/ng.js');

const { status } = spawnSync(process.execPath, [ng, 'build', '--progress=false'], {
  cwd: folder,
  stdio: 'inherit',
  // Under CI or not, by a person or by the launcher: the same build, and nobody is asked anything.
  env: { ...process.env, NG_CLI_ANALYTICS: 'false', NG_BUILD_MAX_WORKERS: '2' },
});
if (status !== 0) process.exit(status ?? 1);

const SMALLEST = 1_000;
const brotli = { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } };

// Compressed once here rather than on every request.
for (const name of readdirSync(target, { recursive: true, encoding: 'utf8' })) {
  if (!/\.(?:js|css|svg|txt)$/.test(name)) continue;
  const path = join(target, name);
  const body = readFileSync(path);
  if (body.length < SMALLEST) continue;
  writeFileSync(`${path}.br`, brotliCompressSync(body, brotli));
  writeFileSync(`${path}.gz`, gzipSync(body, { level: 9 }));
}

/** What a newcomer fetches before the first screen is drawn, packed: scripts, styles and letters. */
const MOST_AT_FIRST = 300_000;

const packed = (name) => statSync(existsSync(`${name}.br`) ? `${name}.br` : name).size;
const named = (text, pattern) => [...text.matchAll(pattern)].map(([, name]) => join(target, name));
const page = readFileSync(join(target, 'index.html'), 'utf8');
const parts = named(page, /(?:src|href)="([^":]+\.(?:js|css))"/g);
const styles = parts
  .filter((name) => name.endsWith('.css'))
  .map((name) => readFileSync(name, 'utf8'));
const letters = styles.flatMap((style) => named(style, /url\(["']?([^"')]+\.woff2)/g));
const first = [...new Set([...parts, ...letters])].reduce((sum, name) => sum + packed(name), 0);
if (first > MOST_AT_FIRST) {
  console.error(`The first download is ${first} bytes; ${MOST_AT_FIRST} are allowed.`);
  process.exit(1);
}
