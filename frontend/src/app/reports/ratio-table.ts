import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { IndicatorFigureAnswer } from '#contract/reports';
import { isAim, type DossierIndicator, type ProcedureIndicator } from '#domain/report';
import { reportWords } from '#wording/reports';
import { injectWords, numberText } from '../language/index.ts';
import type { CellPress } from './cell.ts';

type Part = NonNullable<CellPress['part']>;

/** Ratios with what they are made of, and what is missing to the city's target. */
@Component({
  selector: 'mc-ratio-table',
  templateUrl: './ratio-table.html',
  styleUrl: './report-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RatioTable {
  protected readonly words = injectWords(reportWords);
  protected readonly numberText = numberText;
  protected readonly parts: readonly Part[] = ['numerator', 'denominator', 'missing'];
  /** Ratios over several units have no list of their own. */
  readonly opens = input(true);
  readonly figures = input.required<readonly IndicatorFigureAnswer[]>();
  readonly press = output<CellPress>();

  protected nameOf({ indicator }: IndicatorFigureAnswer): string {
    return this.words().indicators[indicator as DossierIndicator | ProcedureIndicator];
  }

  protected isAim({ indicator }: IndicatorFigureAnswer): boolean {
    return isAim(indicator);
  }

  protected percentOf({ text }: IndicatorFigureAnswer): string {
    return text === null ? this.words().notArising : `${text} %`;
  }

  protected open(figure: IndicatorFigureAnswer, part: Part): void {
    const rowLabel = `${this.nameOf(figure)} – ${this.words().screen.parts[part]}`;
    const count = figure[part];
    this.press.emit({ row: 'total', rowLabel, column: figure.indicator, count, part });
  }
}
