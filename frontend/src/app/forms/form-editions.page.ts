import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  formEditionListSchema,
  formEditionSchema,
  formEditionsPath,
  previewFormEditionSchema,
  type FormEditionAnswer,
} from '#contract/forms';
import type { FormEdition } from '#domain/form';
import { formWords } from '#wording/forms';
import { ApiClient, Drafts, People, Session, problemOf, type ClientProblem } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  type Question,
} from '../ui/index.ts';
import { STANDARD, faultsOf, isOwn, isSame, nameOfPiece } from './edition-draft.ts';
import { FormPreview } from './form-preview.ts';
import { SheetForm } from './sheet-form.ts';

const wordingOf = ({ texts, without }: FormEdition): FormEdition => ({ texts, without });

/** *Mẫu biểu*: how the office words Mẫu 01–07, looked at as they are printed, kept version by version. */
@Component({
  selector: 'mc-form-editions',
  imports: [Badge, Button, FormPreview, Kbd, Notice, Page, RouterLink, SheetForm, Waiting],
  templateUrl: './form-editions.page.html',
  styleUrl: './form-editions.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FormEditionsPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #people = inject(People);
  readonly #drafts = inject(Drafts);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(formWords);
  protected readonly readMoment = readMoment;
  protected readonly isOwn = isOwn;
  /** Which form, from the address bar. */
  readonly mau = input<string>();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly told = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(formEditionsPath, formEditionListSchema, { query: { unitId }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  protected readonly items = computed(() => (this.told.hasValue() ? this.told.value().items : []));
  protected readonly chosen = computed(
    () => this.items().find(({ sheet }) => sheet === this.mau()) ?? this.items()[0],
  );
  /** What is being typed; it waits while another form is looked at. */
  protected readonly draft = linkedSignal<FormEditionAnswer | undefined, FormEdition>({
    source: () => this.chosen(),
    computation: (chosen) => this.#keptDraft(chosen) ?? (chosen ? wordingOf(chosen) : STANDARD),
  });
  protected readonly isChanged = computed(() => {
    const chosen = this.chosen();
    return chosen !== undefined && !isSame(chosen, this.draft());
  });
  /** The parts that keep it from being saved, by name. */
  protected readonly lacking = computed(() => {
    const { pieces } = this.chosen() ?? { pieces: [] };
    const faults = faultsOf(pieces, this.draft(), this.words());
    return pieces
      .filter(({ key }) => faults.has(key))
      .map((piece) => nameOfPiece(piece, this.words()));
  });
  protected readonly refusal = computed(() =>
    this.lacking().length > 0 ? this.words().refused(this.lacking()) : undefined,
  );
  protected readonly isLooking = signal(false);
  protected readonly looked = computed(() => {
    const chosen = this.chosen();
    return chosen && { unitId: this.#unitId(), sheet: chosen.sheet, edition: this.draft() };
  });
  protected readonly saving = signal(false);
  protected readonly refused = signal<ClientProblem | undefined>(undefined);

  constructor() {
    const keys = computed(() => this.words().keys);
    injectShortcut(
      'l',
      computed(() => keys().save),
      () => void this.save(),
    );
    injectShortcut(
      'c',
      computed(() => keys().standard),
      () => void this.backToStandard(),
    );
    injectShortcut(
      'x',
      computed(() => keys().preview),
      () => this.look(),
    );
  }

  /** An administrator of the city is not among the people of the unit. */
  protected setterOf(userId: string): string {
    const me = this.#session.me()?.user;
    const own = me?.id === userId ? me.displayName : undefined;
    return own ?? this.#people.nameOf(userId) ?? this.words().someone;
  }

  protected change(edition: FormEdition): void {
    this.refused.set(undefined);
    this.draft.set(edition);
    this.#drafts.keep(this.#draftName(), edition);
  }

  protected drop(): void {
    this.#drafts.drop(this.#draftName());
    this.refused.set(undefined);
    this.draft.set(wordingOf(this.chosen() ?? STANDARD));
  }

  protected look(): void {
    this.isLooking.update((isLooking) => !isLooking);
  }

  protected async save(): Promise<void> {
    if (!this.isChanged() || this.refusal() !== undefined) return;
    const { saveHeading: heading, saveText: text, save: act } = this.words();
    await this.#set(this.draft(), { heading, text, act, reason: 'optional' });
  }

  protected async backToStandard(): Promise<void> {
    const chosen = this.chosen();
    if (chosen === undefined || !isOwn(chosen)) {
      this.drop();
      return;
    }
    const { standardHeading: heading, standardText: text, standardAct: act } = this.words();
    await this.#set(STANDARD, { heading, text, act, reason: 'optional' });
  }

  async #set(edition: FormEdition, question: Question): Promise<void> {
    const chosen = this.chosen();
    if (chosen === undefined || this.saving()) return;
    const confirmed = await this.#confirmations.ask(question);
    if (confirmed === undefined) return;
    const { version, sheet } = chosen;
    const reason = confirmed.reason?.trim();
    this.saving.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: `${formEditionsPath}/${sheet}`, answer: formEditionSchema },
      body: { unitId: this.#unitId(), version, ...(reason && { reason }), ...edition },
    });
    this.saving.set(false);
    if (answer.ok) this.#saved(answer.value);
    else this.refused.set(answer.problem);
  }

  #saved(saved: FormEditionAnswer): void {
    this.#drafts.drop(this.#draftName());
    this.refused.set(undefined);
    this.told.update(
      (told) =>
        told && { items: told.items.map((each) => (each.sheet === saved.sheet ? saved : each)) },
    );
    this.#toasts.done(this.words().saved(saved.version));
  }

  #keptDraft(chosen: FormEditionAnswer | undefined): FormEdition | undefined {
    if (chosen === undefined) return undefined;
    return this.#drafts.find(this.#draftNameOf(chosen), previewFormEditionSchema);
  }

  #draftName(): string {
    const chosen = this.chosen();
    return chosen === undefined ? 'form' : this.#draftNameOf(chosen);
  }

  /** Of this very version: one begun on an older is let go. */
  #draftNameOf({ unitId, sheet, version }: FormEditionAnswer): string {
    return `form-edition/${unitId}/${sheet}/${version}`;
  }
}
