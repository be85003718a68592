import { DOCUMENT, DestroyRef, Injectable, effect, inject } from '@angular/core';
import { Session, SessionTabs } from '../api/index.ts';

const MINUTE_MS = 60_000;
const TOLD_EVERY_MS = 20_000;
const SIGNS_OF_LIFE = ['keydown', 'pointerdown', 'wheel', 'touchstart'] as const;

/**
 * A screen nobody touches for as long as the unit allows is locked, whatever the stream goes on telling. Whoever
 * works on one page of the browser works: the others behind it lock nothing.
 */
@Injectable({ providedIn: 'root' })
export class IdleLock {
  readonly #document = inject(DOCUMENT);
  readonly #session = inject(Session);
  readonly #tabs = inject(SessionTabs);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldAt = -Infinity;

  constructor() {
    const touched = (): void => this.#touched();
    for (const sign of SIGNS_OF_LIFE) {
      this.#document.addEventListener(sign, touched, { passive: true });
    }
    this.#tabs.listen(({ kind }) => {
      if (kind === 'alive') this.#restart();
    });
    effect(() => this.#restart());
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  #touched(): void {
    this.#restart();
    const now = performance.now();
    if (now - this.#toldAt < TOLD_EVERY_MS) return;
    this.#toldAt = now;
    this.#tabs.tell({ kind: 'alive' });
  }

  #restart(): void {
    clearTimeout(this.#timer);
    const minutes = this.#session.me()?.lockAfterMinutes;
    if (minutes === undefined || this.#session.interruption() !== undefined) return;
    this.#timer = setTimeout(() => void this.#session.lock(), minutes * MINUTE_MS);
  }
}
