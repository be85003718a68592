import { DestroyRef, Injectable, inject } from '@angular/core';
import * as z from 'zod';

const CHANNEL = 'motcua-session';

/** What one page of the browser tells the others: all of them live in one session. */
const wordSchema = z.discriminatedUnion('kind', [
  /** Somebody is working here. */
  z.strictObject({ kind: z.literal('alive') }),
  z.strictObject({ kind: z.literal('locked') }),
  /** Signed in, or opened the screen again. */
  z.strictObject({ kind: z.literal('here'), userId: z.string() }),
  /** Signed out, for good or to make room for a colleague. */
  z.strictObject({ kind: z.literal('gone'), keepsDrafts: z.boolean() }),
]);
export type TabWord = z.infer<typeof wordSchema>;
type Listener = (word: TabWord) => void;

/** The other pages of this browser, for as long as it is open. */
@Injectable({ providedIn: 'root' })
export class SessionTabs {
  readonly #channel = new BroadcastChannel(CHANNEL);
  readonly #listeners = new Set<Listener>();

  constructor() {
    this.#channel.addEventListener('message', ({ data }) => {
      const read = wordSchema.safeParse(data);
      if (read.success) for (const listener of this.#listeners) listener(read.data);
    });
    inject(DestroyRef).onDestroy(() => this.#channel.close());
  }

  tell(word: TabWord): void {
    this.#channel.postMessage(word);
  }

  listen(listener: Listener): void {
    this.#listeners.add(listener);
  }
}
