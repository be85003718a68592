import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { shellWords } from '#wording/shell';
import { OfficeClock } from '../api/index.ts';
import { injectWords, momentText, numberText, timeText } from '../language/index.ts';
import { Badge } from '../ui/index.ts';

/** What time it is in the office; in a trial, how much faster it passes. */
@Component({
  selector: 'mc-office-time',
  imports: [Badge],
  template: `@if (clock.now(); as now) {
    <time [title]="words().officeTime + ' ' + momentText(now)">{{ timeText(now) }}</time>
    @if (clock.rate() !== 1) {
      <mc-badge icon="clock">{{ words().officeTimeMoved(rate()) }}</mc-badge>
    }
  }`,
  styles: `
    :host {
      display: inline-flex;
      align-items: center;
      gap: var(--s2);
      color: var(--ink-muted);
      font-size: var(--text-s);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OfficeTimeSign {
  protected readonly clock = inject(OfficeClock);
  protected readonly words = injectWords(shellWords);
  protected readonly rate = computed(() => numberText(this.clock.rate()));
  protected readonly timeText = timeText;
  protected readonly momentText = momentText;
}
