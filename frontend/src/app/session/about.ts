import { Injectable, inject, signal } from '@angular/core';
import { type About, aboutPath, aboutSchema } from '#contract/about';
import { ApiClient, OfficeClock } from '../api/index.ts';

/** What is known before anybody has signed in. */
@Injectable({ providedIn: 'root' })
export class AboutProduct {
  readonly #api = inject(ApiClient);
  readonly #clock = inject(OfficeClock);
  readonly #told = signal<About | undefined>(undefined);
  readonly told = this.#told.asReadonly();

  /** Without it the page still signs people in; it only names no sample accounts. */
  async ask(): Promise<void> {
    const answer = await this.#api.read(aboutPath, aboutSchema).catch(() => undefined);
    if (answer === undefined) return;
    this.#clock.set(answer.clock);
    this.#told.set(answer);
  }
}
