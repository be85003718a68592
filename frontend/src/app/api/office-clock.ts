import { DestroyRef, Injectable, inject, signal } from '@angular/core';
import { type Instant, instant, parseInstant } from '#domain/working-time';
import type { OfficeTime } from '#contract/clock';

const TICK_MS = 1_000;

/** What time it is in the office, by the server's word; the browser's own clock is never asked. */
@Injectable({ providedIn: 'root' })
export class OfficeClock {
  #officeAt = 0;
  #pageAt = 0;
  readonly #rate = signal(1);
  readonly #now = signal<Instant | undefined>(undefined);

  /** Moves on every second; undefined until the server has told the time. */
  readonly now = this.#now.asReadonly();
  /** How many times as fast as a wall clock; other than 1 only in a trial. */
  readonly rate = this.#rate.asReadonly();

  constructor() {
    const ticking = setInterval(() => this.#tick(), TICK_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(ticking));
  }

  set({ now, rate }: Pick<OfficeTime, 'now' | 'rate'>): void {
    const at = parseInstant(now);
    if (at === undefined) return;
    this.#officeAt = at;
    this.#pageAt = performance.now();
    this.#rate.set(rate);
    this.#tick();
  }

  #tick(): void {
    if (this.#officeAt === 0) return;
    const passed = (performance.now() - this.#pageAt) * this.#rate();
    this.#now.set(instant(Math.floor(this.#officeAt + passed)));
  }
}
