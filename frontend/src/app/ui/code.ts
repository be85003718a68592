import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  ElementRef,
  inject,
  input,
  viewChild,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { copyText } from './copy-text.ts';
import { Icon } from './icon.ts';
import { Toasts } from './toasts.ts';

/** A code to be read, compared and copied with one press. */
@Component({
  selector: 'mc-code',
  imports: [Icon],
  template: `<code #text>{{ value() }}</code>
    @if (copyable()) {
      <button type="button" (click)="copy($event)" [attr.aria-label]="words().copy + ' ' + value()">
        <mc-icon name="copy" />
      </button>
    }`,
  styleUrl: './code.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Code {
  readonly #document = inject(DOCUMENT);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(uiWords);
  protected readonly text = viewChild.required<ElementRef<HTMLElement>>('text');
  readonly value = input.required<string>();
  readonly copyable = input(true);

  protected async copy(event: Event): Promise<void> {
    event.stopPropagation();
    const isCopied = await copyText(this.#document, this.value(), this.text().nativeElement);
    if (isCopied) this.#toasts.done(this.words().copied(this.value()));
    else this.#toasts.news(this.words().copyByHand);
  }
}
