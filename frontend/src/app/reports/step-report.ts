import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  linkedSignal,
} from '@angular/core';
import {
  reportsPath,
  reviewSchema,
  stepsBy,
  stepsSchema,
  type StepsAnswer,
  type StepsQuery,
} from '#contract/reports';
import { STEP_COLUMNS, partyOfGround, type StepColumn } from '#domain/report';
import { actWords } from '#wording/dossiers';
import { reportWords } from '#wording/reports';
import { uiWords } from '#wording/ui';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Chips, Notice, Waiting, spanText } from '../ui/index.ts';
import type { AskedDays } from './asked-days.ts';
import { CellList } from './cell-list.ts';
import type { OpenedCell } from './cell.ts';

type Row = StepsAnswer['rows'][number];
type Spread = NonNullable<Row['spread']>;

const MINUTE_MS = 60_000;
/** The width of the picture of a spread, in its own units. */
const WIDTH = 100;

/** Where the time went, step by step or by department, and what somebody should look at again. */
@Component({
  selector: 'mc-step-report',
  imports: [CellList, Chips, Notice, Waiting],
  templateUrl: './step-report.html',
  styleUrls: ['./report-table.css', './step-report.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class StepReport {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(reportWords);
  readonly #ui = injectWords(uiWords);
  readonly #acts = injectWords(actWords);
  protected readonly numberText = numberText;
  protected readonly columns = STEP_COLUMNS;
  readonly days = input.required<AskedDays>();
  protected readonly by = linkedSignal<AskedDays, StepsQuery['by']>({
    source: this.days,
    computation: (_days, before) => before?.value ?? 'step',
  });
  protected readonly ways = computed(() =>
    stepsBy.map((value) => ({ value, label: this.words().steps.by[value] })),
  );
  protected readonly steps = resource({
    params: () => ({ ...this.days(), by: this.by() }),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/steps`, stepsSchema, { query, abort }),
  });
  protected readonly review = resource({
    params: () => this.days(),
    loader: ({ params, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/review`, reviewSchema, { query: { ...params }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.steps.error() ?? this.review.error()));
  /** Every picture is drawn to one scale; the few that took longest of all are told, not drawn. */
  protected readonly longest = computed(() => {
    const rows = this.steps.hasValue() ? this.steps.value().rows : [];
    return Math.max(1, ...rows.map(({ spread }) => spread?.p90 ?? 0));
  });
  /** What stood open speaks of other days. */
  protected readonly opened = linkedSignal<unknown, OpenedCell | undefined>({
    source: () => [this.days(), this.by()],
    computation: () => undefined,
  });

  protected choose(value: string | undefined): void {
    this.by.set(stepsBy.find((each) => each === value) ?? 'step');
  }

  protected reload(): void {
    this.steps.reload();
    this.review.reload();
  }

  /** A ground by its words; one of another system has only its code. */
  protected groundOf({ key, label }: StepsAnswer['refusals'][number]): string {
    const { refusalReasons, stopReasons, untold } = this.#acts();
    const known: Readonly<Record<string, string>> = {
      ...stopReasons,
      ...refusalReasons,
      ...untold,
    };
    return known[key] ?? label;
  }

  /** Who caused it. */
  protected partyOf({ key }: StepsAnswer['refusals'][number]): string {
    return this.words().steps.parties[partyOfGround(key)];
  }

  protected span(minutes: number): string {
    return spanText(minutes * MINUTE_MS, this.#ui().span);
  }

  /** The number is read out as it is written. */
  protected nameOf(row: string, column: string, count: number): string {
    const place = column === '' ? row : `${row}, ${column}`;
    return `${place}: ${numberText(count)}`;
  }

  protected place(minutes: number): number {
    return (minutes * WIDTH) / this.longest();
  }

  protected told(spread: Spread): string {
    const { median, p90, most } = spread;
    return this.words().steps.picture(this.span(median), this.span(p90), this.span(most));
  }

  protected openStep(row: Pick<Row, 'key' | 'label'>, column: StepColumn, count: number): void {
    const heading = `${row.label} – ${this.words().steps.columns[column]}`;
    this.#open('steps', { by: this.by(), row: row.key, column }, { heading, count });
  }

  protected openList(by: 'refusal' | 'stood', row: string, told: Told): void {
    this.#open('steps', { by, row }, told);
  }

  protected openReview(row: string, told: Told): void {
    this.#open('review', { row }, told);
  }

  #open(form: string, query: Readonly<Record<string, string>>, told: Told): void {
    this.opened.set({
      ...told,
      path: `${reportsPath}/${form}/dossiers`,
      query: { ...this.days(), ...query },
    });
  }
}

type Told = Pick<OpenedCell, 'heading' | 'count'>;
