import { DOCUMENT, DestroyRef, Injectable, type Signal, inject, signal } from '@angular/core';

export interface Shortcut {
  /** As `KeyboardEvent.key` says it, with `Ctrl+` before it where it is held. */
  readonly key: string;
  readonly label: Signal<string>;
  readonly act: () => void;
  /** Also while a dialog is open: leaving the desk waits for nothing that was being typed. */
  readonly evenInDialog?: true;
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) &&
  !(target instanceof HTMLInputElement && /^(?:checkbox|radio|button)$/.test(target.type));

const nameOf = ({ key, ctrlKey, metaKey }: KeyboardEvent): string =>
  ctrlKey || metaKey ? `Ctrl+${key.toLowerCase()}` : key;

/** Keys that do something wherever one stands; letters stay letters while somebody is typing. */
@Injectable({ providedIn: 'root' })
export class Shortcuts {
  readonly #document = inject(DOCUMENT);
  readonly #known = signal<readonly Shortcut[]>([]);
  readonly known = this.#known.asReadonly();

  constructor() {
    this.#document.addEventListener('keydown', (event) => this.#press(event));
  }

  /** Until the returned function is called. The one that came last is asked first. */
  add(shortcut: Shortcut): () => void {
    this.#known.update((known) => [...known, shortcut]);
    return () => this.#known.update((known) => known.filter((each) => each !== shortcut));
  }

  #press(event: KeyboardEvent): void {
    const name = nameOf(event);
    if (event.defaultPrevented || event.altKey) return;
    if (!name.startsWith('Ctrl+') && isTyping(event.target)) return;
    // Under an open dialog the page does not listen, but for what concerns the person.
    const isInDialog = this.#document.querySelector('dialog:modal') !== null;
    const shortcut = this.#known().findLast(({ key }) => key === name);
    if (shortcut === undefined || (isInDialog && !shortcut.evenInDialog)) return;
    event.preventDefault();
    shortcut.act();
  }
}

/** For a component: a key of its own for as long as it lives, listed under `?`. */
export const injectShortcut = (
  key: string,
  label: Signal<string>,
  act: () => void,
  more: Pick<Shortcut, 'evenInDialog'> = {},
): void => {
  inject(DestroyRef).onDestroy(inject(Shortcuts).add({ key, label, act, ...more }));
};
