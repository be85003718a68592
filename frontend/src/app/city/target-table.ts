import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { IndicatorFigureAnswer } from '#contract/reports';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Icon, dayWords } from '../ui/index.ts';
import type { Dated, TargetLine } from './target-lines.ts';

type Part = 'numerator' | 'denominator' | 'missing';

/** A number somebody pressed: the dossiers of a part of a ratio. */
export interface PressedPart {
  readonly line: TargetLine;
  readonly part: Part;
  readonly count: number;
}

/** Ratios with their definition, their target and where the city stands. */
@Component({
  selector: 'mc-target-table',
  imports: [Button, Icon],
  templateUrl: './target-table.html',
  styleUrl: './target-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TargetTable {
  protected readonly words = injectWords(cityWords);
  protected readonly names = injectWords(reportWords);
  protected readonly numberText = numberText;
  protected readonly dayWords = dayWords;
  protected readonly parts = ['numerator', 'denominator'] as const;
  readonly lines = input.required<readonly TargetLine[]>();
  readonly label = input.required<string>();
  readonly period = input.required<string>();
  readonly set = output<TargetLine>();
  readonly open = output<PressedPart>();

  protected targetText({ targetPercent }: Pick<Dated, 'targetPercent'>): string {
    const { targets } = this.words();
    return targetPercent === null ? targets.noTarget : targets.percent(String(targetPercent));
  }

  protected percentOf({ text }: IndicatorFigureAnswer): string {
    return text === null ? this.words().notArising : this.words().targets.percent(text);
  }

  protected neededOf({ needed, subject }: IndicatorFigureAnswer): string {
    return this.words().targets.needed[subject](numberText(needed ?? 0));
  }

  protected missingName({ indicator }: TargetLine, figure: IndicatorFigureAnswer): string {
    const name = this.names().indicators[indicator];
    return this.words().targets.missingOf(name, this.neededOf(figure));
  }

  protected cellName(line: TargetLine, part: Part, count: number): string {
    const { screen, indicators } = this.names();
    return screen.cell(indicators[line.indicator], screen.parts[part], numberText(count));
  }
}
