import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { ALL_ROWS, type Steering, type SteeringRow } from '#contract/steering';
import { steeringWords } from '#wording/steering';
import { injectWords, numberText } from '../language/index.ts';
import { Badge } from '../ui/index.ts';
import {
  LOAD_COLUMNS,
  MATRIX_COLUMNS,
  type MatrixColumn,
  heatOf,
  heaviest,
} from './matrix-look.ts';
import type { OpenedCell } from './opened-cell.ts';

/** How late, how near, and with whom: a heat map of which every number opens. */
@Component({
  selector: 'mc-ageing-matrix',
  imports: [Badge],
  templateUrl: './ageing-matrix.html',
  styleUrl: './ageing-matrix.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgeingMatrix {
  protected readonly words = injectWords(steeringWords);
  protected readonly numberText = numberText;
  protected readonly columns: readonly MatrixColumn[] = [...LOAD_COLUMNS, ...MATRIX_COLUMNS];
  protected readonly firstOfMap = MATRIX_COLUMNS[0];
  readonly board = input.required<Steering>();
  readonly opened = input<Pick<OpenedCell, 'row' | 'cell'>>();
  readonly press = output<OpenedCell>();

  readonly #most = computed(() => heaviest(this.board().rows));
  protected readonly total = computed<SteeringRow>(() => ({
    ...{ key: ALL_ROWS, label: this.words().total, isAway: false },
    cells: this.board().total,
  }));
  protected readonly rows = computed(() => [...this.board().rows, this.total()]);

  protected nameOf(column: MatrixColumn): string {
    const { bands, columns } = this.words();
    return { ...bands, ...columns }[column];
  }

  protected labelOf({ label }: SteeringRow): string {
    return label ?? this.words().nobodysRow;
  }

  protected heatOf({ key }: SteeringRow, column: MatrixColumn, count: number): string {
    return key === ALL_ROWS ? '' : heatOf(column, count, this.#most());
  }

  protected isOpened({ key }: SteeringRow, column: MatrixColumn): boolean {
    const opened = this.opened();
    return opened?.row === key && opened.cell === column;
  }

  protected open(row: SteeringRow, column: MatrixColumn): void {
    const heading = `${this.labelOf(row)} · ${this.nameOf(column)}`;
    this.press.emit({ by: this.board().by, row: row.key, cell: column, heading });
  }
}
