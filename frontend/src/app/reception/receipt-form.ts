import {
  ChangeDetectionStrategy,
  Component,
  type ElementRef,
  afterNextRender,
  computed,
  effect,
  inject,
  output,
  resource,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  type CreatedDossier,
  channels,
  createdDossierSchema,
  dossierPageSchema,
  dossiersPath,
} from '#contract/dossiers';
import type { Procedure } from '#contract/procedures';
import { citizenWords } from '#wording/citizens';
import { receptionWords } from '#wording/reception';
import {
  ApiClient,
  type ClientProblem,
  Drafts,
  OfficeCalendar,
  OfficeClock,
} from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Combobox, Field, FieldInput, Icon, Kbd } from '../ui/index.ts';
import { ActKeyFor } from './act-key-for.ts';
import { ApplicantMore } from './applicant-more.ts';
import { DuePanel } from './due-panel.ts';
import { HandedIn } from './handed-in.ts';
import { type Receiving, dueToCome } from './due-preview.ts';
import { settled } from './known-applicants.ts';
import {
  type ReceiptDraft,
  bodyOf,
  componentsOf,
  emptyDraft,
  faultsOf,
  hasMore,
  isEmptyDraft,
  receiptDraftSchema,
  typedDue,
  typedMoment,
} from './receipt-draft.ts';
import { ReceptionDesk } from './reception-desk.ts';
import { codeIn } from './scan-ear.ts';

const DRAFT = 'receipt';

export interface Receipt {
  readonly dossier: CreatedDossier;
  readonly procedure: Procedure | undefined;
}

