import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  computed,
  inject,
  input,
  model,
  signal,
  viewChild,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords, matches } from '../language/index.ts';
import { Icon } from './icon.ts';
import { nextId } from './next-id.ts';

export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Said beside the label, and searched as well: a code, a unit. */
  readonly note?: string;
}

const SHOWN = 60;

/** One of many, found by typing any part of it, with or without accents. */
@Component({
  selector: 'mc-combobox',
  imports: [Icon],
  templateUrl: './combobox.html',
  styleUrl: './combobox.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(focusout)': 'leave($event)' },
})
export class Combobox {
  protected readonly words = injectWords(uiWords);
  protected readonly id = nextId('combobox');
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly box = viewChild.required<ElementRef<HTMLInputElement>>('box');

  readonly label = input.required<string>();
  readonly choices = input.required<readonly Choice[]>();
  readonly value = model<string>();
  readonly placeholder = input('');
  readonly required = input(false);
  readonly fault = input<string>();

  protected readonly typed = signal<string | undefined>(undefined);
  protected readonly isOpen = signal(false);
  protected readonly at = signal(0);

  protected readonly shownText = computed(
    () => this.typed() ?? this.choices().find(({ value }) => value === this.value())?.label ?? '',
  );

  protected readonly found = computed(() => {
    const typed = this.typed() ?? '';
    const fits = ({ label, note = '' }: Choice): boolean => matches(`${label} ${note}`, typed);
    return this.choices().filter(fits).slice(0, SHOWN);
  });

  protected readonly activeId = computed(() =>
    this.isOpen() && this.found().length > 0 ? `${this.id}-${this.at()}` : null,
  );

  focus(): void {
    this.box().nativeElement.focus();
  }

  /** What was typed and not chosen is gone. */
  forget(): void {
    this.#shut();
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
    this.at.set(0);
    this.isOpen.set(true);
  }

  protected press(event: KeyboardEvent): void {
    const act = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Enter: () => this.#chooseActive(),
      Escape: () => this.#shut(),
    }[event.key];
    if (act?.() === true) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  protected choose(choice: Choice): void {
    this.value.set(choice.value);
    this.#shut();
    this.focus();
  }

  protected clear(): void {
    this.value.set(undefined);
    this.typed.set(undefined);
    this.focus();
  }

  protected leave({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && this.#host.nativeElement.contains(relatedTarget)) return;
    this.#shut();
  }

  #move(by: number): boolean {
    if (!this.isOpen()) this.isOpen.set(true);
    else this.at.update((at) => Math.min(Math.max(at + by, 0), this.found().length - 1));
    return true;
  }

  #chooseActive(): boolean {
    const choice = this.found()[this.at()];
    if (!this.isOpen() || choice === undefined) return false;
    this.choose(choice);
    return true;
  }

  #shut(): boolean {
    const wasOpen = this.isOpen();
    this.isOpen.set(false);
    this.typed.set(undefined);
    this.at.set(0);
    return wasOpen;
  }
}
