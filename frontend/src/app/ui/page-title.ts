import { Injectable, computed, effect, inject, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';

/** What the tab of the browser says: how much waits, which screen it is, and whose. */
@Injectable({ providedIn: 'root' })
export class PageTitle {
  readonly #title = inject(Title);
  readonly #heading = signal<string | undefined>(undefined);
  readonly #waiting = signal(0);

  readonly #text = computed(() => {
    const [heading, waiting] = [this.#heading(), this.#waiting()];
    if (heading === undefined) return undefined;
    return `${waiting > 0 ? `(${waiting}) ` : ''}${heading} – Motcua`;
  });

  constructor() {
    effect(() => {
      const text = this.#text();
      if (text !== undefined) this.#title.setTitle(text);
    });
  }

  head(heading: string): void {
    this.#heading.set(heading);
  }

  /** How much waits for whoever is here, on whatever screen they are. */
  count(waiting: number): void {
    this.#waiting.set(waiting);
  }
}
