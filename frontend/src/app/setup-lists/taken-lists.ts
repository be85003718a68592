import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { TakenSetupList } from '#contract/imports';
import { setupListsWords } from '#wording/setup-lists';
import type { PagedList } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, Notice, Waiting } from '../ui/index.ts';

/** Every list that was written, the newest first. */
@Component({
  selector: 'mc-taken-lists',
  imports: [Button, Notice, Waiting],
  templateUrl: './taken-lists.html',
  styleUrls: ['../ui/list-rows.css', './taken-lists.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TakenLists {
  protected readonly words = injectWords(setupListsWords);
  protected readonly readMoment = readMoment;

  readonly list = input.required<PagedList<TakenSetupList>>();
}
