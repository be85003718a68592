import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import { feesWords } from '#wording/fees';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Code, CompactRow, Table, TableColumn } from '../ui/index.ts';
import { type FeeRow, codeOf } from './fee-row.ts';
import { StandingBadge } from './standing-badge.ts';

/** Payments, or dossiers with what they owe. */
@Component({
  selector: 'mc-fee-table',
  imports: [Code, CompactRow, StandingBadge, Table, TableColumn],
  templateUrl: './fee-table.html',
  styleUrl: './fee-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FeeTable {
  protected readonly table = viewChild.required<Table<FeeRow>>(Table);
  protected readonly words = injectWords(feesWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly codeOf = codeOf;

  readonly rows = input.required<readonly FeeRow[]>();
  readonly loading = input.required<boolean>();
  readonly showsPayments = input.required<boolean>();
  readonly activeId = model<string>();
  readonly opened = output<FeeRow>();
  readonly nearEnd = output();

  protected readonly label = computed(() =>
    this.showsPayments() ? this.words().payments : this.words().list,
  );

  step(by: number): void {
    this.table().step(by);
  }

  protected methodOf(method: string | undefined): string {
    return method === undefined ? '' : (this.words().methods[method] ?? method);
  }

  protected takerOf({ payment }: FeeRow): string {
    if (payment === undefined) return '';
    const { officer } = payment;
    if (officer.name !== null) return officer.name;
    return officer.id.startsWith('source:') ? this.words().otherSystem : this.words().program;
  }
}
