// Brings node_modules in line with package-lock.json, and touches nothing when it already is.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { delimiter, join, sep } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AskedToStop, passStopTo } from './asked-to-stop.mjs';
import { isWritable } from './data-folder.mjs';
import { pinnedNodeOf } from './pinned-node.mjs';
import { identityOf, isStillAlive } from './process-identity.mjs';
import { Failure, say } from './say.mjs';
import { enter } from './turnstile.mjs';

/**
 * @typedef {{ version?: string, link?: boolean, dev?: boolean, optional?: boolean, devOptional?: boolean }} Locked
 * @typedef {Record<string, Locked>} Packages by folder
 */

/** @param {string} file @returns {Packages | undefined} */
const readPackages = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/** Optional packages of other platforms are rightly absent; so are tools where none are needed. */
/** @param {Locked} locked @param {boolean} dev */
const mayBeAbsent = ({ dev: isDev, optional, devOptional }, dev) =>
  optional === true || devOptional === true || (isDev === true && !dev);

/**
 * The folders of packages that the lock asks for and the machine lacks, or has in another version.
 * @param {{ locked: Packages, installed: Packages, isThere: (folder: string) => boolean, dev: boolean }} state
 */
export const missingPackages = ({ locked, installed, isThere, dev }) =>
  Object.entries(locked)
    .filter(([folder, { link }]) => folder !== '' && link !== true)
    .filter(([folder, wanted]) => {
      const found = installed[folder];
      if (found === undefined) return !mayBeAbsent(wanted, dev);
      return found.version !== wanted.version || !isThere(folder);
    })
    .map(([folder]) => folder);

/** @param {string} checkout @param {{ dev: boolean }} purpose */
export const isInstalled = (checkout, { dev }) => {
  const locked = readPackages(join(checkout, 'package-lock.json'));
  // npm writes this one last: after an interrupted install it is not there.
  const installed = readPackages(join(checkout, 'node_modules', '.package-lock.json'));
  if (installed === undefined) return false;
  // A checkout shipped without its lock (an image) is taken as it is.
  if (locked === undefined) return true;
  /** @param {string} folder */
  const isThere = (folder) => existsSync(join(checkout, folder, 'package.json'));
  return missingPackages({ locked, installed, isThere, dev }).length === 0;
};

/** @param {string} checkout @param {NodeJS.ProcessEnv} env the Node the machine came with: npm is about to delete ours */
const machineNode = (checkout, env) => {
  const ours = join(checkout, 'node_modules') + sep;
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const folders = (env['PATH'] ?? env['Path'] ?? '').split(delimiter);
  const found = folders
    .filter((folder) => folder !== '' && !join(folder, sep).startsWith(ours))
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
  return found ?? process.execPath;
};

/** @param {string} checkout @param {NodeJS.ProcessEnv} env */
const npmCommand = (checkout, env) => {
  const args = ['ci', '--include=dev', '--include=optional', '--no-audit', '--no-fund'];
  const npm = env['npm_execpath'];
  if (npm !== undefined && /\.c?js$/.test(npm) && existsSync(npm)) {
    return { file: machineNode(checkout, env), args: [npm, ...args], shell: false };
  }
  return { file: 'npm', args, shell: process.platform === 'win32' };
};

/** @param {string} checkout @param {NodeJS.ProcessEnv} env @returns {NodeJS.ProcessEnv} */
const npmEnvironment = (checkout, env) => {
  const home = env['HOME'];
  const cacheIsFine = env['npm_config_cache'] !== undefined && isWritable(env['npm_config_cache']);
  if (cacheIsFine || (home !== undefined && isWritable(join(home, '.npm')))) return env;
  return { ...env, npm_config_cache: join(checkout, '.cache', 'npm') };
};

/**
 * @param {string} checkout
 * @param {NodeJS.ProcessEnv} env
 * @param {(npm: number | undefined) => void} onStart
 * @returns {Promise<string | undefined>} what went wrong
 */
