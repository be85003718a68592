import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  signal,
} from '@angular/core';
import { shellWords } from '#wording/shell';
import { Live, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Icon } from '../ui/index.ts';

/** A line that breaks off and is back at once is nobody's business. */
const PATIENCE_MS = 3_000;

/** Says across the page that what one sees may be old, for as long as it may; it pushes nothing aside. */
@Component({
  selector: 'mc-lost-notice',
  imports: [Icon],
  template: `<div role="status">
    @if (isLost()) {
      <p><mc-icon name="offline" />{{ words().live.closedNotice }}</p>
    }
  </div>`,
  styleUrl: './lost-notice.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LostNotice {
  readonly #live = inject(Live);
  readonly #session = inject(Session);
  protected readonly words = injectWords(shellWords);
  readonly #isLong = signal(false);
  // A locked screen hears nothing either, and says so itself.
  protected readonly isLost = computed(
    () => this.#isLong() && this.#session.interruption() === undefined,
  );

  constructor() {
    let timer: ReturnType<typeof setTimeout> | undefined;
    effect(() => {
      clearTimeout(timer);
      if (this.#live.state() === 'closed') {
        timer = setTimeout(() => this.#isLong.set(true), PATIENCE_MS);
      } else this.#isLong.set(false);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
  }
}
