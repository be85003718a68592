import { ChangeDetectionStrategy, Component, inject, output } from '@angular/core';
import type { JobResult } from '#contract/jobs';
import { problemWording } from '#wording';
import { uiWords } from '#wording/ui';
import { workWords } from '#wording/work';
import { injectWords } from '../language/index.ts';
import { Button, Progress } from '../ui/index.ts';
import { type CommandRun, CommandRuns, isOver, refusedOf } from './command-runs.ts';

/** More than this nobody reads one by one; the rest is counted. */
const SHOWN = 200;

/** How far commands for many are, and what became of each. */
@Component({
  selector: 'mc-run-list',
  imports: [Button, Progress],
  templateUrl: './run-list.html',
  styleUrl: './run-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RunList {
  protected readonly runs = inject(CommandRuns);
  protected readonly words = injectWords(workWords);
  protected readonly ui = injectWords(uiWords);
  readonly #problems = injectWords(problemWording);
  /** Those that were refused, to be worked with further. */
  readonly again = output<readonly string[]>();

  protected readonly isOver = isOver;

  protected outcomeOf(run: CommandRun) {
    const refused = refusedOf(run);
    const awaiting = run.results.filter(({ status }) => status === 202).length;
    return {
      refused,
      shown: refused.slice(0, SHOWN).map((result) => ({
        id: result.id,
        code: run.codes.get(result.id) ?? result.id,
        why: this.#why(result),
      })),
      awaiting,
      done: run.results.length - refused.length - awaiting,
    };
  }

  protected takeAgain(run: CommandRun): void {
    this.again.emit(refusedOf(run).map(({ id }) => id));
    this.runs.forget(run.jobId);
  }

  #why({ code }: JobResult): string {
    if (code === undefined) return '';
    const { title, detail } = this.#problems()[code];
    return `${title}. ${detail}`;
  }
}
