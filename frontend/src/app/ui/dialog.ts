import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  booleanAttribute,
  inject,
  input,
  output,
  viewChild,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { LanguageService } from '../language/index.ts';
import { Icon } from './icon.ts';
import { nextId } from './next-id.ts';

/**
 * The browser's own modal: it keeps the focus inside and gives it back. With `drawer` it comes from the
 * side. What stands under `[mcDialogActions]` is its row of buttons.
 */
@Component({
  selector: 'mc-dialog',
  imports: [Icon],
  templateUrl: './dialog.html',
  styleUrl: './dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Dialog {
  protected readonly words = inject(LanguageService).of(uiWords);
  protected readonly headingId = nextId('heading');
  protected readonly element = viewChild.required<ElementRef<HTMLDialogElement>>('dialog');

  readonly heading = input.required<string>();
  readonly drawer = input(false, { transform: booleanAttribute });
  readonly wide = input(false, { transform: booleanAttribute });
  /** One that cannot be waved away: the only way out is through it. */
  readonly firm = input(false, { transform: booleanAttribute });
  readonly closed = output();

  open(): void {
    const { nativeElement: dialog } = this.element();
    if (!dialog.open) dialog.showModal();
  }

  close(): void {
    this.element().nativeElement.close();
  }

  protected dismiss(event: Event): void {
    if (this.firm()) event.preventDefault();
  }

  /** A press on the darkened page beside the dialog. */
  protected dismissBeside(event: Event): void {
    if (event.target === this.element().nativeElement && !this.firm()) this.close();
  }
}
