import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { DigitisationAnswer, ShareAnswer } from '#contract/reports';
import { TOTAL_ROW, type DigitisationColumn } from '#domain/report';
import { reportWords } from '#wording/reports';
import { injectWords, numberText } from '../language/index.ts';
import { Icon } from '../ui/index.ts';
import type { CellPress } from './cell.ts';

/** What the form prints of Phụ lục 01 on a screen: its halves, then what is kept. */
const COLUMNS = [
  ...(['total', 'pending', 'pendingWithComponents', 'pendingWithResult'] as const),
  ...(['resolved', 'resolvedWithComponents', 'resolvedWithResult'] as const),
  ...(['resolvedWithBoth', 'resolvedWithoutComponents', 'resolvedWithoutResult'] as const),
  ...(['archived', 'reused'] as const),
] as const satisfies readonly DigitisationColumn[];

const SHARES = ['components', 'result', 'both', 'reused'] as const;

/** Phụ lục 01, *Thống kê số hóa*. */
@Component({
  selector: 'mc-file-table',
  imports: [Icon],
  templateUrl: './file-table.html',
  styleUrls: ['./report-table.css', './file-table.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FileTable {
  protected readonly words = injectWords(reportWords);
  protected readonly numberText = numberText;
  protected readonly columns = COLUMNS;
  protected readonly shares = SHARES;
  readonly report = input.required<DigitisationAnswer>();
  readonly press = output<CellPress>();

  protected readonly rows = computed(() => {
    const { rows, total } = this.report();
    return [...rows, { ...total, key: TOTAL_ROW, label: this.words().groups.total }];
  });
  protected readonly checksHold = computed(() => this.report().checks.every(({ ok }) => ok));

  protected textOf({ text }: ShareAnswer): string {
    return text === null ? this.words().notArising : `${text} %`;
  }
}
