import {
  ChangeDetectionStrategy,
  Component,
  inject,
  input,
  model,
  output,
  viewChild,
} from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { workWords } from '#wording/work';
import { OfficeCalendar, OfficeClock, type PagedList, People } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Code, CompactRow, StateBadge, Table, TableColumn, TimeLeft } from '../ui/index.ts';

/** Dossiers by the time left, as one reads them in a glance. */
@Component({
  selector: 'mc-work-table',
  imports: [Code, CompactRow, StateBadge, Table, TableColumn, TimeLeft],
  templateUrl: './work-table.html',
  styleUrl: './work-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkTable {
  protected readonly table = viewChild.required<Table<DossierItem>>(Table);
  protected readonly people = inject(People);
  protected readonly clock = inject(OfficeClock);
  protected readonly calendar = inject(OfficeCalendar).current;
  protected readonly words = injectWords(workWords);
  protected readonly readMoment = readMoment;

  readonly list = input.required<PagedList<DossierItem>>();
  readonly showsHolder = input.required<boolean>();
  readonly activeId = model<string>();
  readonly selected = model.required<ReadonlySet<string>>();
  readonly sort = model<string>();
  readonly opened = output<DossierItem>();

  step(by: number): void {
    this.table().step(by);
  }

  toTop(): void {
    this.table().toTop();
  }

  protected holderOf({ holder }: DossierItem): string {
    if (holder === null) return '';
    const { userId, departmentCode, agency } = holder;
    return agency ?? this.people.nameOf(userId) ?? this.people.departmentOf(departmentCode) ?? '';
  }
}
