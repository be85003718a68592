import {
  ChangeDetectionStrategy,
  Component,
  booleanAttribute,
  computed,
  inject,
  input,
} from '@angular/core';
import { LanguageService } from '../language/index.ts';
import { uiWords } from '#wording/ui';
import { Icon } from './icon.ts';
import type { IconName } from './icons.ts';

export type ButtonKind = 'primary' | 'plain' | 'quiet' | 'danger';

/**
 * `<button mcButton kind="primary" icon="check">Đồng ý</button>`. One primary button a screen.
 * While `busy` it stays in its place and takes no second press.
 */
@Component({
  selector: 'button[mcButton], a[mcButton]',
  imports: [Icon],
  templateUrl: './button.html',
  styleUrl: './button.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '[class]': 'kind()',
    '[class.busy]': 'busy()',
    '[class.small]': 'small()',
    '[attr.aria-disabled]': 'busy() || refused() ? "true" : null',
    '[attr.aria-busy]': 'busy() || null',
    '[attr.type]': 'type()',
    '(click)': 'hold($event)',
  },
})
export class Button {
  readonly #words = inject(LanguageService).of(uiWords);

  readonly kind = input<ButtonKind>('plain');
  readonly icon = input<IconName>();
  readonly type = input<'button' | 'submit' | null>('button');
  readonly busy = input(false);
  readonly small = input(false, { transform: booleanAttribute });
  /** Why it may not be pressed: it stays reachable, so that the reason can be read. */
  readonly refused = input<string>();

  protected readonly busyText = computed(() => this.#words().loading);

  /** A button that is busy or refused does nothing, and sends no form. */
  protected hold(event: Event): void {
    if (!this.busy() && this.refused() === undefined) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }
}
