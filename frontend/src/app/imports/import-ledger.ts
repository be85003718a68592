import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { importsPath, type ImportAnswer, type ImportState } from '#contract/imports';
import { importsWords } from '#wording/imports';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, type IconName, type Tone } from '../ui/index.ts';

const looks: Readonly<Record<ImportState, readonly [Tone, IconName]>> = {
  queued: ['plain', 'clock'],
  checking: ['plain', 'clock'],
  checked: ['near', 'alert'],
  committing: ['plain', 'clock'],
  done: ['finished', 'finished'],
  failed: ['overdue', 'overdue'],
  cancelled: ['paused', 'paused'],
};

/** Every list that was brought in, the newest first, with what became of it. */
@Component({
  selector: 'mc-import-ledger',
  imports: [Badge, Button],
  templateUrl: './import-ledger.html',
  styleUrls: ['../ui/list-rows.css', './import-ledger.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportLedger {
  protected readonly words = injectWords(importsWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly looks = looks;

  protected errorsOf({ id }: ImportAnswer): string {
    return `${importsPath}/${id}/errors?format=xlsx`;
  }

  readonly imports = input.required<readonly ImportAnswer[]>();
  readonly mayOpen = input(true);
  readonly opened = output<string>();
}
