import { signal } from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { codeOf } from './code-of.ts';

/** Those chosen for one command: one by one, or all that the filter means. */
export class ChosenRows {
  readonly #ids = signal<ReadonlySet<string>>(new Set());
  readonly #isWhole = signal(false);
  #codes: ReadonlyMap<string, string> = new Map();

  readonly ids = this.#ids.asReadonly();
  readonly isWhole = this.#isWhole.asReadonly();

  /** What they are called is kept, for their rows are let go when one has scrolled far away. */
  take(ids: ReadonlySet<string>, held: readonly DossierItem[]): void {
    const known = new Map([...this.#codes].filter(([id]) => ids.has(id)));
    for (const item of held) if (ids.has(item.id)) known.set(item.id, codeOf(item));
    this.#codes = known;
    this.#ids.set(ids);
    this.#isWhole.set(false);
  }

  takeWhole(): void {
    this.#isWhole.set(true);
  }

  clear(): void {
    this.take(new Set(), []);
  }

  get codes(): ReadonlyMap<string, string> {
    return this.#codes;
  }
}
