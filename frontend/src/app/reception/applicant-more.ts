import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  output,
  signal,
} from '@angular/core';
import { type KnownApplicant, dossiersPath, revealedSchema } from '#contract/dossiers';
import { receptionWords } from '#wording/reception';
import { ApiClient, Session } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Confirmations, Field, FieldInput, Toasts } from '../ui/index.ts';
import { knownApplicants } from './known-applicants.ts';
import type { DraftFaults, ReceiptDraft } from './receipt-draft.ts';
import { ReceptionDesk } from './reception-desk.ts';

const STORED = ['phone', 'idNumber', 'taxCode', 'address', 'email'] as const;

export type SaidFaults = Readonly<Partial<Record<keyof DraftFaults, string>>>;

/** Who has come before by the number typed, and what the slip says of them besides name and telephone. */
@Component({
  selector: 'mc-applicant-more',
  imports: [Button, Field, FieldInput],
  templateUrl: './applicant-more.html',
  styleUrl: './applicant-more.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ApplicantMore {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  readonly #session = inject(Session);
  readonly #all = injectWords(receptionWords);
  protected readonly words = computed(() => this.#all().applicant);
  readonly draft = input.required<ReceiptDraft>();
  readonly faults = input.required<SaidFaults>();
  readonly changed = output<Partial<ReceiptDraft>>();
  /** Somebody was chosen by name. */
  readonly named = output();
  protected readonly busy = signal('');

  readonly #found = knownApplicants(this.draft, inject(ReceptionDesk).unitId);
  protected readonly known = computed(() =>
    this.#found.hasValue() ? this.#found.value() : undefined,
  );
  protected readonly dossiers = computed(() =>
    (this.known() ?? []).reduce((sum, { dossiers }) => sum + dossiers, 0),
  );
  protected readonly isOpen = computed(
    () => ['idNumber', 'email'].some((name) => name in this.faults()) || this.#hasMore(),
  );
  readonly #hasMore = computed(() => {
    const { idNumber, address, email } = this.draft();
    return [idNumber, address, email].some((text) => text !== '');
  });

  constructor() {
    effect(() => {
      const [first] = this.known() ?? [];
      // What somebody has typed is theirs.
      if (first !== undefined && this.draft().name === '') this.changed.emit(nameOf(first));
    });
  }

  /** Whether more is stored of them than can be read here, and this person may see it. */
  protected hasStored(person: KnownApplicant): boolean {
    const { idNumber, taxCode, address, email } = person;
    const isMore = [idNumber, taxCode, address, email].some((each) => each !== null);
    return isMore && this.#session.may('personalData.reveal');
  }

  protected shown(person: KnownApplicant): string {
    return person.idNumber ?? person.taxCode ?? person.phone ?? '';
  }

  protected take(person: KnownApplicant): void {
    this.changed.emit(nameOf(person));
    this.named.emit();
  }

  /** Shown whole to whoever says why; that is written down before. */
  protected async fill(person: KnownApplicant): Promise<void> {
    const { fillHeading, fillText, fill, fillReason } = this.words();
    const confirmed = await this.#confirmations.ask({
      ...{ heading: fillHeading(person.name), text: fillText, act: fill },
      ...{ reason: 'required', suggested: fillReason },
    });
    if (confirmed === undefined || this.busy() !== '') return;
    this.busy.set(person.dossierId);
    const answer = await this.#api.act({
      path: `${dossiersPath}/${person.dossierId}/reveal`,
      body: { fields: STORED, reason: confirmed.reason ?? '' },
      answer: revealedSchema,
    });
    this.busy.set('');
    if (answer.ok) this.changed.emit({ ...nameOf(person), ...storedOf(answer.value) });
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }
}

const nameOf = ({ name, kind }: KnownApplicant): Partial<ReceiptDraft> => ({
  ...{ name, isOrganisation: kind === 'organisation' },
});

type Stored = Readonly<Partial<Record<(typeof STORED)[number], string | null>>>;

const storedOf = ({ phone, idNumber, taxCode, address, email }: Stored): Partial<ReceiptDraft> => {
  const number = idNumber ?? taxCode ?? null;
  const told = { phone, idNumber: number, address, email };
  return Object.fromEntries(
    Object.entries(told).flatMap(([name, text]) =>
      text === null || text === undefined ? [] : [[name, text]],
    ),
  );
};
