import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { importsWords } from '#wording/imports';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import type { PastedRow } from '../reception/index.ts';
import { Badge, Code } from '../ui/index.ts';

const SHOWN = 200;

const looks = {
  wrong: ['overdue', 'overdue'],
  changed: ['near', 'alert'],
  new: ['finished', 'plus'],
  unchanged: ['plain', 'check'],
} as const;

/** What each row would do: what needs eyes first stands first. */
@Component({
  selector: 'mc-import-rows',
  imports: [Badge, Code],
  templateUrl: './import-rows.html',
  styleUrl: '../ui/list-rows.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportRows {
  protected readonly words = injectWords(importsWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly looks = looks;

  readonly rows = input.required<readonly PastedRow[]>();
  /** A list that is turned over page by page is shown as far as it has come. */
  readonly most = input(SHOWN);
  protected readonly shown = computed(() => this.rows().slice(0, this.most()));
}
