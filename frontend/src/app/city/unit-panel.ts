import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
} from '@angular/core';
import { Router } from '@angular/router';
import { dossiersPath } from '#contract/dossiers';
import { reportsPath, reviewSchema } from '#contract/reports';
import { cityWords } from '#wording/city';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { CellList, type OpenedCell } from '../reports/index.ts';
import { Button, Notice, Waiting } from '../ui/index.ts';
import type { CityUnit } from './board-look.ts';
import type { Days } from './period-choices.ts';

/** One unit, looked at from the city: what is late, and what should be looked at again. */
@Component({
  selector: 'mc-unit-panel',
  imports: [Button, CellList, Notice, Waiting],
  templateUrl: './unit-panel.html',
  styleUrl: './unit-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class UnitPanel {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  protected readonly words = injectWords(cityWords);
  protected readonly numberText = numberText;
  readonly unit = input.required<CityUnit>();
  readonly days = input.required<Days>();
  readonly close = output();

  protected readonly asked = computed(() => ({ unitId: this.unit().id, ...this.days() }));
  protected readonly review = resource({
    params: () => this.asked(),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/review`, reviewSchema, { query, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.review.error()));
  protected readonly rows = computed(() =>
    this.review.hasValue() ? this.review.value().rows.filter(({ dossiers }) => dossiers > 0) : [],
  );
  protected readonly cell = linkedSignal<string, OpenedCell | undefined>({
    source: () => this.unit().code,
    computation: () => undefined,
  });
  protected readonly lists = computed(() => {
    const { overdue, dueToday } = this.unit();
    const words = this.words();
    return [
      { due: 'overdue', label: words.overdue, count: overdue },
      { due: 'today', label: words.today, count: dueToday },
    ] as const;
  });

  protected openDue(due: 'overdue' | 'today', label: string, count: number): void {
    const { id: unitId, name } = this.unit();
    this.cell.set({
      path: dossiersPath,
      query: { unitId, due },
      heading: this.words().sums.ofUnit(name, label),
      count,
    });
  }

  protected openReview(row: string, label: string, count: number): void {
    this.cell.set({
      path: `${reportsPath}/review/dossiers`,
      query: { ...this.asked(), row },
      heading: this.words().sums.ofUnit(this.unit().name, label),
      count,
    });
  }

  /** From here on the screens speak of this unit, until another is chosen. */
  protected async toReports(): Promise<void> {
    this.#session.choose(this.unit().id);
    await this.#router.navigate(['/bao-cao'], { queryParams: this.days() });
  }
}
