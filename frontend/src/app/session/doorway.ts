import { ChangeDetectionStrategy, Component, booleanAttribute, input } from '@angular/core';
import { sessionWords } from '#wording/session';
import { shellWords } from '#wording/shell';
import { injectWords } from '../language/index.ts';
import { LanguageSwitch } from '../shell/index.ts';
import { Icon } from '../ui/index.ts';

/** What stands before anybody is in: what the product is, and beside it what brings one in. */
@Component({
  selector: 'mc-doorway',
  imports: [Icon, LanguageSwitch],
  templateUrl: './doorway.html',
  styleUrl: './doorway.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Doorway {
  protected readonly words = injectWords(sessionWords);
  protected readonly shell = injectWords(shellWords);
  /** Links below: to the citizens' look-up and the description of the API. */
  readonly links = input(false, { transform: booleanAttribute });
}
