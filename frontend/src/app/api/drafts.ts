import { DOCUMENT, Injectable, inject } from '@angular/core';
import type * as z from 'zod';

const PREFIX = 'motcua-draft/';

/**
 * What somebody is typing, kept over a lost connection, a lock or a reload. It may name persons: it stays
 * in this tab's own storage, is its author's alone, and goes when they sign out. Whoever takes over at a desk
 * finds none of it; whoever comes back finds their own.
 */
@Injectable({ providedIn: 'root' })
export class Drafts {
  readonly #storage = inject(DOCUMENT).defaultView?.sessionStorage;
  #owner = '';

  belongTo(userId: string): void {
    this.#owner = userId;
  }

  keep(name: string, draft: unknown): void {
    this.#storage?.setItem(this.#keyOf(name), JSON.stringify(draft));
  }

  /** What was kept under that name, if it still is what the screen expects. */
  find<Schema extends z.ZodType>(name: string, schema: Schema): z.output<Schema> | undefined {
    const text = this.#storage?.getItem(this.#keyOf(name)) ?? null;
    if (text === null) return undefined;
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : undefined;
  }

  drop(name: string): void {
    this.#storage?.removeItem(this.#keyOf(name));
  }

  /** All of the owner's, and nobody else's. */
  clear(): void {
    const own = this.#keyOf('');
    const kept = Object.keys(this.#storage ?? {}).filter((key) => key.startsWith(own));
    for (const key of kept) this.#storage?.removeItem(key);
  }

  #keyOf(name: string): string {
    return `${PREFIX}${this.#owner}/${name}`;
  }
}
