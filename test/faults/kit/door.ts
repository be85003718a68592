import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const READY_MS = 90_000;

export interface DoorOptions {
  /** Both, as `npm start` opens them, unless one is named. */
  readonly door?: 'api' | 'worker';
  readonly environment: Readonly<Record<string, string>>;
  /** A module to be loaded before the product. */
  readonly before?: string;
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const hook = (path: string): readonly string[] => ['--import', pathToFileURL(here(path)).href];

/** A door of the product in a process of its own, to be killed and opened again at the same address. */
export class Door {
  readonly address: string;
  readonly #options: DoorOptions;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(options: DoorOptions, port: number) {
    this.#options = options;
    this.#port = port;
    this.address = `http://127.0.0.1:${port}`;
  }

  static async open(options: DoorOptions): Promise<Door> {
    const door = new Door(options, await freePort());
    await door.reopen();
    return door;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get isRunning(): boolean {
    return this.#process?.exitCode === null && this.#process.signalCode === null;
  }

  async reopen(): Promise<void> {
    const { door, environment, before } = this.#options;
    // Where somebody looks when a fault test fails: MOTCUA_FAULTS_LOG=/tmp/doors.log
    const log = process.env['MOTCUA_FAULTS_LOG'];
    const output = log === undefined ? 'ignore' : openSync(log, 'a');
    this.#process = spawn(
      process.execPath,
      [
        ...['--conditions=motcua', ...hook('../../support/swc-hooks.mjs')],
        ...(before === undefined ? [] : hook(before)),
        ...[here('../../../backend/src/main.ts'), ...(door === undefined ? [] : [door])],
      ],
      {
        env: {
          PATH: process.env['PATH'] ?? '',
          PORT: String(this.#port),
          LOG_LEVEL: 'warn',
          MOTCUA_SECRET: 'the secret of fault tests and of nobody else',
          ...environment,
        },
        stdio: ['ignore', output, output],
      },
    );
    if (typeof output === 'number') closeSync(output);
    if (door !== 'worker') await this.ready();
  }

  async ready(): Promise<void> {
    const until = performance.now() + READY_MS;
    while ((await this.#status()) !== 200) {
      if (!this.isRunning) throw new Error('the door closed by itself');
      if (performance.now() > until) throw new Error('the door did not become ready');
      await pause(50);
    }
  }

  /** As a power cut would. */
  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async close(): Promise<void> {
    await this.#end('SIGTERM');
  }

  async #end(signal: 'SIGKILL' | 'SIGTERM'): Promise<void> {
    const child = this.#process;
    if (child === undefined || !this.isRunning) return;
    const ended = once(child, 'exit');
    child.kill(signal);
    await ended;
  }

  async #status(): Promise<number> {
    try {
      const answer = await fetch(`${this.address}/health/ready`, {
        signal: AbortSignal.timeout(2_000),
      });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return 0;
    }
  }
}
