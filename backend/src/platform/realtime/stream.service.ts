import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  type MessageEvent,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { Logger } from 'pino';
import { Observable, type Subscriber } from 'rxjs';
import { Tenancy } from '../database/tenancy.ts';
import { Closing } from '../http/closing.module.ts';
import { LOG } from '../log/log.module.ts';
import type { Bell } from './bell.ts';
import { type FeedRow, FeedStore } from './feed-store.ts';
import { OpenStream } from './open-stream.ts';
import { StreamHub } from './stream-hub.ts';
import { BELL } from './tokens.ts';

const HEARTBEAT_MS = 20_000;
const RECHECK_MS = 15_000;
// Fetching a page anew costs less than playing a day back to it.
const REPLAY = 500;

/** What a browser says it saw last; undefined when that names no place. */
const readPosition = (text: string): number | undefined =>
  /^\d{1,15}$/.test(text) ? Number(text) : undefined;

/** Who listens, and how to ask later whether they still may. */
export interface Listener {
  readonly personId: string;
  readonly units: readonly number[];
  /** What the browser says it saw last. */
  readonly lastEventId: string | undefined;
  /** The units that may be seen now; undefined when nothing may. */
  readonly recheck: () => Promise<readonly number[] | undefined>;
}

@Injectable()
export class StreamService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #feed: FeedStore;
  readonly #hub: StreamHub;
  readonly #bell: Bell;
  readonly #log: Logger;
  #leaveBell: () => void = () => undefined;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(BELL) bell: Bell,
    @Inject(Closing) closing: Closing,
    @Inject(LOG) log: Logger,
  ) {
    closing.whenClosing(() => this.close());
    this.#feed = new FeedStore(tenancy);
    this.#hub = new StreamHub({ feed: this.#feed, log });
    this.#bell = bell;
    this.#log = log;
  }

  get openStreams(): number {
    return this.#hub.size;
  }

  /** How many positions of the feed open pages have not been handed yet. */
  async behind(): Promise<number> {
    const { place } = this.#hub;
    if (place === undefined) return 0;
    const { now } = await this.#feed.places();
    return Math.max(0, now - place);
  }

  onApplicationBootstrap(): void {
    this.#leaveBell = this.#bell.listen('feed', () => this.#hub.lookNow());
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.close();
  }

  /** Ends every stream, before requests under way are waited for. */
  close(): Promise<void> {
    this.#leaveBell();
    return this.#hub.close();
  }

  /** The place is read before the page hears that it is listened to: what it fetches then is no older. */
  async open(listener: Listener): Promise<Observable<MessageEvent>> {
    const { now } = await this.#feed.places();
    return new Observable((subscriber) => this.#attend(listener, now, subscriber));
  }

  #attend(listener: Listener, arrived: number, subscriber: Subscriber<MessageEvent>): () => void {
    const stream = new OpenStream({
      personId: listener.personId,
      units: listener.units,
      send: (message) => subscriber.next(message),
      end: () => subscriber.complete(),
    });
    this.#begin(stream, listener, arrived).catch((error: unknown) => {
      this.#log.warn({ err: error }, 'a stream could not begin');
      stream.end();
    });
    const beat = setInterval(() => stream.beat(this.#hub.place), HEARTBEAT_MS);
    const recheck = setInterval(() => void this.#recheck(stream, listener), RECHECK_MS);
    return () => {
      clearInterval(beat);
      clearInterval(recheck);
      this.#hub.leave(stream);
    };
  }

  async #begin(
    stream: OpenStream,
    { lastEventId, units }: Listener,
    arrived: number,
  ): Promise<void> {
    // From here on nothing is missed; what comes before the beginning is kept.
    await this.#hub.join(stream);
    const { now, floor } = await this.#feed.places();
    const seen = lastEventId === undefined ? arrived : readPosition(lastEventId);
    // A place ahead of the feed is one of a feed that was lost, and restored from a backup.
    const isKept = seen !== undefined && seen >= floor && seen <= now;
    const missed = isKept ? await this.#missed(seen, units) : 'gone';
    stream.begin(missed === 'gone' || seen === undefined ? now : seen, missed);
  }

  async #missed(seen: number, units: readonly number[]): Promise<readonly FeedRow[] | 'gone'> {
    const { rows } = await this.#feed.after(seen, units, REPLAY + 1);
    return rows.length > REPLAY ? 'gone' : rows;
  }

  /** Guards stand at the door only: who was sent away meanwhile is shown out here. */
  async #recheck(stream: OpenStream, { recheck }: Listener): Promise<void> {
    try {
      const units = await recheck();
      if (units === undefined) stream.end();
      else stream.narrowTo(units);
    } catch (error) {
      // Without an answer nothing is known, and without a database nothing is told either.
      this.#log.warn({ err: error }, 'a stream could not be checked');
    }
  }
}
