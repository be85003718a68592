import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { Allowance } from '#domain/deadline';
import { receptionWords } from '#wording/reception';
import { uiWords } from '#wording/ui';
import { OfficeClock } from '../api/index.ts';
import { injectWords, momentText } from '../language/index.ts';
import { Badge, CalendarStrip } from '../ui/index.ts';
import type { DueToCome } from './due-preview.ts';

/** *Hạn trả dự kiến* and what it is counted by, while the receipt is still being typed. */
@Component({
  selector: 'mc-due-panel',
  imports: [Badge, CalendarStrip],
  templateUrl: './due-panel.html',
  styleUrl: './due-panel.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DuePanel {
  readonly #words = injectWords(receptionWords);
  readonly #clock = inject(OfficeClock);
  protected readonly ui = injectWords(uiWords);
  protected readonly momentText = momentText;
  protected readonly words = computed(() => this.#words().due);

  readonly due = input<DueToCome>();
  /** Why there is nothing to show, where there is not. */
  readonly why = input<'choose' | 'none' | 'notYet' | 'unknown'>('choose');

  protected readonly rule = computed(() => {
    const { by } = this.words();
    const rule = this.due()?.rule;
    return rule === undefined ? '' : `${by[rule.by]}: ${this.#said(rule.allowance)}`;
  });

  /** *Lệch hạn*: what we would have promised ourselves. */
  protected readonly difference = computed(() => {
    const { isDeclared = false, dueAt = null, oursAt = null } = this.due() ?? {};
    const isDifferent = isDeclared && oursAt !== null && oursAt !== dueAt;
    return isDifferent ? this.words().difference(momentText(oursAt)) : undefined;
  });

  protected readonly isPast = computed(() => {
    const [dueAt, now] = [this.due()?.dueAt, this.#clock.now()];
    return typeof dueAt === 'number' && now !== undefined && dueAt < now;
  });

  #said(allowance: Allowance): string {
    const words = this.words();
    return allowance.kind === 'sameDay'
      ? words.sameDay(allowance.cutoff)
      : words[allowance.kind](allowance.amount);
  }
}
