import { ChangeDetectionStrategy, Component, computed, inject, viewChild } from '@angular/core';
import { shellWords } from '#wording/shell';
import { injectWords } from '../language/index.ts';
import { Dialog, Kbd } from '../ui/index.ts';
import { Shortcuts } from './shortcuts.ts';

const NAMES: Readonly<Record<string, string>> = { Escape: 'Esc', ' ': 'Space' };

/** What stands on the key. */
const capOf = (key: string): string =>
  NAMES[key] ??
  key.replace(/^Ctrl\+(.)$/, (_whole, letter: string) => `Ctrl ${letter.toUpperCase()}`);

/** Every key that does something here. */
@Component({
  selector: 'mc-keyboard-help',
  imports: [Dialog, Kbd],
  templateUrl: './keyboard-help.html',
  styles: `
    dl {
      display: grid;
      grid-template-columns: auto 1fr;
      gap: var(--s2) var(--s4);
      align-items: baseline;
      margin-bottom: var(--s4);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class KeyboardHelp {
  readonly #shortcuts = inject(Shortcuts);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly words = injectWords(shellWords);

  protected readonly rows = computed(() => {
    const { keys } = this.words();
    const own = this.#shortcuts
      .known()
      .map(({ key, label }) => ({ key: capOf(key), label: label() }));
    const everywhere = [
      { key: '↑ ↓', label: keys.rows },
      { key: 'Enter', label: keys.open },
      { key: 'Space', label: keys.select },
      { key: 'Esc', label: keys.back },
    ];
    // What a screen says of a key is closer than what is true everywhere.
    return [...own, ...everywhere.filter(({ key }) => own.every((each) => each.key !== key))];
  });

  open(): void {
    this.dialog().open();
  }
}
