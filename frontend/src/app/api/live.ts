import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import * as z from 'zod';
import { type FeedEvent, feedEventSchema, streamPath } from '#contract/stream';
import { LiveLeader } from './live-leader.ts';
import { LiveWire } from './live-wire.ts';

const CHANNEL = 'motcua-stream';
// The server's heart beats every 20 seconds: two missed and the line is dead, whatever the browser believes.
const SILENCE_MS = 45_000;
const PAUSES_MS = [1_000, 2_000, 5_000, 10_000, 30_000];

export type LiveState = 'opening' | 'open' | 'closed';
/** A change, or the word that changes were missed: whoever shows a list fetches it anew. */
export type LiveNews = FeedEvent | 'reset';
type Listener = (news: LiveNews) => void;

const bulletinSchema = z.strictObject({
  state: z.enum(['opening', 'open', 'closed']),
  place: z.string(),
  news: z.union([feedEventSchema, z.literal('reset')]).optional(),
});
type Bulletin = z.infer<typeof bulletinSchema>;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};

/** What others change, as it happens: one stream for all tabs of the browser. */
@Injectable({ providedIn: 'root' })
export class Live {
  readonly #wire = inject(LiveWire);
  readonly #leader = inject(LiveLeader);
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #state = signal<LiveState>('opening');
  readonly #listeners = new Set<Listener>();
  #place = '';
  #failures = 0;
  #isStanding = false;
  #hangUp: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isLeading = false;

  readonly state = this.#state.asReadonly();

  constructor() {
    this.#channel.addEventListener('message', ({ data }) => {
      const read = bulletinSchema.safeParse(data);
      if (read.success) this.#take(read.data);
    });
    // The browser knows before the silence has lasted: a cable pulled, a cable put back.
    const page = inject(DOCUMENT).defaultView;
    const leave = new AbortController();
    page?.addEventListener('offline', () => this.#lose(), { signal: leave.signal });
    page?.addEventListener('online', () => this.#find(), { signal: leave.signal });
    inject(DestroyRef).onDestroy(() => {
      leave.abort();
      this.#channel.close();
    });
  }

  /** From the first sign-in on. */
  start(): void {
    if (this.#isStanding) return;
    this.#isStanding = true;
    this.#leader.stand(() => {
      this.#isLeading = true;
      this.#open();
      return () => {
        this.#isLeading = false;
        this.#close();
      };
    });
  }

  /** Tells every change until the returned function is called. */
  listen(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #open(): void {
    this.#close();
    this.#tell({ state: this.#failures === 0 ? 'opening' : 'closed', place: this.#place });
    const query = this.#place === '' ? '' : `?lastEventId=${encodeURIComponent(this.#place)}`;
    this.#hangUp = this.#wire.open(streamPath + query, {
      heard: (kind, data, id) => this.#hear(kind, data, id),
      broken: () => this.#retry(),
    });
    this.#watch();
  }

  #close(): void {
    clearTimeout(this.#timer);
    this.#hangUp?.();
    this.#hangUp = undefined;
  }

  #watch(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#retry(), SILENCE_MS);
  }

  #lose(): void {
    if (this.#isLeading) this.#retry();
  }

  #find(): void {
    if (this.#isLeading && this.#state() === 'closed') this.#open();
  }

  #retry(): void {
    this.#close();
    this.#tell({ state: 'closed', place: this.#place });
    const pause = PAUSES_MS[Math.min(this.#failures, PAUSES_MS.length - 1)];
    this.#failures += 1;
    this.#timer = setTimeout(() => this.#open(), pause);
  }

  #hear(kind: 'change' | 'heartbeat' | 'reset', data: string, id: string): void {
    this.#failures = 0;
    this.#watch();
    const bulletin = { state: 'open', place: id } as const;
    if (kind === 'heartbeat') this.#tell(bulletin);
    else if (kind === 'reset') this.#tell({ ...bulletin, news: 'reset' });
    else {
      const read = feedEventSchema.safeParse(parsed(data));
      if (read.success) this.#tell({ ...bulletin, news: read.data });
    }
  }

  #tell(bulletin: Bulletin): void {
    this.#channel.postMessage(bulletin);
    this.#take(bulletin);
  }

  #take({ state, place, news }: Bulletin): void {
    this.#state.set(state);
    this.#place = place;
    if (news !== undefined) for (const listener of this.#listeners) listener(news);
  }
}

/** For a component: hears of changes as long as it lives. */
export const injectLive = (listener: Listener): void => {
  inject(DestroyRef).onDestroy(inject(Live).listen(listener));
};
