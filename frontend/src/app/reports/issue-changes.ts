import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { IssueDiff } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { injectWords, numberText } from '../language/index.ts';

type Change = IssueDiff['changes'][number];

/** What is otherwise now, or than in the version before: cell by cell, the dossiers named. */
@Component({
  selector: 'mc-issue-changes',
  imports: [RouterLink],
  templateUrl: './issue-changes.html',
  styleUrl: './issue-changes.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class IssueChanges {
  protected readonly words = injectWords(reportWords);
  protected readonly numberText = numberText;
  readonly diff = input.required<IssueDiff>();
  /** The version that is looked at. */
  readonly number = input.required<number>();

  protected readonly isPrevious = computed(() => this.diff().against === 'previous');
  protected readonly heads = computed(() => {
    const { screen, versions } = this.words();
    return this.isPrevious()
      ? [versions.version(this.number() - 1), versions.version(this.number())]
      : [screen.before, screen.after];
  });
  protected readonly label = computed(() => {
    const { screen, versions } = this.words();
    return this.isPrevious() ? versions.withPrevious : screen.adjustments;
  });
  protected readonly nothing = computed(() => {
    const { screen, versions } = this.words();
    return this.isPrevious() ? versions.same(this.number() - 1) : screen.noAdjustments;
  });

  protected rowName({ row }: Change): string {
    return row === 'total' ? this.words().groups.total : row;
  }

  protected cellName({ column }: Change): string {
    const cells: Readonly<Record<string, string>> = this.words().cells;
    return Object.hasOwn(cells, column) ? (cells[column] ?? column) : column;
  }
}
