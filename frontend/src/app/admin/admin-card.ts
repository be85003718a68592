import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { adminWords } from '#wording/admin';
import { shellWords } from '#wording/shell';
import { ApiClient, OfficeClock, Session } from '../api/index.ts';
import { LanguageService, injectWords } from '../language/index.ts';
import { Badge, Icon } from '../ui/index.ts';
import type { AdminScreen } from './admin-groups.ts';

/** The way to a screen, what is set there, and the one thing it wants to say. */
@Component({
  selector: 'mc-admin-card',
  imports: [Badge, Icon, RouterLink],
  templateUrl: './admin-card.html',
  styleUrl: './admin-card.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-busy]': 'remark.isLoading()' },
})
export class AdminCard {
  readonly #api = inject(ApiClient);
  readonly #clock = inject(OfficeClock);
  readonly #language = inject(LanguageService);
  readonly #session = inject(Session);
  protected readonly words = injectWords(adminWords);
  protected readonly shell = injectWords(shellWords);
  readonly screen = input.required<AdminScreen>();

  protected readonly about = computed(() => this.words().about[this.screen().name]);
  protected readonly remark = resource({
    params: () => ({
      tells: this.screen().administers.tells,
      unitId: this.#session.unit()?.id,
    }),
    loader: async ({ params: { tells, unitId }, abortSignal: abort }) => {
      const teller = await tells?.();
      return teller?.({
        ...{ api: this.#api, unitId, abort, now: this.#clock.now() },
        wordsOf: (words) => this.#language.of(words),
      });
    },
  });
  protected readonly told = computed(() =>
    this.remark.hasValue() ? this.remark.value() : undefined,
  );
  protected readonly hasFailed = computed(() => this.remark.error() !== undefined);
}