/** The receipt as it is typed where nothing can be pasted or scanned: no mouse, nothing twice. */
@Component({
  selector: 'mc-receipt-form',
  imports: [
    ApplicantMore,
    Button,
    Combobox,
    DuePanel,
    Field,
    FieldInput,
    HandedIn,
    Icon,
    Kbd,
    RouterLink,
  ],
  templateUrl: './receipt-form.html',
  styleUrl: './receipt-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReceiptForm {
  readonly #api = inject(ApiClient);
  readonly #drafts = inject(Drafts);
  readonly #clock = inject(OfficeClock);
  protected readonly desk = inject(ReceptionDesk);
  readonly #calendar = inject(OfficeCalendar).current;
  protected readonly words = injectWords(receptionWords);
  protected readonly citizens = injectWords(citizenWords);
  protected readonly channels = channels;
  protected readonly place = DOSSIER_PLACE;
  protected readonly procedureBox = viewChild.required(Combobox);
  protected readonly phoneBox = viewChild.required<ElementRef<HTMLInputElement>>('phoneBox');

  readonly received = output<Receipt>();
  readonly scanned = output<string>();

  readonly draft = signal<ReceiptDraft>(this.#drafts.find(DRAFT, receiptDraftSchema) ?? emptyDraft);
  protected readonly isMoreOpen = signal(hasMore(this.draft()));
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  readonly #keys = new ActKeyFor();

  protected readonly choices = computed(() =>
    this.desk.procedures().map(({ code, name }) => ({ value: code, label: name, note: code })),
  );
  protected readonly procedure = computed(() => this.desk.procedureOf(this.draft().procedureCode));
  protected readonly isEmpty = computed(() => isEmptyDraft(this.draft()));

  protected readonly faults = computed(() => {
    const faults = this.tried() ? faultsOf(this.draft(), this.#calendar()) : {};
    const said = Object.entries(faults).map(([field, fault]) => [field, this.words()[fault]]);
    return Object.fromEntries(said) as Readonly<Partial<Record<keyof typeof faults, string>>>;
  });

  readonly #receiving = computed<Receiving | undefined>(() => {
    const [draft, procedure] = [this.draft(), this.procedure()];
    const [now, mode] = [this.#clock.now(), this.desk.settings()?.mode];
    if (!procedure || now === undefined || !mode || draft.submitOnly) return undefined;
    const declaredDueAt = typedDue(draft.declaredDue, this.#calendar());
    const startedAt = typedMoment(draft.receivedAt) ?? now;
    return { procedure, variantKey: draft.variantKey, startedAt, declaredDueAt, mode };
  });

  protected readonly due = computed(() => {
    const [receiving, calendar] = [this.#receiving(), this.#calendar()];
    const due = receiving && calendar && dueToCome(receiving, calendar, receiving.startedAt);
    return due?.dueAt === null ? undefined : due;
  });

  protected readonly whyNoDue = computed(() => {
    if (this.procedure() === undefined) return 'choose';
    if (this.draft().submitOnly) return 'notYet';
    return this.desk.settings() === undefined ? 'unknown' : 'none';
  });

  readonly #existing = resource({
    params: () => codeIn(this.draft().officialCode),
    loader: async ({ params: q, abortSignal: abort }) => {
      await settled(abort);
      const query = { unitId: this.desk.unitId(), q, limit: 1 };
      const { items } = await this.#api.read(dossiersPath, dossierPageSchema, { query, abort });
      return items[0];
    },
  });
  protected readonly existingDossier = computed(() =>
    this.#existing.hasValue() ? this.#existing.value() : undefined,
  );

  constructor() {
    effect(() => {
      if (this.isEmpty()) this.#drafts.drop(DRAFT);
      else this.#drafts.keep(DRAFT, this.draft());
    });
    afterNextRender(() => this.procedureBox().focus());
  }

  set(changes: Partial<ReceiptDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...changes }));
  }

  /** A slip that nobody here knows yet: its code is written down, the rest is asked. */
  begin(officialCode: string): void {
    this.set({ officialCode });
    this.isMoreOpen.set(true);
    this.procedureBox().focus();
  }

  /** As it stood before a scanner wrote over it. */
  restore(draft: ReceiptDraft): void {
    this.draft.set(draft);
    this.procedureBox().forget();
  }

  protected choose(procedureCode: string | undefined): void {
    const components = componentsOf(this.desk.procedureOf(procedureCode));
    this.set({ procedureCode, variantKey: '', components });
    if (procedureCode !== undefined) this.phoneBox().nativeElement.focus();
  }

  /** In the empty field of procedures the number keys are favourites, and Enter ends a typed code. */
  protected pressInProcedure(event: KeyboardEvent): void {
    const { target: box, key } = event;
    if (!(box instanceof HTMLInputElement) || event.ctrlKey || event.altKey) return;
    const favourite = box.value === '' ? this.desk.favourites()[Number(key) - 1] : undefined;
    if (favourite !== undefined) {
      event.preventDefault();
      this.choose(favourite.code);
    } else if (key === 'Enter') this.#endCode(event, codeIn(box.value));
  }

  protected clear(): void {
    this.draft.set(emptyDraft);
    this.isMoreOpen.set(false);
    this.tried.set(false);
    this.problem.set(undefined);
    this.procedureBox().focus();
  }

  protected async submit(event: Event): Promise<void> {
    event.preventDefault();
    const [draft, calendar] = [this.draft(), this.#calendar()];
    this.tried.set(true);
    if (this.busy() || Object.keys(faultsOf(draft, calendar)).length > 0) return;
    const body = bodyOf(draft, this.desk.unitId() ?? 0, calendar);
    this.busy.set(true);
    this.problem.set(undefined);
    const answer = await this.#api.act({
      path: dossiersPath,
      body,
      answer: createdDossierSchema,
      key: this.#keys.of(body),
    });
    this.busy.set(false);
    if (answer.ok) this.#finish(answer.value);
    else this.problem.set(answer.problem);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement | HTMLSelectElement).value;
  }

  protected isOpened(event: Event): boolean {
    return (event.target as HTMLDetailsElement).open;
  }

  protected isChecked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  #endCode(event: Event, code: string | undefined): void {
    if (code === undefined) return;
    event.preventDefault();
    this.scanned.emit(code);
  }

  #finish(dossier: CreatedDossier): void {
    const procedure = this.procedure();
    this.desk.count(dossier.procedureCode);
    this.#keys.forget();
    this.clear();
    this.received.emit({ dossier, procedure });
  }
}
