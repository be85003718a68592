import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath, pathToFileURL } from 'node:url';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** A worker in a process of its own. */
export interface WorkerProcess {
  readonly pid: number;
  /** As a power cut would. */
  kill(): Promise<void>;
  pause(): void;
  goOn(): void;
}

/** Starts a worker and waits until it has opened. */
export async function startWorker(environment: Record<string, string>): Promise<WorkerProcess> {
  const child: ChildProcess = fork(here('./workshop-process.ts'), [], {
    env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...environment },
    execArgv: ['--conditions=motcua', '--import', pathToFileURL(here('./swc-hooks.mjs')).href],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  const [said] = await Promise.race([
    once(child, 'message'),
    ended.then(() => ['ended'] as unknown[]),
  ]);
  if (said !== 'working') throw new Error('the worker ended before it worked');
  return {
    pid: child.pid ?? 0,
    async kill() {
      child.kill('SIGKILL');
      await ended;
    },
    pause: () => child.kill('SIGSTOP'),
    goOn: () => child.kill('SIGCONT'),
  };
}