const runNpm = (checkout, env, onStart) =>
  new Promise((resolve, reject) => {
    const { file, args, shell } = npmCommand(checkout, env);
    const started = Date.now();
    const heartbeat = setInterval(() => {
      const seconds = Math.round((Date.now() - started) / 1000);
      say(`… vẫn đang cài đặt (${seconds} giây)`, `… still installing (${seconds} s)`);
    }, 10_000);
    const npm = spawn(file, args, {
      cwd: checkout,
      env: npmEnvironment(checkout, env),
      stdio: 'inherit',
      shell,
    });
    onStart(npm.pid);
    const stop = passStopTo(npm);
    /** @param {string | undefined} fault */
    const done = (fault) => {
      clearInterval(heartbeat);
      stop.end();
      const signal = stop.asked();
      if (signal === undefined) resolve(fault);
      else reject(new AskedToStop(signal));
    };
    npm.once('error', (error) => done(error.message));
    npm.once('exit', (code, signal) => {
      done(code === 0 ? undefined : `npm ci: ${signal ?? `exit code ${code}`}`);
    });
  });

/**
 * A command killed outright leaves its npm at work: two of them in one folder would wreck it.
 * @param {import('./turnstile.mjs').Holder | undefined} previous
 */
const previousNpmGone = async (previous) => {
  const npm = /** @type {import('./process-identity.mjs').Identity | undefined} */ (
    previous?.note['npm']
  );
  if (npm === undefined || !isStillAlive(npm)) return;
  sayWaiting(npm.pid);
  while (isStillAlive(npm)) await pause(250);
};

/** @param {string} checkout */
const readOnly = (checkout) =>
  new Failure({
    vi: {
      what: 'Chưa cài đặt được Motcua.',
      why: `Thư viện chưa có hoặc không khớp package-lock.json, mà người dùng này không ghi được vào ${checkout}.`,
      todo: 'Nhờ người sở hữu thư mục chạy `npm ci` ở đó một lần, rồi chạy lại.',
    },
    en: {
      what: 'Motcua could not be installed.',
      why: `Packages are missing or do not match package-lock.json, and this user cannot write to ${checkout}.`,
      todo: 'Ask the owner of the folder to run `npm ci` there once, then try again.',
    },
  });

/** @param {string} fault */
const npmFailed = (fault) =>
  new Failure({
    vi: {
      what: 'Cài đặt thư viện không thành công.',
      why: `${fault}. Thường là do không có mạng, hết chỗ trên đĩa, hoặc kho gói npm không trả lời (xem thông báo của npm ở trên).`,
      todo: 'Kiểm tra mạng và chỗ trống trên đĩa, rồi chạy lại; phần cài dở sẽ được làm lại từ đầu.',
    },
    en: {
      what: 'Installing the packages failed.',
      why: `${fault}. Usually: no network, a full disk, or an npm registry that does not answer (see npm's message above).`,
      todo: 'Check the network and the free disk space and run it again; a partial install is redone.',
    },
  });

/** @param {number | undefined} pid */
const sayWaiting = (pid) =>
  say(
    `Một lệnh khác (tiến trình ${pid ?? '?'}) đang cài đặt; đợi lệnh ấy xong.`,
    `Another command (process ${pid ?? '?'}) is installing; waiting for it.`,
  );

/** @param {string} checkout @param {{ dev: boolean }} purpose */
const isComplete = (checkout, purpose) =>
  isInstalled(checkout, purpose) && pinnedNodeOf(checkout) !== undefined;

/**
 * @param {string} checkout
 * @param {{ dev: boolean, env: NodeJS.ProcessEnv }} purpose
 */
export const ensureInstalled = async (checkout, { dev, env }) => {
  if (isComplete(checkout, { dev })) return;
  if (!isWritable(join(checkout, 'node_modules'))) {
    // Without the pinned Node a new enough one may still do; pinned-node.mjs decides.
    if (isInstalled(checkout, { dev })) return;
    throw readOnly(checkout);
  }
  mkdirSync(join(checkout, '.cache'), { recursive: true });
  const lock = join(checkout, '.cache', 'install.lock');
  const { pass, previous } = await enter(lock, { onWait: (holder) => sayWaiting(holder?.pid) });
  try {
    await previousNpmGone(previous);
    if (isComplete(checkout, { dev })) return;
    say(
      'Đang cài đặt thư viện (lần đầu hoặc khi có thay đổi, khoảng một phút)…',
      'Installing packages (first time or after a change, about a minute)…',
    );
    const fault = await runNpm(checkout, env, (npm) => {
      if (npm !== undefined) pass.update({ npm: identityOf(npm) });
    });
    if (fault === undefined || isInstalled(checkout, { dev })) return;
    throw npmFailed(fault);
  } finally {
    pass.release();
  }
};
