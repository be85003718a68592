import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { About } from '#contract/about';
import { sessionWords } from '#wording/session';
import { injectWords } from '../language/index.ts';
import { Icon } from '../ui/index.ts';

/** One press and one is inside, as whoever one wants to be. */
@Component({
  selector: 'mc-trial-accounts',
  imports: [Icon],
  templateUrl: './trial-accounts.html',
  styleUrl: './trial-accounts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrialAccounts {
  protected readonly words = injectWords(sessionWords);
  readonly accounts = input.required<About['accounts']>();
  readonly password = input.required<string>();
  readonly busy = input(false);
  readonly chosen = output<string>();
}
