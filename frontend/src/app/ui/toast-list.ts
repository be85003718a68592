import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Icon } from './icon.ts';
import { type Toast, Toasts, toastIcons } from './toasts.ts';

/** Where toasts appear, once a page; read aloud without taking the focus. */
@Component({
  selector: 'mc-toasts',
  imports: [Icon],
  templateUrl: './toast-list.html',
  styleUrl: './toast-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ToastList {
  protected readonly toasts = inject(Toasts);
  protected readonly words = injectWords(uiWords);
  protected readonly icons = toastIcons;

  /** Once: what was taken back is not taken back again. */
  protected carryOut({ id, act }: Toast): void {
    this.toasts.close(id);
    act?.carryOut();
  }
}
