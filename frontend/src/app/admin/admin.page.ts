import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { adminWords } from '#wording/admin';
import { Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { SCREENS, mayOpen } from '../shell/index.ts';
import { Page } from '../ui/index.ts';
import { AdminCard } from './admin-card.ts';
import { partsOf } from './admin-groups.ts';

/** *Quản trị*: everything that is set, and what somebody should look at. */
@Component({
  selector: 'mc-admin',
  imports: [AdminCard, Page],
  templateUrl: './admin.page.html',
  styleUrl: './admin.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AdminPage {
  readonly #session = inject(Session);
  readonly #screens = inject(SCREENS);
  protected readonly words = injectWords(adminWords);
  protected readonly parts = computed(() =>
    partsOf(this.#screens, (screen) => mayOpen(this.#session, screen)),
  );
}
