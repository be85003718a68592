import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  comparisonSchema,
  reportsPath,
  type ComparedLine,
  type ComparisonAnswer,
  type ReportForm,
} from '#contract/reports';
import { reportWords } from '#wording/reports';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Icon, Notice, Waiting, dayWords } from '../ui/index.ts';
import type { AskedDays } from './asked-days.ts';

type Against = NonNullable<ComparedLine['previous']>;

const HUNDRED = 100;

/** The totals of a form against the period before and the same days a year ago, and what was carried over. */
@Component({
  selector: 'mc-comparison',
  imports: [Icon, Notice, RouterLink, Waiting],
  templateUrl: './comparison.html',
  styleUrls: ['./report-table.css', './comparison.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Comparison {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(reportWords);
  protected readonly dayWords = dayWords;
  protected readonly numberText = numberText;
  readonly of = input.required<ReportForm>();
  readonly days = input.required<AskedDays>();

  protected readonly comparison = resource({
    params: () => ({ ...this.days(), of: this.of() }),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/comparison`, comparisonSchema, { query, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.comparison.error()));
  protected readonly others = ['previous', 'lastYear'] as const;
  protected readonly differing = ['missing', 'added'] as const;

  protected nameOf({ key }: ComparedLine): string {
    const { cells, indicators, screen } = this.words();
    const names: Readonly<Record<string, string>> = {
      ii06b: cells,
      digitisation: screen.fileColumns,
      indicators,
    }[this.of()];
    return names[key] ?? key;
  }

  protected figure({ kind }: ComparedLine, told: ComparedLine['now']): string {
    if (kind === 'count') return numberText(told.number ?? 0);
    return told.text === null ? this.words().notArising : `${told.text} %`;
  }

  /** With its sign, as people say it: *tăng*, *giảm* are told by more than colour. */
  protected difference({ kind }: ComparedLine, told: Against): string {
    if (told.difference === null) return '–';
    if (told.difference === 0) return this.words().comparison.same;
    const sign = told.difference > 0 ? '+' : '−';
    const size = Math.abs(told.difference);
    if (kind === 'ratio')
      return this.words().comparison.points(sign + numberText(size / HUNDRED, 2));
    const change = told.change === null ? '' : ` (${sign}${told.change} %)`;
    return `${sign}${numberText(size)}${change}`;
  }

  protected period(which: 'previous' | 'lastYear', answer: ComparisonAnswer): string {
    const { from, to } = answer[which];
    return `${dayWords(from)} – ${dayWords(to)}`;
  }
}
