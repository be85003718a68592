import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { type BellName, type BellWire, bellNames, isBellName } from './bell.ts';

const CONNECT_MS = 5_000;
const QUERY_MS = 5_000;
const AGAIN_MS = 1_000;
// Half-open connections deliver nothing and break nothing: ask now and then whether it still answers.
const PULSE_MS = 10_000;
const PREFIX = 'motcua_';

/** NOTIFY and LISTEN over one connection of its own, made anew whenever it breaks. */
export class PostgresWire implements BellWire {
  readonly #url: string;
  readonly #complain: (error: unknown) => void;
  readonly #closing = new AbortController();
  #client: pg.Client | undefined;
  #keeping: Promise<void> = Promise.resolve();

  constructor(url: string, complain: (error: unknown) => void) {
    this.#url = url;
    this.#complain = complain;
  }

  open(heard: (name: BellName) => void): Promise<void> {
    this.#keeping = this.#keep(heard);
    return Promise.resolve();
  }

  async send(name: BellName): Promise<void> {
    // Nobody hears it while the connection is away; everybody looks by himself every half second.
    await this.#client?.query("select pg_notify($1, '')", [PREFIX + name]);
  }

  async close(): Promise<void> {
    this.#closing.abort();
    await this.#keeping;
  }

  async #keep(heard: (name: BellName) => void): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        await this.#listenUntilBroken(heard);
      } catch (error) {
        this.#complain(error);
      }
      await pause(AGAIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  async #listenUntilBroken(heard: (name: BellName) => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.#url,
      connectionTimeoutMillis: CONNECT_MS,
      query_timeout: QUERY_MS,
      keepAlive: true,
      // Two bells may ring at once, and a pulse between them.
      pipeline: true,
      application_name: 'motcua-bell',
    });
    const broken = new Promise<unknown>((resolve) => {
      client.once('error', resolve);
      client.once('end', () => resolve(undefined));
    });
    try {
      await client.connect();
      client.on('notification', ({ channel }) => {
        const name = channel.slice(PREFIX.length);
        if (isBellName(name)) heard(name);
      });
      for (const name of bellNames) await client.query(`listen ${PREFIX}${name}`);
      this.#client = client;
      // What rang while nobody listened.
      for (const name of bellNames) heard(name);
      await this.#whileAlive(client, broken);
    } finally {
      this.#client = undefined;
      await client.end().catch(() => undefined);
    }
  }

  async #whileAlive(client: pg.Client, broken: Promise<unknown>): Promise<void> {
    const { signal } = this.#closing;
    for (;;) {
      const rest = pause(PULSE_MS, 'pulse', { signal }).catch(() => 'closing');
      const happened = await Promise.race([broken, rest]);
      if (happened !== 'pulse') return;
      await client.query('select 1');
    }
  }
}
