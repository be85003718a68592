import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { readPostmaster, isAlive } from '../../backend/src/platform/embedded/postmaster.ts';

const HANG_MS = 150_000;

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  /** The user to start it as; root otherwise, when the tests run as root. */
  readonly uid?: number;
  /** Instead of `npm start`. */
  readonly command?: readonly string[];
}

/** Nothing of the surroundings but where programs are. */
const surroundings = (home: string): Record<string, string> => ({
  PATH: process.env['PATH'] ?? '',
  HOME: home,
});

export const until = async <Value>(
  what: string,
  look: () => Promise<Value | undefined> | Value | undefined,
  withinMs = HANG_MS,
): Promise<Value> => {
  const end = performance.now() + withinMs;
  while (performance.now() < end) {
    const value = await look();
    if (value !== undefined && value !== false) return value;
    await pause(50);
  }
  throw new Error(`still waiting for: ${what}`);
};

const started = new Set<Product>();

/** After each test: a test that failed must not leave a product running. */
export const endAll = async (): Promise<void> => {
  for (const product of started) await product.end();
  started.clear();
};

/** A product started the way a person starts it. */
export class Product {
  readonly process: ChildProcess;
  readonly exitCode: Promise<number>;
  output = '';

  constructor(folder: string, { env, uid, command = ['npm', 'start'] }: StartOptions = {}) {
    const [file = '', ...args] = command;
    started.add(this);
    this.process = spawn(file, args, {
      cwd: folder,
      env: { ...surroundings(folder), ...env },
      // A group of its own, to be killed as one.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid !== undefined && { uid, gid: uid }),
    });
    for (const stream of [this.process.stdout, this.process.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
    this.exitCode = new Promise((resolve, reject) => {
      this.process.once('error', reject);
      this.process.once('close', (code, signal) => resolve(code ?? (signal === null ? 1 : 128)));
    });
  }

  async says(pattern: RegExp): Promise<RegExpExecArray> {
    let ended = false;
    void this.exitCode.then(() => (ended = true));
    return until(`${String(pattern)} in:\n${this.output}`, () => {
      const found = pattern.exec(this.output);
      if (found === null && ended)
        throw new Error(`ended without ${String(pattern)}:\n${this.output}`);
      return found ?? undefined;
    });
  }

  async address(): Promise<string> {
    const [, address = ''] = await this.says(/is (?:already )?running at (http:\S+)/);
    return address;
  }

  async dataFolder(): Promise<string> {
    const [, folder = ''] = await this.says(/Dữ liệu ở (.+)/);
    return folder;
  }

  /** Kills npm, the launcher and the door at one blow; the database has a group of its own. */
  async killAll(): Promise<void> {
    process.kill(-(this.process.pid ?? 0), 'SIGKILL');
    await this.exitCode;
  }

  /** Asks to stop, and does not take no for an answer. */
  async end(): Promise<void> {
    this.process.kill('SIGTERM');
    const inTime = await Promise.race([
      this.exitCode.then(() => true),
      pause(20_000, false, { ref: false }),
    ]);
    if (!inTime) await this.killAll();
  }

  async stop(): Promise<number> {
    this.process.kill('SIGTERM');
    return until(`the end of:\n${this.output}`, () =>
      Promise.race([this.exitCode, pause(50, undefined)]),
    );
  }
}

export const statusOf = async (address: string, path = '/health/ready'): Promise<number> => {
  try {
    const answer = await fetch(new URL(path, address), { signal: AbortSignal.timeout(5_000) });
    await answer.body?.cancel();
    return answer.status;
  } catch {
    return 0;
  }
};

export const isReady = (address: string): Promise<boolean> =>
  until(`${address} to be ready`, async () => (await statusOf(address)) === 200 || undefined);

interface Lock {
  readonly pid: number;
  readonly note: { readonly door?: { readonly pid: number } };
}

/** Who is at work on a data folder, as its lock and its cluster say. */
export const crewOf = (dataFolder: string, clusterHome = join(dataFolder, 'postgres')) => {
  const lock = JSON.parse(readFileSync(join(dataFolder, 'motcua.lock'), 'utf8')) as Lock;
  return {
    launcher: lock.pid,
    door: lock.note.door?.pid ?? 0,
    postgres: readPostmaster(join(clusterHome, 'cluster'))?.pid ?? 0,
  };
};

export const isGone = (pid: number): Promise<boolean> =>
  until(`process ${pid} to end`, () => !isAlive(pid) || undefined);
