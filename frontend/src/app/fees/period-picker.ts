import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { Day } from '#domain/working-time';
import { feesWords } from '#wording/fees';
import { injectWords } from '../language/index.ts';
import { Button, DayInput } from '../ui/index.ts';
import { type Period, namedPeriod, periodNames } from './fee-filters.ts';

/** Which days: those asked for most by one press, any others by two dates. */
@Component({
  selector: 'mc-period-picker',
  imports: [Button, DayInput],
  template: `<div class="period" role="group" [attr.aria-label]="words().period">
    @for (each of offers(); track each.name) {
      <button
        mcButton
        small
        [kind]="each.isChosen ? 'primary' : 'plain'"
        [attr.aria-pressed]="each.isChosen"
        (click)="chosen.emit(each.period)"
      >
        {{ words().periods[each.name] }}
      </button>
    }
    <mc-day-input [label]="words().from" [day]="period().from" (chosen)="take('from', $event)" />
    <span aria-hidden="true">–</span>
    <mc-day-input [label]="words().to" [day]="period().to" (chosen)="take('to', $event)" />
  </div>`,
  styles: `
    .period {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PeriodPicker {
  protected readonly words = injectWords(feesWords);
  readonly today = input.required<Day>();
  readonly period = input.required<Period>();
  readonly chosen = output<Period>();

  protected readonly offers = computed(() =>
    periodNames.map((name) => {
      const period = namedPeriod(name, this.today());
      const { from, to } = this.period();
      return { name, period, isChosen: period.from === from && period.to === to };
    }),
  );

  /** A first day after the last moves the last along, and the other way round. */
  protected take(end: 'from' | 'to', day: string): void {
    const from = end === 'from' ? day : this.period().from;
    const to = end === 'to' ? day : this.period().to;
    this.chosen.emit(from <= to ? { from, to } : { from: day, to: day });
  }
}
