import { spawn } from 'node:child_process';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { readyPath } from '#contract/health';
import { SECRET, type Place } from '../loader/place.ts';

const DOOR = fileURLToPath(new URL('../../../dist/backend/src/main.js', import.meta.url));
const READY_MS = 30_000;

/** The product as built, serving HTTP as it would in production. */
export interface Product {
  readonly port: number;
  readonly pid: number;
  stop(): Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

const isReady = async (port: number): Promise<boolean> => {
  try {
    return (await fetch(`http://127.0.0.1:${port}${readyPath}`)).status === 200;
  } catch {
    return false;
  }
};

/** MOTCUA_BENCH_NODE: what to tell Node besides, such as `--cpu-prof`. */
const flags = (process.env['MOTCUA_BENCH_NODE'] ?? '').split(' ').filter(Boolean);

/** Without a door's name both are opened, as they are by default. */
export async function startProduct(
  place: Pick<Place, 'appUrl' | 'ownerUrl'>,
  environment: Readonly<Record<string, string>> = {},
  doors: readonly ('api' | 'worker')[] = ['api'],
): Promise<Product> {
  const port = await freePort();
  const door = spawn(process.execPath, [...flags, DOOR, ...doors], {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      DATABASE_URL: place.appUrl,
      DATABASE_OWNER_URL: place.ownerUrl,
      MOTCUA_SECRET: SECRET,
      PORT: String(port),
      ...environment,
    },
  });
  const ended = new Promise<void>((resolve) => door.once('exit', () => resolve()));
  const until = performance.now() + READY_MS;
  while (!(await isReady(port))) {
    if (door.exitCode !== null || performance.now() > until) throw new Error('It did not start');
    await pause(50);
  }
  return {
    port,
    pid: door.pid ?? 0,
    stop() {
      door.kill('SIGTERM');
      return ended;
    },
  };
}
