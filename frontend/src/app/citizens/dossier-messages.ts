import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import {
  consentPath,
  dossierMessagesPath,
  dossierMessagesSchema,
  type CitizenMessage,
} from '#contract/citizens';
import { dossiersPath } from '#contract/dossiers';
import { citizenWords } from '#wording/citizens';
import { ApiClient, Session, injectLive, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Button, Notice, Toasts, Waiting } from '../ui/index.ts';
import { MESSAGE_LOOKS } from './message-looks.ts';

/** *Báo tin cho người nộp*: whether they want to be told, and what became of each word. One quiet line each. */
@Component({
  selector: 'mc-dossier-messages',
  imports: [Badge, Button, Notice, Waiting],
  template: `<h2>{{ words().dossier.heading }}</h2>
    @if (told.error(); as error) {
      <mc-notice
        kind="failed"
        [heading]="problemOf(error)?.title"
        [canRetry]="true"
        (retry)="told.reload()"
      />
    } @else if (told.hasValue()) {
      <p>{{ consent() }}</p>
      @if (mayTell()) {
        <p class="unprinted">
          @if (told.value().consent?.isGiven === true) {
            <button mcButton small icon="close" [busy]="busy()" (click)="say(false)">
              {{ words().dossier.withdraw }}
            </button>
          } @else {
            <button mcButton small icon="check" [busy]="busy()" (click)="say(true)">
              {{ words().dossier.give }}
            </button>
          }
        </p>
      }
      <ul role="list">
        @for (item of told.value().items; track item.id) {
          <li>
            <span>{{ words().kinds[item.kind] }}</span>
            <mc-badge [tone]="looks[item.state].tone" [icon]="looks[item.state].icon">{{
              words().states[item.state]
            }}</mc-badge>
            <span class="muted">{{ besides(item) }}</span>
          </li>
        } @empty {
          <li class="muted">{{ words().dossier.none }}</li>
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
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: var(--s1) var(--s2);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierMessagesPanel {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(citizenWords);
  protected readonly problemOf = problemOf;
  protected readonly looks = MESSAGE_LOOKS;
  protected readonly busy = signal(false);
  readonly dossierId = input.required<string>();
  protected readonly mayTell = computed(() => this.#session.may('citizens.tell'));

  protected readonly told = resource({
    params: () => this.dossierId(),
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(`${dossiersPath}/${id}/${dossierMessagesPath}`, dossierMessagesSchema, {
        abort,
      }),
  });

  protected readonly consent = computed(() => {
    const consent = this.told.hasValue() ? this.told.value().consent : null;
    const words = this.words().dossier;
    if (consent === null) return words.notAsked;
    const sentence = consent.isGiven ? words.given : words.withdrawn;
    return sentence(consent.by, readMoment(consent.at));
  });

  constructor() {
    injectLive((news) => {
      if (news === 'reset' || (news.type === 'message' && news.id === this.dossierId())) {
        this.told.reload();
      }
    });
  }

  protected besides({ fault, way, settledAt }: CitizenMessage): string {
    const words = this.words();
    return [
      settledAt === null ? '' : readMoment(settledAt),
      way === null ? '' : words.ways[way],
      fault === null ? '' : words.faults[fault],
    ]
      .filter((part) => part !== '')
      .join(' · ');
  }

  protected async say(isGiven: boolean): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      path: `${dossiersPath}/${this.dossierId()}/${consentPath}`,
      method: 'PUT',
      body: { isGiven },
      answer: dossierMessagesSchema,
    });
    this.busy.set(false);
    if (answer.ok) this.told.set(answer.value);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
  }
}
