import { Injectable, effect, inject } from '@angular/core';
import { Session } from './session.ts';

/** A file somebody brought and is not done with. */
interface HeldFile {
  readonly name: string;
  readonly file: File;
}

/**
 * What was brought to a screen stays at hand while its bringer looks at another one: of a file nothing is sent
 * anywhere before somebody agrees. It lies in this page alone, is of one person and one unit, and goes with them.
 */
@Injectable({ providedIn: 'root' })
export class HeldFiles {
  readonly #session = inject(Session);
  readonly #held = new Map<string, HeldFile>();
  #owner = this.#session.me()?.user.id;

  constructor() {
    effect(() => {
      const owner = this.#session.me()?.user.id;
      if (owner !== this.#owner) this.#held.clear();
      this.#owner = owner;
    });
  }

  keep(place: string, held: HeldFile): void {
    this.#held.set(this.#keyOf(place), held);
  }

  find(place: string): HeldFile | undefined {
    return this.#held.get(this.#keyOf(place));
  }

  drop(place: string): void {
    this.#held.delete(this.#keyOf(place));
  }

  #keyOf(place: string): string {
    const { me, unit } = this.#session;
    return [me()?.user.id, unit()?.id, place].join('/');
  }
}
