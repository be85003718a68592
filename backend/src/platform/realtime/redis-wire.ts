import { Redis } from 'ioredis';
import { redisOptions } from '../queue/redis-options.ts';
import { type BellName, type BellWire, bellNames, isBellName } from './bell.ts';

const PREFIX = 'motcua:bell:';

/** The same bell over Redis, where there is one: a listening connection and one that speaks. */
export class RedisWire implements BellWire {
  readonly #url: string;
  readonly #complain: (error: unknown) => void;
  #ear: Redis | undefined;
  #mouth: Redis | undefined;

  constructor(url: string, complain: (error: unknown) => void) {
    this.#url = url;
    this.#complain = complain;
  }

  async open(heard: (name: BellName) => void): Promise<void> {
    this.#mouth = this.#connect();
    this.#ear = this.#connect();
    this.#ear.on('message', (channel: string) => {
      const name = channel.slice(PREFIX.length);
      if (isBellName(name)) heard(name);
    });
    // What rang while nobody listened.
    this.#ear.on('ready', () => bellNames.forEach(heard));
    // ioredis keeps the wish and repeats it at every new connection; it may come true much later.
    void this.#ear.subscribe(...bellNames.map((name) => PREFIX + name)).catch(this.#complain);
    await Promise.resolve();
  }

  async send(name: BellName): Promise<void> {
    if (this.#mouth?.status === 'ready') await this.#mouth.publish(PREFIX + name, '');
  }

  close(): Promise<void> {
    this.#ear?.disconnect();
    this.#mouth?.disconnect();
    return Promise.resolve();
  }

  #connect(): Redis {
    const redis = new Redis(redisOptions(this.#url));
    redis.on('error', this.#complain);
    return redis;
  }
}
