import { computed, signal } from '@angular/core';
import type { Page } from '#contract/list';
import { type ClientProblem, problemOf } from './client-problem.ts';
import {
  type PageStrip,
  type Sight,
  type Wanted,
  emptyStrip,
  filled,
  heldOf,
  lengthOf,
  missingOf,
  nearOnly,
  nextOf,
  replaced,
} from './page-strip.ts';

/** `until` is given where a page is fetched again: it ends there, however many rows that are now. */
export type LoadPage<Item> = (
  cursor: string | undefined,
  abort: AbortSignal,
  until: string | undefined,
) => Promise<Page<Item>>;

const first: Wanted = { place: 0, cursor: undefined, until: undefined };

/**
 * A list that is fetched page by page as it is scrolled. Changes made elsewhere replace a row where it
 * stands; nothing moves under the eyes of whoever is reading.
 *
 * A short list asks for `more()`. A long one is told what is in sight: it fetches what is near, before and
 * behind, and lets go of what is far, so that a quarter of a million rows take the memory of a thousand.
 */
export class PagedList<Item extends { readonly id: string }> {
  readonly #load: LoadPage<Item>;
  readonly #strip = signal<PageStrip<Item>>(emptyStrip);
  readonly #loading = signal(false);
  readonly #problem = signal<ClientProblem | undefined>(undefined);
  #abort = new AbortController();
  #sight: Sight | undefined;

  readonly #held = computed(() => heldOf(this.#strip()));
  /** The rows that are held, in one stretch. */
  readonly items = computed(() => this.#held().items);
  /** How many rows come before those that are held. */
  readonly offset = computed(() => this.#held().offset);
  /** How many rows there are, held or not, as far as the list is known. */
  readonly length = computed(() => lengthOf(this.#strip()));
  readonly loading = this.#loading.asReadonly();
  readonly problem = this.#problem.asReadonly();
  /** Whether its end is known. */
  readonly isComplete = computed(() => this.#strip().next === null);
  /** Whether all there is stands among the rows that are held. */
  readonly isWhole = computed(() => this.isComplete() && this.items().length === this.length());
  /** Loaded, and nothing in it. */
  readonly isEmpty = computed(() => this.isComplete() && this.length() === 0);

  constructor(load: LoadPage<Item>) {
    this.#load = load;
  }

  /** Begins anew; what stands there stays until the first page has come. */
  async reload(): Promise<void> {
    this.#abort.abort();
    this.#abort = new AbortController();
    this.#loading.set(false);
    this.#sight &&= { from: 0, to: 0 };
    await this.#fetch(first, () => emptyStrip);
  }

  /** The next page, unless there is none or it is on its way. */
  async more(): Promise<void> {
    const wanted = nextOf(this.#strip());
    if (!this.#loading() && wanted !== undefined) await this.#fetch(wanted);
  }

  /** Somebody looks there: what is missing around it is fetched, one page after another. */
  async see(sight: Sight): Promise<void> {
    this.#sight = sight;
    while (!this.#loading() && this.#problem() === undefined) {
      const wanted = missingOf(this.#strip(), this.#sight);
      if (wanted === undefined) return;
      await this.#fetch(wanted);
    }
  }

  /** Once more what did not come. */
  async retry(): Promise<void> {
    if (this.#sight === undefined || this.length() === 0) return this.reload();
    this.#problem.set(undefined);
    return this.see(this.#sight);
  }

  /** A row as it is now, in the place where it stood. */
  replace(item: Item): void {
    this.#strip.update((strip) => replaced(strip, item));
  }

  async #fetch(wanted: Wanted, from?: () => PageStrip<Item>): Promise<void> {
    const { signal: abort } = this.#abort;
    this.#loading.set(true);
    this.#problem.set(undefined);
    try {
      const page = await this.#load(wanted.cursor, abort, wanted.until);
      if (abort.aborted) return;
      this.#strip.update((strip) => this.#kept(filled(from?.() ?? strip, wanted, page), wanted));
    } catch (error) {
      if (abort.aborted) return;
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.#problem.set(problem);
    } finally {
      if (!abort.aborted) this.#loading.set(false);
    }
  }

  #kept(strip: PageStrip<Item>, { place }: Wanted): PageStrip<Item> {
    return this.#sight === undefined ? strip : nearOnly(strip, this.#sight, place);
  }
}
