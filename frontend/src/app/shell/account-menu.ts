import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { shellWords } from '#wording/shell';
import { Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Icon } from '../ui/index.ts';
import { PROFILE, SIGN_IN } from './places.ts';

/** Who is on duty, for which unit, and the way out. */
@Component({
  selector: 'mc-account-menu',
  imports: [Icon, RouterLink],
  templateUrl: './account-menu.html',
  styleUrl: './account-menu.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AccountMenu {
  readonly #router = inject(Router);
  protected readonly session = inject(Session);
  protected readonly words = injectWords(shellWords);
  protected readonly profile = `/${PROFILE}`;

  protected choose(event: Event): void {
    this.session.choose(Number((event.target as HTMLSelectElement).value));
    // Every screen speaks of the unit: begin where that unit begins.
    void this.#router.navigateByUrl('/');
  }

  protected lock(): void {
    void this.session.lock();
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.#router.navigateByUrl(`/${SIGN_IN}`);
  }
}
