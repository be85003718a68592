import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { type Charge, type Listens, type ToDoor, isToLauncher } from './conversation.ts';

// The door itself gives requests under way 8 s and everything else 2.
const STOP_MS = 12_000;

/** The process that serves HTTP, as seen by the launcher. */
export class DoorProcess {
  readonly #child: ChildProcess;
  /** The exit code, once the process is gone. */
  readonly ended: Promise<number>;

  private constructor(child: ChildProcess) {
    this.#child = child;
    this.ended = new Promise((resolve) => {
      child.once('error', () => resolve(1));
      child.once('exit', (code) => resolve(code ?? 1));
    });
  }

  static start(file: string, env: NodeJS.ProcessEnv, charge: Charge): DoorProcess {
    const child = fork(file, [], {
      env,
      execArgv: [],
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    const door = new DoorProcess(child);
    door.#tell(charge);
    return door;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Where it listens; undefined when it ends before it does. */
  async listens(): Promise<Listens | undefined> {
    const said = once(this.#child, 'message').then(([message]: unknown[]) => message);
    const message = await Promise.race([said, this.ended]);
    return isToLauncher(message) ? message : undefined;
  }

  async stop(): Promise<void> {
    this.#tell({ kind: 'stop' });
    const inTime = await Promise.race([
      this.ended.then(() => true),
      pause(STOP_MS, false, { ref: false }),
    ]);
    if (inTime) return;
    this.#child.kill('SIGKILL');
    await this.ended;
  }

  #tell(message: ToDoor): void {
    // A process that just ended hears nothing; `ended` says so.
    if (this.#child.connected) this.#child.send(message, () => undefined);
  }
}
