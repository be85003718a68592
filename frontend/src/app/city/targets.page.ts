import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  indicatorDefinitionsPath,
  indicatorDefinitionsSchema,
  indicatorsSchema,
  reportsPath,
  type IndicatorDefinitionsAnswer,
} from '#contract/reports';
import { periodOf, periodUnderWay } from '#domain/report';
import { dayOf, formatDay } from '#domain/working-time';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { ApiClient, OfficeClock, Session, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { CellList, type OpenedCell } from '../reports/index.ts';
import { Button, Notice, Page, Waiting, dayWords } from '../ui/index.ts';
import { daysOf } from './period-choices.ts';
import { TargetDialog } from './target-dialog.ts';
import { targetLines, type TargetLine } from './target-lines.ts';
import { TargetTable, type PressedPart } from './target-table.ts';

/** *Chỉ tiêu và định nghĩa chỉ số*: by what each ratio is divided, how high it has to be, and how far the city is. */
@Component({
  selector: 'mc-targets',
  imports: [Button, CellList, Notice, Page, RouterLink, TargetDialog, TargetTable, Waiting],
  templateUrl: './targets.page.html',
  styleUrl: './city-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetsPage {
  readonly #api = inject(ApiClient);
  readonly #clock = inject(OfficeClock);
  readonly #session = inject(Session);
  protected readonly all = injectWords(cityWords);
  protected readonly words = computed(() => this.all().targets);
  protected readonly names = injectWords(reportWords);
  protected readonly dialog = viewChild.required(TargetDialog);
  protected readonly cell = signal<OpenedCell | undefined>(undefined);

  protected readonly city = computed(() =>
    this.#session
      .units()
      .find(({ kind, permissions }) => kind === 'city' && permissions.includes('reports.receive')),
  );
  readonly #today = computed(
    () => {
      const now = this.#clock.now();
      return now === undefined ? undefined : dayOf(now);
    },
    { equal: (one, other) => one === other },
  );
  protected readonly today = computed(() => {
    const today = this.#today();
    return today === undefined ? '' : formatDay(today);
  });
  readonly #month = computed(() => {
    const [city, today] = [this.city(), this.#today()];
    if (city === undefined || today === undefined) return undefined;
    return { unitId: city.id, ...daysOf(periodOf(periodUnderWay('monthly', today))) };
  });

  protected readonly definitions = resource({
    params: () => this.city()?.id,
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(indicatorDefinitionsPath, indicatorDefinitionsSchema, {
        ...{ query: { unitId }, abort },
      }),
  });
  protected readonly figures = resource({
    params: () => this.#month(),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/indicators`, indicatorsSchema, { query, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.definitions.error()));
  protected readonly figuresProblem = computed(() => problemOf(this.figures.error()));

  protected readonly lines = computed(() => {
    if (!this.definitions.hasValue()) return undefined;
    const figures = this.figures.hasValue() ? this.figures.value().indicators : [];
    return targetLines(this.definitions.value(), figures, this.today());
  });
  protected readonly months = computed(() => {
    const month = this.#month();
    return month === undefined ? '' : this.words().now(dayWords(month.from), dayWords(month.to));
  });

  protected set(line: TargetLine): void {
    this.dialog().begin({ line, today: this.today(), unitId: this.city()?.id ?? 0 });
  }

  /** What was set may be in force already: figures follow their definition. */
  protected take(told: IndicatorDefinitionsAnswer): void {
    this.definitions.set(told);
    this.cell.set(undefined);
    this.figures.reload();
  }

  protected open({ line, part, count }: PressedPart): void {
    const { parts } = this.names().screen;
    const heading = `${this.names().indicators[line.indicator]} – ${parts[part]}`;
    this.cell.set({
      path: `${reportsPath}/indicators/dossiers`,
      query: { ...this.#month(), column: line.indicator, part },
      heading: `${heading} (${numberText(count)})`,
      count,
    });
  }
}
