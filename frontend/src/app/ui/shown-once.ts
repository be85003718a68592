import {
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  Injector,
  afterNextRender,
  inject,
  signal,
  viewChild,
} from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords } from '../language/index.ts';
import { Button } from './button.ts';
import { Code } from './code.ts';
import { Dialog } from './dialog.ts';

export interface Secret {
  readonly heading: string;
  readonly hint: string;
  readonly value: string;
  /** Until when it is good, as a sentence. */
  readonly until?: string;
}

/** A link or a key that is shown this once: read, copied, and gone from the page when it is closed. */
@Component({
  selector: 'mc-shown-once',
  imports: [Button, Code, Dialog],
  template: `<mc-dialog wide [heading]="secret()?.heading ?? ''" (closed)="secret.set(undefined)">
    @if (secret(); as shown) {
      <p>{{ shown.hint }}</p>
      <p class="value"><mc-code [value]="shown.value" /></p>
      @if (shown.until; as until) {
        <p class="muted">{{ until }}</p>
      }
    }
    <button mcDialogActions mcButton kind="primary" (click)="dialog().close()">
      {{ words().close }}
    </button>
  </mc-dialog>`,
  styles: `
    .value {
      margin: var(--s3) 0;
      padding: var(--s3);
      border: 1px solid var(--rule);
      border-radius: var(--radius);
      background: var(--paper-sunken);
      overflow-wrap: anywhere;
    }

    .muted {
      color: var(--ink-muted);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ShownOnce {
  readonly #injector = inject(Injector);
  readonly #host = inject<ElementRef<HTMLElement>>(ElementRef);
  protected readonly words = injectWords(uiWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly secret = signal<Secret | undefined>(undefined);

  /** To be copied is all it is for: the keyboard stands on that. */
  show(secret: Secret): void {
    this.secret.set(secret);
    this.dialog().open();
    const focus = (): void =>
      this.#host.nativeElement.querySelector<HTMLButtonElement>('mc-code button')?.focus();
    afterNextRender(focus, { injector: this.#injector });
  }
}
