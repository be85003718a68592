import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  resource,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import type { AlertItem } from '#contract/alerts';
import { alertWords } from '#wording/alerts';
import { noticeWords } from '#wording/notices';
import { ApiClient, Session, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Notice, Waiting } from '../ui/index.ts';
import { lookOf, sentenceOf } from './alert-looks.ts';
import { askAlerts } from './alert-shelf.ts';
import { AlertWatch } from './alert-watch.ts';
import { ALERTS_PLACE } from './alerts-place.ts';

/** What still speaks, or will speak again. */
const STANDING = ['open', 'snoozed', 'acknowledged'] as const;

/** What somebody is alerted of about one dossier, beside it and quietly. */
@Component({
  selector: 'mc-dossier-alerts',
  imports: [Badge, Notice, RouterLink, Waiting],
  template: `<h2>{{ words().ofDossier }}</h2>
    @if (alerts.error(); as error) {
      <mc-notice
        kind="failed"
        [heading]="problemOf(error)?.title"
        [canRetry]="true"
        (retry)="alerts.reload()"
      />
    } @else if (alerts.hasValue()) {
      <ul role="list">
        @for (row of rows(); track row.id) {
          <li>
            <a [routerLink]="place" [queryParams]="row.query">{{ row.text }}</a>
            <span class="marks">
              <mc-badge [tone]="row.look.tone" [icon]="row.look.icon">{{ row.look.text }}</mc-badge>
              @if (row.standing; as standing) {
                <span class="muted">{{ standing }}</span>
              }
            </span>
          </li>
        } @empty {
          <li class="muted">{{ words().noneOfDossier }}</li>
        }
      </ul>
    } @else {
      <mc-waiting [lines]="2" />
    }`,
  styles: `
    :host,
    ul {
      display: grid;
      gap: var(--s2);
    }
    li {
      display: grid;
      gap: 2px;
    }
    a {
      overflow-wrap: anywhere;
    }
    .marks {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierAlerts {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #watch = inject(AlertWatch);
  readonly #notices = injectWords(noticeWords);
  protected readonly words = injectWords(alertWords);
  protected readonly place = `/${ALERTS_PLACE}`;
  protected readonly problemOf = problemOf;
  readonly dossierId = input.required<string>();

  protected readonly alerts = resource({
    params: () => this.dossierId(),
    loader: async ({ params: dossierId, abortSignal: abort }) => {
      const unitId = this.#session.unit()?.id;
      const told = await Promise.all(
        STANDING.map((status) => askAlerts(this.#api, { status, unitId, dossierId }, abort)),
      );
      return told.flatMap(({ items }) => items);
    },
  });

  protected readonly rows = computed(() => {
    const items = this.alerts.hasValue() ? this.alerts.value() : [];
    return items.map((alert) => ({
      id: alert.id,
      text: sentenceOf(alert, this.#notices()),
      look: lookOf(alert, this.words()),
      standing: this.#standingOf(alert),
      query: { tab: alert.status === 'open' ? null : alert.status, open: alert.id },
    }));
  });

  constructor() {
    effect(() => {
      this.#watch.turn();
      untracked(() => this.alerts.reload());
    });
  }

  #standingOf({ status, snoozedUntil }: AlertItem): string {
    const words = this.words();
    if (status === 'snoozed') return words.snoozed(readMoment(snoozedUntil));
    return status === 'acknowledged' ? words.tabs.acknowledged : '';
  }
}
