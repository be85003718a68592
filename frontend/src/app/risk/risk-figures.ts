import { ChangeDetectionStrategy, Component, computed, input, viewChild } from '@angular/core';
import type { RiskFigure, RiskFigures } from '#contract/risk';
import { riskWords } from '#wording/risk';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Button, Dialog, Notice } from '../ui/index.ts';

/** How far expectations were off where they were tried: nothing is asked to be believed. */
@Component({
  selector: 'mc-risk-figures',
  imports: [Badge, Button, Dialog, Notice],
  templateUrl: './risk-figures.html',
  styleUrl: './risk-figures.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RiskFiguresDrawer {
  protected readonly words = injectWords(riskWords);
  protected readonly dialog = viewChild.required(Dialog);
  protected readonly numberText = numberText;
  readonly figures = input<RiskFigures>();

  protected readonly text = computed(() => {
    const told = this.figures();
    if (told === undefined || told.learnedAt === null) return this.words().unlearnedHint;
    return this.words().figures.text(numberText(told.dossiers), readMoment(told.learnedAt));
  });

  open(): void {
    this.dialog().open();
  }

  protected stepOf({ step }: RiskFigure): string {
    if (step === null) return '–';
    return this.words().figures.stepOf(numberText(step.predicted, 3), numberText(step.byRate, 3));
  }
}
