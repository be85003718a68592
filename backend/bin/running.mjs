// One product per data folder: a second start finds the first and says where it is.
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { isStillAlive } from './process-identity.mjs';
import { Failure, say } from './say.mjs';
import { tryEnter } from './turnstile.mjs';

/**
 * @typedef {import('./turnstile.mjs').Holder} Holder
 * @typedef {import('./turnstile.mjs').Pass} Pass
 * @typedef {{ pass: Pass, previous: Holder | undefined } | { address: string }} Claim
 */

const PATIENCE_MS = 90_000;
const PROBE_MS = 2_000;
const DOOR_MS = 20_000;

/** The answer must come from this very instance: ports are reused by others. */
/** @param {Holder | undefined} holder */
const addressIfAnswering = async (holder) => {
  const address = holder?.note['address'];
  if (typeof address !== 'string') return undefined;
  try {
    const answer = await fetch(new URL('/health/live', address), {
      signal: AbortSignal.timeout(PROBE_MS),
    });
    await answer.body?.cancel();
    return answer.headers.get('motcua-instance') === holder?.token ? address : undefined;
  } catch {
    // Not listening yet, or no longer: whether its process lives is asked again by the caller.
    return undefined;
  }
};

/** @param {Holder | undefined} holder @param {string} dataFolder */
const mute = (holder, dataFolder) => {
  const pid = holder?.pid ?? '?';
  return new Failure({
    vi: {
      what: 'Một Motcua khác đang dùng dữ liệu này nhưng không trả lời.',
      why: `Tiến trình ${pid} giữ ${dataFolder} mà chưa mở được địa chỉ nào.`,
      todo: `Dừng tiến trình ấy (kill ${pid}), hoặc đặt MOTCUA_DATA_DIR tới một thư mục khác.`,
    },
    en: {
      what: 'Another Motcua is using these data but does not answer.',
      why: `Process ${pid} holds ${dataFolder} and has not opened any address.`,
      todo: `Stop that process (kill ${pid}), or set MOTCUA_DATA_DIR to another folder.`,
    },
  });
};

/** @param {string} dataFolder */
export const lockFileOf = (dataFolder) => join(dataFolder, 'motcua.lock');

/**
 * A launcher killed outright leaves its serving process a few seconds to close by itself; until
 * then the port, and perhaps the database, are still that one's.
 * @param {Holder | undefined} previous
 */
export const previousDoorGone = async (previous) => {
  const door = /** @type {import('./process-identity.mjs').Identity | undefined} */ (
    previous?.note['door']
  );
  if (door === undefined) return;
  const until = Date.now() + DOOR_MS;
  while (isStillAlive(door)) {
    if (Date.now() > until) process.kill(door.pid, 'SIGKILL');
    await pause(100);
  }
};

/** @param {Holder | undefined} holder */
const sayBusy = (holder) => {
  const pid = holder?.pid ?? '?';
  say(
    `Một Motcua khác (tiến trình ${pid}) đang khởi động hoặc đang dừng; đợi.`,
    `Another Motcua (process ${pid}) is starting or stopping; waiting.`,
  );
};

/** @param {string} dataFolder @returns {Promise<Claim>} */
export const claimDataFolder = async (dataFolder) => {
  const until = Date.now() + PATIENCE_MS;
  for (let waited = false; ; waited = true) {
    const attempt = tryEnter(lockFileOf(dataFolder));
    if ('pass' in attempt) return attempt;
    const { holder } = attempt;
    const address = await addressIfAnswering(holder);
    if (address !== undefined) return { address };
    if (Date.now() > until) throw mute(holder, dataFolder);
    if (!waited) sayBusy(holder);
    await pause(300);
  }
};
