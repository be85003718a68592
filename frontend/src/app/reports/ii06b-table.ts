import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Ii06bAnswer } from '#contract/reports';
import { II06B_COLUMNS, TOTAL_ROW, type Ii06bColumn } from '#domain/report';
import { reportWords } from '#wording/reports';
import { injectWords, numberText } from '../language/index.ts';
import { Icon } from '../ui/index.ts';
import type { CellPress } from './cell.ts';

interface Row {
  readonly key: string;
  readonly label: string;
  readonly cells: readonly { readonly column: Ii06bColumn; readonly count: number }[];
}

type Numbers = Ii06bAnswer['total'];

const cellsOf = (row: Numbers): Row['cells'] =>
  II06B_COLUMNS.map((column) => ({ column, count: row[column] }));

/** Biểu II.06b as the form prints it: every number opens, every identity has its tick. */
@Component({
  selector: 'mc-ii06b-table',
  imports: [Icon],
  templateUrl: './ii06b-table.html',
  styleUrls: ['./report-table.css', './ii06b-table.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Ii06bTable {
  protected readonly words = injectWords(reportWords);
  protected readonly numberText = numberText;
  protected readonly columns = II06B_COLUMNS;
  readonly report = input.required<Ii06bAnswer>();
  /** Which cell stands open below, so that it can be seen in the table. */
  readonly opened = input<{ readonly row: string; readonly column: string }>();
  readonly press = output<CellPress>();

  protected readonly rows = computed((): readonly Row[] =>
    this.report().rows.map((row) => ({ key: row.key, label: row.label, cells: cellsOf(row) })),
  );
  protected readonly total = computed((): Row => ({
    ...{ key: TOTAL_ROW, label: this.words().groups.total },
    cells: cellsOf(this.report().total),
  }));
  /** The sums in the head of the form; of the eighteen the others say that rows add up. */
  protected readonly identities = computed(() =>
    this.report().checks.filter(({ id }) => !id.startsWith('column-sum')),
  );
  protected readonly sumsHold = computed(() =>
    this.report()
      .checks.filter(({ id }) => id.startsWith('column-sum'))
      .every(({ ok }) => ok),
  );

  protected isOpened(row: string, column: string): boolean {
    const opened = this.opened();
    return opened?.row === row && opened.column === column;
  }

  protected open({ key, label }: Row, column: Ii06bColumn, count: number): void {
    this.press.emit({ row: key, rowLabel: label, column, count });
  }
}
