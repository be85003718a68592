import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { Router } from '@angular/router';
import { shellWords } from '#wording/shell';
import { Session } from '../api/index.ts';
import { injectWords, matches } from '../language/index.ts';
import { Dialog, Icon, type IconName } from '../ui/index.ts';
import { DOSSIER_PLACE } from './places.ts';
import { SCREENS, mayOpen } from './screens.ts';

interface Destination {
  readonly label: string;
  readonly icon: IconName;
  readonly go: () => Promise<boolean>;
}

/** Looks like a dossier code: a scanner at the counter types one and presses Enter. */
const CODE = /^\S*\d\S*$/;

/** From anywhere to anywhere, by a few letters or a dossier's code. */
@Component({
  selector: 'mc-palette',
  imports: [Dialog, Icon],
  templateUrl: './palette.html',
  styleUrl: './palette.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Palette {
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #screens = inject(SCREENS);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(shellWords);
  protected readonly typed = signal('');
  protected readonly at = signal(0);

  protected readonly found = computed<readonly Destination[]>(() => {
    const typed = this.typed().trim();
    const screens = this.#destinations().filter(({ label }) => matches(label, typed));
    return CODE.test(typed) ? [this.#dossier(typed), ...screens] : screens;
  });

  readonly #destinations = computed<readonly Destination[]>(() =>
    this.#screens.flatMap((screen) =>
      screen.icon !== undefined && mayOpen(this.#session, screen)
        ? [
            {
              label: this.words().screens[screen.name],
              icon: screen.icon,
              go: () => this.#router.navigateByUrl(`/${screen.path}`),
            },
          ]
        : [],
    ),
  );

  open(): void {
    this.typed.set('');
    this.at.set(0);
    this.dialog().open();
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
    this.at.set(0);
  }

  protected press(event: KeyboardEvent): void {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by !== undefined) {
      this.at.update((at) => Math.min(Math.max(at + by, 0), this.found().length - 1));
    } else if (event.key === 'Enter') this.go(this.found()[this.at()]);
    else return;
    event.preventDefault();
  }

  protected go(destination: Destination | undefined): void {
    if (destination === undefined) return;
    this.dialog().close();
    void destination.go();
  }

  /** The work list knows codes of every system; what it finds it opens. */
  #dossier(code: string): Destination {
    const go = (): Promise<boolean> => this.#router.navigate(['/', DOSSIER_PLACE, code]);
    return { label: this.words().openDossier(code), icon: 'folder', go };
  }
}
