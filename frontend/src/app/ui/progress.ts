import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { uiWords } from '#wording/ui';
import { injectWords, numberText } from '../language/index.ts';

/** How far a long job is; it may be left alone. */
@Component({
  selector: 'mc-progress',
  template: `<progress [max]="total()" [value]="done()" [attr.aria-label]="label()"></progress>
    <span>{{ words().progress(numberText(done()), numberText(total())) }}</span>`,
  styles: `
    :host {
      display: grid;
      gap: var(--s1);
      font-size: var(--text-s);
    }
    progress {
      width: 100%;
      height: 8px;
      accent-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Progress {
  protected readonly words = injectWords(uiWords);
  protected readonly numberText = numberText;
  readonly label = input.required<string>();
  readonly done = input.required<number>();
  readonly total = input.required<number>();
}
