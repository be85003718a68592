import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  signal,
  untracked,
} from '@angular/core';
import { type DossierDetail, dossiersPath, maskedFields, revealedSchema } from '#contract/dossiers';
import { dossierWords } from '#wording/dossiers';
import { ApiClient, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Confirmations, Toasts } from '../ui/index.ts';

/** So long what was masked may be read; then it hides by itself. */
const SHOWN_MS = 60_000;

type Revealed = Readonly<Partial<Record<string, string | null>>>;

/** *Người nộp*: masked, and shown whole to whoever says why; that is written down. */
@Component({
  selector: 'mc-applicant-panel',
  imports: [Button],
  templateUrl: './applicant-panel.html',
  styleUrl: './side-panels.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApplicantPanel {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(dossierWords);
  readonly detail = input.required<DossierDetail>();
  protected readonly revealed = signal<Revealed | undefined>(undefined);
  protected readonly busy = signal(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #id = computed(() => this.detail().id);
  protected readonly mayReveal = computed(() => this.#session.may('personalData.reveal'));
  protected readonly lines = computed(() => {
    const { applicant } = this.detail();
    const shown = this.revealed() ?? {};
    const fields = [...maskedFields, ...(this.revealed() === undefined ? [] : ['lookupCode'])];
    return fields.flatMap((field) => {
      const masked = (applicant as Revealed | null)?.[field] ?? null;
      const text = shown[field] ?? masked;
      return text === null ? [] : [{ label: this.words().person[field] ?? field, text }];
    });
  });

  constructor() {
    // Another dossier, another person.
    effect(() => {
      this.#id();
      untracked(() => this.hide());
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(this.#timer));
  }

  protected hide(): void {
    clearTimeout(this.#timer);
    this.revealed.set(undefined);
  }

  protected async reveal(): Promise<void> {
    const { revealHeading, revealText, reveal } = this.words();
    const confirmed = await this.#confirmations.ask({
      heading: revealHeading,
      text: revealText,
      act: reveal,
      reason: 'required',
    });
    if (confirmed === undefined || this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      path: `${dossiersPath}/${this.detail().id}/reveal`,
      body: { fields: [...maskedFields, 'lookupCode'], reason: confirmed.reason ?? '' },
      answer: revealedSchema,
    });
    this.busy.set(false);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.revealed.set(answer.value);
    this.#timer = setTimeout(() => this.hide(), SHOWN_MS);
  }
}
