import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  resource,
  untracked,
} from '@angular/core';
import { alertPeoplePath, alertPeopleSchema } from '#contract/alerts';
import { alertWords } from '#wording/alerts';
import { ApiClient, Session } from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { AlertWatch } from './alert-watch.ts';

/** How much lies with whom, for the head of a department; an officer has no table of one row. */
@Component({
  selector: 'mc-alert-people',
  template: `@if (rows().length > 1) {
    <details class="panel">
      <summary>{{ words().people }}</summary>
      <p class="muted">{{ words().peopleHint }}</p>
      <div class="frame" tabindex="0" role="group" [attr.aria-label]="words().people">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ words().person }}</th>
              <th scope="col">{{ words().severities.late }}</th>
              <th scope="col">{{ words().severities.warning }}</th>
              <th scope="col">{{ words().severities.info }}</th>
              <th scope="col">{{ words().tabs.acknowledged }}</th>
            </tr>
          </thead>
          <tbody>
            @for (row of rows(); track row.userId) {
              <tr>
                <th scope="row">{{ row.displayName }}</th>
                <td [class.late]="row.bySeverity.late > 0">
                  {{ numberText(row.bySeverity.late) }}
                </td>
                <td>{{ numberText(row.bySeverity.warning) }}</td>
                <td>{{ numberText(row.bySeverity.info) }}</td>
                <td>{{ numberText(row.acknowledged) }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
    </details>
  }`,
  styles: `
    details {
      padding: var(--s2) var(--s4);
    }
    summary {
      font-weight: 600;
    }
    .frame {
      overflow-x: auto;
    }
    table {
      width: 100%;
      border-collapse: collapse;
    }
    th,
    td {
      padding: var(--s1) var(--s2);
      border-bottom: 1px solid var(--rule);
      text-align: right;
    }
    th:first-child {
      text-align: left;
      overflow-wrap: anywhere;
    }
    tbody th {
      font-weight: 400;
    }
    .late {
      color: var(--overdue);
      font-weight: 650;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AlertPeople {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #watch = inject(AlertWatch);
  protected readonly words = injectWords(alertWords);
  protected readonly numberText = numberText;

  readonly #people = resource({
    params: () => (this.#session.has('head') ? this.#session.unit()?.id : undefined),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(alertPeoplePath, alertPeopleSchema, { query: { unitId }, abort }),
  });
  protected readonly rows = computed(() =>
    this.#people.hasValue() ? this.#people.value().items : [],
  );

  constructor() {
    effect(() => {
      this.#watch.turn();
      untracked(() => this.#people.reload());
    });
  }
}
