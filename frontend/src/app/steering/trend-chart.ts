import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import { type SteeringTrend, trendDays } from '#contract/steering';
import { steeringWords } from '#wording/steering';
import { injectWords, numberText } from '../language/index.ts';
import { Chips, dayWords } from '../ui/index.ts';
import { shapeOf } from './trend-shape.ts';

/** What came and what went, day by day: drawn, said in a sentence, and told in a table. */
@Component({
  selector: 'mc-trend-chart',
  imports: [Chips],
  templateUrl: './trend-chart.html',
  styleUrl: './trend-chart.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrendChart {
  protected readonly words = injectWords(steeringWords);
  protected readonly numberText = numberText;
  protected readonly dayWords = dayWords;
  readonly trend = input.required<SteeringTrend>();
  readonly length = model.required<string | undefined>();

  protected readonly shape = computed(() => shapeOf(this.trend().days));
  protected readonly lengths = computed(() =>
    trendDays.map((days) => ({ value: String(days), label: this.words().trendDays(String(days)) })),
  );
  protected readonly said = computed(() => {
    const sum = (count: 'finished' | 'late' | 'received'): string =>
      numberText(this.trend().days.reduce((all, day) => all + day[count], 0));
    return this.words().trendSaid(sum('received'), sum('finished'), sum('late'));
  });
  protected readonly latestFirst = computed(() => this.trend().days.toReversed());
}
