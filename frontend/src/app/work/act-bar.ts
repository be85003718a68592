import { ChangeDetectionStrategy, Component, computed, inject, input, output } from '@angular/core';
import { workWords } from '#wording/work';
import { Session } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, type IconName } from '../ui/index.ts';
import { type ManyAct, actsFor } from './many-acts.ts';

const icons: Readonly<Record<ManyAct, IconName>> = {
  'complete-step': 'check',
  assign: 'user',
  'issue-result': 'stamp',
  return: 'handover',
  'complete-on-the-spot': 'finished',
  accept: 'inbox',
  'digitise-components': 'upload',
  'digitise-result': 'upload',
  'issue-electronic-result': 'globe',
  archive: 'folder',
};

/** What can be done to those chosen; it stands under the list, so that no row moves when it comes. */
@Component({
  selector: 'mc-act-bar',
  imports: [Button],
  templateUrl: './act-bar.html',
  styleUrl: './act-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'toolbar', '[attr.aria-label]': 'words().forChosen' },
})
export class ActBar {
  readonly #session = inject(Session);
  protected readonly words = injectWords(workWords);
  protected readonly icons = icons;
  protected readonly numberText = numberText;

  readonly count = input.required<number>();
  /** Whether all that the filter means are chosen, not only those that were loaded. */
  readonly isWhole = input.required<boolean>();
  /** Whether there are more behind the filter than can be seen. */
  readonly canTakeWhole = input.required<boolean>();
  readonly wholeTaken = output();
  readonly cleared = output();
  readonly chosen = output<ManyAct>();

  protected readonly acts = computed(() => actsFor((permission) => this.#session.may(permission)));
}
