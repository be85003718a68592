import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AlertRulesPreview } from '#contract/alerts';
import { DEFAULT_DELIVERY, type AlertKind } from '#domain/alert';
import { dateText } from '#wording/moment';
import { alertRuleWords } from '#wording/alert-rules';
import { People, Session } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Badge, Code } from '../ui/index.ts';

const signed = (now: number, then: number): string => {
  const change = then - now;
  if (change === 0) return '0';
  return `${change > 0 ? '+' : '−'}${numberText(Math.abs(change))}`;
};

/** *Tháng trước nếu theo quy tắc này*: the rules in force and the changed ones side by side. */
@Component({
  selector: 'mc-trial-result',
  imports: [Badge, Code, RouterLink],
  templateUrl: './trial-result.html',
  styleUrl: './trial-result.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TrialResult {
  readonly #people = inject(People);
  readonly #session = inject(Session);
  protected readonly words = injectWords(alertRuleWords);
  protected readonly numberText = numberText;
  protected readonly signed = signed;
  protected readonly most = DEFAULT_DELIVERY.dailyCap;
  protected readonly dossierPlace = DOSSIER_PLACE;
  protected readonly mayRead = computed(() => this.#session.may('dossiers.read'));

  readonly result = input.required<AlertRulesPreview>();

  protected readonly openedKind = signal<AlertKind | undefined>(undefined);
  protected readonly opened = computed(() =>
    this.result().kinds.find(({ kind }) => kind === this.openedKind()),
  );
  protected readonly noisy = computed(
    () => this.result().people.filter(({ then }) => then.mostADay > this.most).length,
  );
  protected readonly span = computed(() => {
    const { from, to, dossiers } = this.result();
    const day = (told: string): string => readMoment(told, dateText);
    return this.words().trial.span(day(from), day(to), dossiers);
  });

  protected nameOf(userId: string): string {
    return this.#people.nameOf(userId) ?? this.words().someone;
  }

  protected toggle(kind: AlertKind): void {
    this.openedKind.update((opened) => (opened === kind ? undefined : kind));
  }
}
