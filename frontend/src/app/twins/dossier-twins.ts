import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dossierAnswerSchema, dossiersPath, type DossierDetail } from '#contract/dossiers';
import { dossierTwinsPath, dossierTwinsSchema } from '#contract/twins';
import { twinsWords } from '#wording/twins';
import { ApiClient, Session, Sources, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { DOSSIER_PLACE } from '../shell/index.ts';
import { Button, Confirmations, Toasts } from '../ui/index.ts';

/** *Hồ sơ nghi trùng*: seen beside the dossier, linked only by a person who confirms it. */
@Component({
  selector: 'mc-dossier-twins',
  imports: [Button, RouterLink],
  template: `@if (twins().length > 0) {
    <h3>{{ words().heading }}</h3>
    <p>{{ words().hint }}</p>
    <ul role="list">
      @for (twin of twins(); track twin.id) {
        <li>
          <a [routerLink]="['/', place, twin.id]">{{ codeOf(twin) }}</a>
          <span class="muted">{{ sources.nameOf(twin.source ?? '') }}</span>
          @if (mayLink()) {
            <button mcButton small [busy]="busy()" (click)="link(twin)">
              {{ words().link(codeOf(twin)) }}
            </button>
          }
        </li>
      }
    </ul>
  }`,
  styleUrl: './dossier-twins.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class DossierTwinsPanel {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #confirmations = inject(Confirmations);
  readonly #toasts = inject(Toasts);
  protected readonly place = DOSSIER_PLACE;
  protected readonly sources = inject(Sources);
  protected readonly words = injectWords(twinsWords);
  readonly detail = input.required<DossierDetail>();

  readonly #found = resource({
    params: () => ({ id: this.detail().id, linkedTo: this.detail().linkedTo }),
    loader: ({ params, abortSignal: abort }) =>
      this.#api.read(`${dossiersPath}/${params.id}/${dossierTwinsPath}`, dossierTwinsSchema, {
        abort,
      }),
  });
  protected readonly twins = computed(() =>
    this.#found.hasValue() ? this.#found.value().items : [],
  );
  protected readonly mayLink = computed(() => this.#session.may('dossiers.link'));
  protected readonly busy = signal(false);

  protected codeOf({ officialCode, code }: Twin): string {
    return officialCode ?? code;
  }

  protected async link(twin: Twin): Promise<void> {
    const words = this.words();
    const question = {
      heading: words.confirm,
      text: words.link(this.codeOf(twin)),
      act: words.act,
    };
    if (this.busy() || (await this.#confirmations.ask(question)) === undefined) return;
    this.busy.set(true);
    const { id, version } = this.detail();
    const answer = await this.#api.act({
      ...{ path: `${dossiersPath}/${id}/link`, body: { dossierId: twin.id }, version },
      ...{ answer: dossierAnswerSchema, key: newActKey() },
    });
    this.busy.set(false);
    if (answer.ok) this.#toasts.done(words.linked);
    else this.#toasts.failed(answer.problem.title);
  }
}

interface Twin {
  readonly id: string;
  readonly code: string;
  readonly officialCode: string | null;
  readonly source: string | null;
}
