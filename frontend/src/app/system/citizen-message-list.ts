import { ChangeDetectionStrategy, Component, effect, inject, untracked } from '@angular/core';
import {
  type CitizenMessage,
  citizenMessagePageSchema,
  citizenMessagesPath,
} from '#contract/citizens';
import { citizenWords } from '#wording/citizens';
import { systemWords } from '#wording/system';
import { ApiClient, PagedList, Session } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Button, Code, Notice, Waiting } from '../ui/index.ts';

const SHOWN = 20;

/** What left for citizens, and what did not; no name stands here. */
@Component({
  selector: 'mc-citizen-message-list',
  imports: [Button, Code, Notice, Waiting],
  template: `<section class="panel" aria-labelledby="mc-citizen-list">
    <h2 id="mc-citizen-list">{{ words().system.heading }}</h2>
    @if (list.problem(); as problem) {
      <mc-notice
        kind="failed"
        [heading]="problem.title"
        [text]="problem.detail"
        [canRetry]="true"
        (retry)="list.reload()"
      />
    } @else if (list.items().length > 0) {
      <div class="wide" tabindex="0" role="group" [attr.aria-label]="words().system.caption">
        <table>
          <thead>
            <tr>
              <th scope="col">{{ words().system.columns.at }}</th>
              <th scope="col">{{ words().system.columns.code }}</th>
              <th scope="col">{{ words().system.columns.kind }}</th>
              <th scope="col">{{ words().system.columns.state }}</th>
              <th scope="col">{{ words().system.columns.way }}</th>
            </tr>
          </thead>
          <tbody>
            @for (item of list.items(); track item.id) {
              <tr>
                <td>{{ readMoment(item.settledAt ?? item.at) }}</td>
                <td><mc-code [value]="item.dossierCode" /></td>
                <td>{{ words().kinds[item.kind] }}</td>
                <td>
                  {{ words().states[item.state] }}
                  @if (item.fault; as fault) {
                    <p class="muted">{{ words().faults[fault] }}</p>
                  }
                </td>
                <td>{{ item.way === null ? '–' : words().ways[item.way] }}</td>
              </tr>
            }
          </tbody>
        </table>
      </div>
      @if (!list.isComplete()) {
        <button mcButton class="more" [busy]="list.loading()" (click)="list.more()">
          {{ system().deliveries.more }}
        </button>
      }
    } @else if (list.loading()) {
      <mc-waiting [lines]="3" />
    } @else {
      <mc-notice kind="done" [heading]="words().system.none" />
    }
  </section>`,
  styleUrls: ['./tables.css', './delivery-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CitizenMessageList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  protected readonly words = injectWords(citizenWords);
  protected readonly system = injectWords(systemWords);
  protected readonly readMoment = readMoment;
  protected readonly list = new PagedList<CitizenMessage>((cursor, abort) =>
    this.#api.read(citizenMessagesPath, citizenMessagePageSchema, {
      query: { unitId: this.#session.unit()?.id, cursor, limit: SHOWN },
      abort,
    }),
  );

  constructor() {
    effect(() => {
      this.#session.unit();
      untracked(() => void this.list.reload());
    });
  }
}
