// One at a time: a lock file naming the process that holds it, recovered when that process is gone.
import { randomUUID } from 'node:crypto';
import { linkSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { identityOf, isStillAlive } from './process-identity.mjs';

/**
 * @typedef {import('./process-identity.mjs').Identity} Identity
 * @typedef {Identity & { token: string, note: Record<string, unknown> }} Holder
 * @typedef {{ token: string, update: (note: Record<string, unknown>) => void, release: () => void }} Pass
 * @typedef {{ pass: Pass, previous: Holder | undefined } | { holder: Holder | undefined }} Attempt
 */

// A file system without hard links shows an empty lock for an instant while it is written.
const WRITING_MS = 5_000;

/** @param {unknown} error */
const codeOf = (error) => /** @type {NodeJS.ErrnoException} */ (error).code;

/** @param {string} path @returns {Holder | undefined} */
export const readHolder = (path) => {
  try {
    const holder = JSON.parse(readFileSync(path, 'utf8'));
    return Number.isInteger(holder?.pid) && typeof holder.token === 'string' ? holder : undefined;
  } catch {
    return undefined;
  }
};

/** @param {string} path @param {Holder} holder */
const writeOnce = (path, holder) => {
  const draft = `${path}.${holder.token}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o644 });
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    try {
      writeFileSync(path, JSON.stringify(holder), { flag: 'wx', mode: 0o644 });
      return true;
    } catch (failure) {
      if (codeOf(failure) === 'EEXIST') return false;
      throw failure;
    }
  } finally {
    rmSync(draft, { force: true });
  }
};

/** @param {string} path */
const isBeingWritten = (path) => {
  try {
    return Date.now() - statSync(path).mtimeMs < WRITING_MS;
  } catch {
    return true;
  }
};

/** @param {string} path @param {Holder | undefined} judged */
const clearAway = (path, judged) => {
  const aside = `${path}.${randomUUID()}`;
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  const moved = readHolder(aside);
  if (moved?.token !== judged?.token) {
    // Somebody took the stale lock over between our look and our move: give it back.
    try {
      linkSync(aside, path);
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error;
    }
  }
  rmSync(aside, { force: true });
};

/** @param {string} path @param {Holder} mine @returns {Pass} */
const passFor = (path, mine) => ({
  token: mine.token,
  update(note) {
    const draft = `${path}.${mine.token}`;
    writeFileSync(draft, JSON.stringify({ ...mine, note }), { mode: 0o644 });
    renameSync(draft, path);
  },
  release() {
    if (readHolder(path)?.token === mine.token) rmSync(path, { force: true });
  },
});

/**
 * Takes the turnstile if it is free or its holder is dead (`previous`), else says who holds it.
 * @param {string} path
 * @returns {Attempt}
 */
export const tryEnter = (path) => {
  const mine = { ...identityOf(), token: randomUUID(), note: {} };
  /** @type {Holder | undefined} */
  let previous;
  for (;;) {
    if (writeOnce(path, mine)) return { pass: passFor(path, mine), previous };
    const holder = readHolder(path);
    const taken = holder === undefined ? isBeingWritten(path) : isStillAlive(holder);
    if (taken) return { holder };
    previous = holder;
    clearAway(path, holder);
  }
};

/**
 * @param {string} path
 * @param {{ onWait: (holder: Holder | undefined) => void }} options called once, when it has to wait
 * @returns {Promise<{ pass: Pass, previous: Holder | undefined }>} `previous` died holding it
 */
export const enter = async (path, { onWait }) => {
  for (let waited = false; ; waited = true) {
    const attempt = tryEnter(path);
    if ('pass' in attempt) return attempt;
    if (!waited) onWait(attempt.holder);
    await pause(250);
  }
};
