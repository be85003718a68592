// `motcua verify` and its like: one command on the data of this folder, beside a running product or
// without one. With DATABASE_URL set it is that database, and nothing is started.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';
import { ensureBuilt, isUpToDate } from './build.mjs';
import { chooseCacheFolder, choosePlace, prepareDataFolder, thisMachine } from './data-folder.mjs';
import { checkout, onFirmGround } from './ground.mjs';
import { onParentGone } from './parent-watch.mjs';
import { lockFileOf, previousDoorGone } from './running.mjs';
import { Failure } from './say.mjs';
import { tryEnter } from './turnstile.mjs';

/**
 * @typedef {{ databaseUrl: string, ownerUrl: string, giveBack: () => Promise<void> }} Lent
 * @typedef {typeof import('../src/platform/embedded/lend.ts')} Lending
 */

const machine = thisMachine(process.env);
const PATIENCE_MS = 60_000;

/** @param {string} dataFolder */
const mute = (dataFolder) =>
  new Failure({
    vi: {
      what: 'Cơ sở dữ liệu của Motcua đang chạy không trả lời.',
      why: `Một Motcua khác giữ ${dataFolder} và đang khởi động, đang dừng hoặc đang phục hồi.`,
      todo: 'Đợi một phút rồi chạy lại lệnh này.',
    },
    en: {
      what: 'The database of the running Motcua does not answer.',
      why: `Another Motcua holds ${dataFolder} and is starting, stopping or recovering.`,
      todo: 'Wait a minute and run this command again.',
    },
  });

/** @param {Lending} lending @param {import('./data-folder.mjs').Place} place @returns {Promise<Lent>} */
const lendDatabase = async (lending, place) => {
  const options = { ...place, checkout, env: process.env };
  const lock = lockFileOf(place.dataFolder);
  const until = Date.now() + PATIENCE_MS;
  for (;;) {
    const attempt = tryEnter(lock);
    if ('pass' in attempt) {
      await previousDoorGone(attempt.previous);
      const lent = await lending.open(options).catch((error) => {
        attempt.pass.release();
        throw error;
      });
      return { ...lent, giveBack: () => lent.giveBack().finally(() => attempt.pass.release()) };
    }
    const lent = await lending.borrow(options);
    if (lent !== undefined) return lent;
    if (Date.now() > until) throw mute(place.dataFolder);
    await pause(500);
  }
};

/** @param {string} dist @param {NodeJS.ProcessEnv} more @returns {Promise<number>} */
const runCommand = (dist, more) =>
  new Promise((resolve, reject) => {
    const file = join(dist, 'backend', 'src', 'cli.js');
    const child = spawn(process.execPath, [file, ...process.argv.slice(2)], {
      stdio: 'inherit',
      env: { ...process.env, ...more },
    });
    for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
      process.on(signal, () => child.kill(signal));
    }
    onParentGone(() => child.kill('SIGTERM'));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });

const command = async () => {
  const cacheFolder = chooseCacheFolder(checkout, machine);
  const dist = join(await ensureBuilt(checkout, { cacheFolder }), 'dist');
  const isHelp = ['help', '--help', '-h'].includes(process.argv[2] ?? '');
  if (isHelp || process.env['DATABASE_URL'] !== undefined) return runCommand(dist, {});
  const place = choosePlace(checkout, machine);
  prepareDataFolder(place);
  const file = join(dist, 'backend', 'src', 'platform', 'embedded', 'lend.js');
  const lent = await lendDatabase(await import(pathToFileURL(file).href), place);
  try {
    return await runCommand(dist, {
      DATABASE_URL: lent.databaseUrl,
      DATABASE_OWNER_URL: lent.ownerUrl,
      MOTCUA_DATA_DIR: place.dataFolder,
    });
  } finally {
    await lent.giveBack();
  }
};

await onFirmGround({ needsTools: () => !isUpToDate(checkout), work: command });
