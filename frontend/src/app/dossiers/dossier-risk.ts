import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { OFTEN_LATE_PERCENT, riskDossierPath, riskSchema } from '#contract/risk';
import { parseInstant } from '#domain/working-time';
import { stateWording } from '#wording';
import { riskWords } from '#wording/risk';
import { ApiClient, OfficeClock, Session } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { reasonText } from './risk-reason.ts';
import { Badge } from '../ui/index.ts';

/** When a dossier may be expected to be finished; nothing where nothing is expected. */
@Component({
  selector: 'mc-dossier-risk',
  imports: [Badge],
  template: `@if (told(); as risk) {
    <p class="expected">
      @if (isLikely()) {
        <mc-badge tone="near" icon="clock">{{ words().badge(risk.latePercent ?? 0) }}</mc-badge>
      }
      <b>{{ words().onTime(readMoment(risk.expectedAt)) }}</b>
    </p>
    <p class="reason">{{ reason() }}</p>
  }`,
  styles: `
    :host {
      display: grid;
      gap: var(--s1);
      margin-top: var(--s3);
    }

    :host:empty {
      display: none;
    }

    .expected {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s2);
    }

    .reason {
      color: var(--ink-muted);
      overflow-wrap: anywhere;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierRisk {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #clock = inject(OfficeClock);
  readonly #states = injectWords(stateWording);
  protected readonly words = injectWords(riskWords);
  protected readonly readMoment = readMoment;
  readonly id = input.required<string>();
  /** Another version may have another expectation. */
  readonly version = input.required<number>();

  readonly #risk = resource({
    params: () =>
      this.#session.may('risk.read') ? { id: this.id(), version: this.version() } : undefined,
    loader: ({ params: { id }, abortSignal: abort }) =>
      this.#api.read(riskDossierPath(id), riskSchema, { abort }),
  });
  // What is not known is left out: nobody waits for an expectation, and a failed one is no news.
  protected readonly told = computed(() =>
    this.#risk.hasValue() ? (this.#risk.value().risk ?? undefined) : undefined,
  );
  /** What is late already is no risk any more. */
  protected readonly isLikely = computed(() => {
    const risk = this.told();
    const [due, now] = [parseInstant(risk?.dueAt ?? ''), this.#clock.now()];
    if (due === undefined || now === undefined || now >= due) return false;
    return (risk?.latePercent ?? 0) >= OFTEN_LATE_PERCENT;
  });
  protected readonly reason = computed(() => {
    const risk = this.told();
    return risk && reasonText(risk, this.words(), this.#states());
  });
}
