import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { freePort } from './door.ts';

/** A Redis of our own that keeps nothing, to be killed. */
export class OwnRedis {
  readonly url: string;
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.#port = port;
    this.url = `redis://127.0.0.1:${port}`;
  }

  static async start(): Promise<OwnRedis> {
    const redis = new OwnRedis(await freePort());
    await redis.#start();
    return redis;
  }

  /** It comes back empty. */
  async killAndRestart(): Promise<void> {
    await this.end();
    await this.#start();
  }

  /** How many rounds it ticks for. */
  async rounds(): Promise<number> {
    const redis = new Redis(this.url);
    try {
      return await redis.zcard('motcua:prompt:repeat');
    } finally {
      redis.disconnect();
    }
  }

  async end(): Promise<void> {
    const child = this.#process;
    if (child === undefined) return;
    this.#process = undefined;
    const ended = once(child, 'exit');
    child.kill('SIGKILL');
    await ended;
  }

  async #start(): Promise<void> {
    const settings = { port: this.#port, bind: '127.0.0.1', save: '', appendonly: 'no' };
    const policy = { 'maxmemory-policy': 'noeviction' };
    const flags = Object.entries({ ...settings, ...policy }).flatMap(([name, value]) => [
      ...[`--${name}`, String(value)],
    ]);
    this.#process = spawn('redis-server', flags, { stdio: 'ignore' });
    const redis = new Redis(this.url, { maxRetriesPerRequest: null });
    redis.on('error', () => undefined);
    await redis.ping();
    redis.disconnect();
  }
}
