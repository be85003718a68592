import { ChangeDetectionStrategy, Component, computed, inject, output } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { shellWords } from '#wording/shell';
import { Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Icon } from '../ui/index.ts';
import { SCREENS, isListed, mayOpen } from './screens.ts';

/** Where this person may go, and nowhere else. */
@Component({
  selector: 'mc-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Navigation {
  readonly #session = inject(Session);
  readonly #all = inject(SCREENS);
  protected readonly words = injectWords(shellWords);
  readonly gone = output();

  protected readonly screens = computed(() =>
    this.#all.flatMap((screen) =>
      isListed(screen) && screen.icon !== undefined && mayOpen(this.#session, screen)
        ? [{ ...screen, icon: screen.icon }]
        : [],
    ),
  );
}
