import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { FeeSummary } from '#contract/fees';
import { feesWords } from '#wording/fees';
import { injectWords, numberText } from '../language/index.ts';

export interface Narrowing {
  readonly method?: string;
  readonly procedure?: string;
}

/** What a period brought, each figure a way into its list. */
@Component({
  selector: 'mc-fee-figures',
  templateUrl: './fee-figures.html',
  styleUrl: './fee-figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'words().figures' },
})
export class FeeFigures {
  protected readonly words = injectWords(feesWords);
  protected readonly numberText = numberText;
  readonly heading = input.required<string>();
  readonly summary = input.required<FeeSummary>();
  readonly narrowed = output<Narrowing>();

  protected methodOf(method: string): string {
    return this.words().methods[method] ?? method;
  }
}
