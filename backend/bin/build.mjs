// Compiles the product when its sources have changed since the last build.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join, relative } from 'node:path';
import { isWritable } from './data-folder.mjs';
import { Failure, say } from './say.mjs';
import { enter } from './turnstile.mjs';

const SOURCES = ['backend', 'frontend', 'shared', 'package.json', 'tsconfig.base.json'];
const IGNORED = /(^|\/)(node_modules|dist|bin|docs)(\/|$)|\.spec\.(ts|mjs)$|\.md$/;
const ENTRY = join('dist', 'backend', 'src', 'main.js');
const STAMP = join('dist', '.fingerprint');

/** @param {string} checkout @returns {string[]} */
const sourceFiles = (checkout) =>
  SOURCES.flatMap((source) => {
    const path = join(checkout, source);
    if (!existsSync(path)) return [];
    const entries = source.includes('.')
      ? [path]
      : readdirSync(path, { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => join(entry.parentPath, entry.name));
    return entries.filter((file) => !IGNORED.test(relative(checkout, file).replaceAll('\\', '/')));
  }).sort();

/** Of contents, not of times: a copy of a built checkout is a built checkout. */
/** @param {string} checkout */
export const fingerprint = (checkout) => {
  const hash = createHash('sha256');
  for (const file of sourceFiles(checkout)) {
    hash.update(relative(checkout, file)).update('\0').update(readFileSync(file)).update('\0');
  }
  return hash.digest('hex');
};

/** @param {string} folder */
const stampOf = (folder) => {
  try {
    return readFileSync(join(folder, STAMP), 'utf8');
  } catch {
    return undefined;
  }
};

/** @param {string} folder @param {string} wanted */
const isBuilt = (folder, wanted) => stampOf(folder) === wanted && existsSync(join(folder, ENTRY));

/** Whether this checkout can run without the tools that build it. */
/** @param {string} checkout */
export const isUpToDate = (checkout) => isBuilt(checkout, fingerprint(checkout));

/** @param {string} folder @param {string[]} args @returns {Promise<{ ok: boolean, output: string }>} */
const node = (folder, args) =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    }
    child.once('error', reject);
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });

/** @param {string} output */
const buildFailed = (output) =>
  new Failure({
    vi: {
      what: 'Biên dịch Motcua không thành công.',
      why: output.trim().slice(-2_000),
      todo: 'Lấy lại mã nguồn nguyên vẹn (`git status`, `git pull`) hoặc sửa lỗi nêu trên, rồi chạy lại.',
    },
    en: {
      what: 'Motcua could not be compiled.',
      why: output.trim().slice(-2_000),
      todo: 'Restore the sources (`git status`, `git pull`) or mend the error above, then run again.',
    },
  });

/** @param {string} folder @param {string} wanted */
const build = async (folder, wanted) => {
  say('Đang biên dịch…', 'Compiling…');
  const wasWhole = stampOf(folder) !== undefined;
  rmSync(join(folder, STAMP), { force: true });
  const tsc = join(folder, 'node_modules', 'typescript', 'bin', 'tsc');
  // After an interrupted build the compiler's own notes may claim more than is there.
  const force = wasWhole ? [] : ['--force'];
  const steps = [
    [tsc, '-b', ...force, 'backend/tsconfig.build.json'],
    [join('frontend', 'build.js')],
  ];
  for (const step of steps) {
    const { ok, output } = await node(folder, step);
    if (!ok) throw buildFailed(output);
  }
  writeFileSync(join(folder, STAMP), wanted);
};

/** A writable copy of the sources, for a checkout that cannot be written and was never built. */
/** @param {string} checkout @param {string} cacheFolder */
const copySources = (checkout, cacheFolder) => {
  const folder = join(cacheFolder, 'build');
  for (const source of SOURCES) rmSync(join(folder, source), { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const source of SOURCES) {
    cpSync(join(checkout, source), join(folder, source), { recursive: true, mode: 0 });
  }
  rmSync(join(folder, 'node_modules'), { force: true });
  symlinkSync(join(checkout, 'node_modules'), join(folder, 'node_modules'), 'junction');
  return folder;
};

/** @param {string} folder */
const hasCompiler = (folder) =>
  existsSync(join(folder, 'node_modules', 'typescript', 'bin', 'tsc'));

/**
 * @param {string} checkout
 * @param {{ cacheFolder: string }} places
 * @returns {Promise<string>} the folder whose `dist` is the product of these sources
 */
export const ensureBuilt = async (checkout, { cacheFolder }) => {
  const wanted = fingerprint(checkout);
  const elsewhere = join(cacheFolder, 'build');
  const built = [checkout, elsewhere].find((folder) => isBuilt(folder, wanted));
  if (built !== undefined) return built;
  // Installed without the tools, as in an image: whoever built it vouches for it.
  if (!hasCompiler(checkout) && existsSync(join(checkout, ENTRY))) return checkout;
  mkdirSync(cacheFolder, { recursive: true });
  const { pass } = await enter(join(cacheFolder, 'build.lock'), {
    onWait: () =>
      say('Một lệnh khác đang biên dịch; đợi.', 'Another command is compiling; waiting.'),
  });
  try {
    const canWrite = isWritable(join(checkout, 'dist'));
    const folder = canWrite ? checkout : elsewhere;
    if (isBuilt(folder, wanted)) return folder;
    await build(canWrite ? checkout : copySources(checkout, cacheFolder), wanted);
    return folder;
  } finally {
    pass.release();
  }
};
