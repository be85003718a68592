import { setTimeout as pause } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { FeedRow, FeedStore } from './feed-store.ts';
import type { OpenStream } from './open-stream.ts';

const LOOK_MS = 500;
const BATCH = 1_000;
const STREAMS_PER_PERSON = 8;

export interface HubParts {
  readonly feed: Pick<FeedStore, 'after' | 'places'>;
  readonly log: Logger;
}

/** Reads the feed once for all open streams of this process, as long as there are any. */
export class StreamHub {
  readonly #feed: HubParts['feed'];
  readonly #log: Logger;
  readonly #streams = new Set<OpenStream>();
  /** Those who are told nothing yet: the first look that asks for their units has still to begin. */
  readonly #arriving = new Map<OpenStream, PromiseWithResolvers<undefined>>();
  #place: number | undefined;
  #wake = new AbortController();
  #following: Promise<void> | undefined;
  #isClosed = false;

  constructor({ feed, log }: HubParts) {
    this.#feed = feed;
    this.#log = log;
  }

  /** Up to where everything has been handed on. */
  get place(): number | undefined {
    return this.#place;
  }

  get size(): number {
    return this.#streams.size;
  }

  /** Somebody says that there is something to see. */
  lookNow(): void {
    this.#wake.abort();
  }

  /**
   * Takes a stream in; of more than eight of one person the oldest has to go. It is told of everything that
   * comes after the answer: what is in the feed by then it has to read for itself.
   */
  join(stream: OpenStream): Promise<undefined> {
    const arrival = Promise.withResolvers<undefined>();
    if (this.#isClosed) {
      stream.end();
      return arrival.promise;
    }
    const own = [...this.#streams].filter(({ personId }) => personId === stream.personId);
    for (const oldest of own.slice(0, Math.max(0, own.length + 1 - STREAMS_PER_PERSON))) {
      oldest.end();
      this.leave(oldest);
    }
    this.#streams.add(stream);
    this.#arriving.set(stream, arrival);
    this.lookNow();
    this.#following ??= this.#follow();
    return arrival.promise;
  }

  leave(stream: OpenStream): void {
    this.#streams.delete(stream);
    this.#arriving.delete(stream);
    if (this.#streams.size === 0) this.#wake.abort();
  }

  /** Ends all streams: browsers come back by themselves, to a process that is there. */
  async close(): Promise<void> {
    this.#isClosed = true;
    for (const stream of this.#streams) stream.end();
    this.#streams.clear();
    this.#arriving.clear();
    this.#wake.abort();
    await this.#following;
  }

  async #follow(): Promise<void> {
    this.#place = undefined;
    while (this.#streams.size > 0) {
      try {
        await this.#look();
      } catch (error) {
        this.#log.warn({ err: error }, 'the feed cannot be read');
        this.#welcome(({ reject }) => reject(error));
      }
      await this.#rest();
    }
    this.#following = undefined;
  }

  async #look(): Promise<void> {
    this.#place ??= (await this.#feed.places()).now;
    const units = [...new Set([...this.#streams].flatMap((stream) => [...stream.units]))];
    this.#welcome(({ resolve }) => resolve(undefined));
    const { rows, upTo } = await this.#feed.after(this.#place, units, BATCH);
    for (const row of rows) this.#hand(row);
    this.#place = upTo;
    if (rows.length === BATCH) this.lookNow();
  }

  #welcome(answer: (arrival: PromiseWithResolvers<undefined>) => void): void {
    for (const arrival of this.#arriving.values()) answer(arrival);
    this.#arriving.clear();
  }

  #hand(row: FeedRow): void {
    for (const stream of this.#streams) stream.hear(row);
  }

  async #rest(): Promise<void> {
    await pause(LOOK_MS, undefined, { signal: this.#wake.signal }).catch(() => undefined);
    this.#wake = new AbortController();
  }
}
