import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { ClockAnswer } from '#contract/dossiers';
import type { Allowance, DueRule } from '#domain/deadline';
import { isOpen } from '#domain/dossier';
import { dossierWords } from '#wording/dossiers';
import { uiWords } from '#wording/ui';
import { OfficeClock } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { CalendarStrip, ClockBar, type ClockPause, spanText } from '../ui/index.ts';
import type { DossierView } from './dossier-view.ts';
import { pausesOf } from './pauses-of.ts';

/** How long the citizen has waited, how long there is still, and what the due moment comes from. */
@Component({
  selector: 'mc-clock-panel',
  imports: [CalendarStrip, ClockBar],
  templateUrl: './clock-panel.html',
  styleUrl: './clock-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClockPanel {
  protected readonly words = injectWords(dossierWords);
  readonly #ui = injectWords(uiWords);
  protected readonly clock = inject(OfficeClock);
  protected readonly readMoment = readMoment;
  readonly view = input.required<DossierView>();

  protected readonly told = computed<ClockAnswer>(() => this.view().clock);
  protected readonly pauses = computed<readonly ClockPause[]>(() => pausesOf(this.view().office));
  protected readonly differs = computed(() => {
    const { declaredDueAt, oursAt } = this.told();
    return declaredDueAt !== null && oursAt !== null && declaredDueAt !== oursAt;
  });

  /** In words what the bar draws. */
  protected readonly sum = computed(() => {
    const { elapsed, remaining, paused } = this.told();
    const words = this.words();
    const left = isOpen(this.view().detail.state) ? (remaining ?? 0) : 0;
    const parts = [
      [elapsed, words.elapsed],
      [Math.max(left, 0), words.remaining],
      [Math.max(-left, 0), words.overBy],
      [paused, words.pausedFor],
    ] as const;
    return parts
      .flatMap(([span, say]) =>
        span === null || span === 0 ? [] : [say(spanText(span, this.#ui().span))],
      )
      .join(', ');
  });

  protected readonly counts = computed(() => {
    const kinds = this.told().explanation.map(({ kind }) => kind);
    const count = (...wanted: readonly string[]): number =>
      kinds.filter((kind) => wanted.includes(kind)).length;
    return this.words().basisSum(
      count('counted', 'makeUp'),
      count('dayOff', 'weekend', 'rolled'),
      count('paused'),
    );
  });

  protected readonly rule = computed(() => {
    const rule = this.told().rule as DueRule | null;
    if (rule === null) return undefined;
    const { rules } = this.words();
    return 'allowance' in rule ? rules[rule.by](this.#allowance(rule.allowance)) : rules[rule.by];
  });

  #allowance(allowance: Allowance): string {
    const { allowances } = this.words();
    return allowance.kind === 'sameDay'
      ? allowances.sameDay(allowance.cutoff)
      : allowances[allowance.kind](allowance.amount);
  }
}
