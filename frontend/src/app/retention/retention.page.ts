import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  linkedSignal,
  resource,
  signal,
} from '@angular/core';
import {
  retainedKinds,
  retentionDueSchema,
  retentionPath,
  retentionPreviewPath,
  retentionSchema,
  type RetainedKind,
  type Retention,
  type RetentionDue,
  type RetentionRules,
  type SetRetention,
} from '#contract/retention';
import { retentionWords } from '#wording/retention';
import { ApiClient, Session, problemOf, type ClientProblem } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Field,
  FieldInput,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
  dayWords,
  type Question,
} from '../ui/index.ts';
import {
  draftsOf,
  isFaulty,
  isSame,
  rulesOf,
  type RuleDraft,
  type RuleDrafts,
} from './rule-draft.ts';

const KEEP_ALL: RetentionRules = { applicants: null, words: null };

/** *Lưu giữ dữ liệu*: what is erased of dossiers that ended long ago, counted before it is set. */
@Component({
  selector: 'mc-retention',
  imports: [Badge, Button, Field, FieldInput, Kbd, Notice, Page, Waiting],
  templateUrl: './retention.page.html',
  styleUrl: './retention.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RetentionPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(retentionWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly dayWords = dayWords;
  protected readonly kinds = retainedKinds;
  protected readonly isFaulty = isFaulty;

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly told = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(retentionPath, retentionSchema, { query: { unitId }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.told.error()));
  readonly #kept = computed(() => (this.told.hasValue() ? this.told.value() : undefined));
  protected readonly drafts = linkedSignal<Retention | undefined, RuleDrafts>({
    source: () => this.#kept(),
    computation: (kept) => draftsOf(kept?.rules ?? KEEP_ALL),
  });
  protected readonly wanted = computed(() => rulesOf(this.drafts()));
  protected readonly isChanged = computed(() => {
    const [kept, wanted] = [this.#kept(), this.wanted()];
    return kept !== undefined && (wanted === undefined || !isSame(wanted, kept.rules));
  });
  readonly #tried = resource({
    params: () => (this.isChanged() ? this.wanted() : undefined),
    loader: ({ params: rules }) =>
      this.#api.act({
        ...{ path: retentionPreviewPath, answer: retentionDueSchema },
        body: { unitId: this.#unitId(), rules },
      }),
  });
  /** What would go tonight by what is typed, or by what is set where nothing else is. */
  protected readonly due = computed<readonly RetentionDue[] | undefined>(() => {
    if (!this.isChanged()) return this.#kept()?.due;
    if (!this.#tried.hasValue()) return undefined;
    const answer = this.#tried.value();
    return answer.ok ? answer.value.due : undefined;
  });
  protected readonly saving = signal(false);
  protected readonly refused = signal<ClientProblem | undefined>(undefined);
  protected readonly refusal = computed(() =>
    this.wanted() === undefined ? this.words().monthsWrong : undefined,
  );

  constructor() {
    injectShortcut(
      'l',
      computed(() => this.words().keys.save),
      () => void this.save(),
    );
  }

  protected dueOf(kind: RetainedKind): RetentionDue | undefined {
    return this.due()?.find((each) => each.kind === kind);
  }

  protected turn(kind: RetainedKind, event: Event): void {
    this.#draw(kind, { isOn: (event.target as HTMLInputElement).checked });
  }

  protected type(kind: RetainedKind, event: Event): void {
    this.#draw(kind, { months: (event.target as HTMLInputElement).value });
  }

  protected undo(): void {
    this.refused.set(undefined);
    this.drafts.set(draftsOf(this.#kept()?.rules ?? KEEP_ALL));
  }

  protected saidOf({ applicants, words }: RetentionRules): string {
    const { kinds, afterMonths, kept } = this.words();
    const said = (kind: RetainedKind, months: number | null): string =>
      `${kinds[kind]}: ${months === null ? kept : afterMonths(months)}`;
    return [said('applicants', applicants), said('words', words)].join(' · ');
  }

  protected async save(): Promise<void> {
    const [rules, kept] = [this.wanted(), this.#kept()];
    if (rules === undefined || kept === undefined || !this.isChanged() || this.saving()) return;
    const confirmed = await this.#confirmations.ask(this.#questionOf(rules));
    if (confirmed?.reason === undefined) return;
    const { reason } = confirmed;
    await this.#set({ unitId: this.#unitId(), version: kept.version, rules, reason });
  }

  async #set(
    body: Omit<SetRetention, 'unitId'> & { readonly unitId: number | undefined },
  ): Promise<void> {
    this.saving.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: retentionPath, body, answer: retentionSchema },
    });
    this.saving.set(false);
    this.refused.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.told.set(answer.value);
    this.#toasts.done(this.words().saved);
  }

  #questionOf(rules: RetentionRules): Question {
    const { saveQuestion: heading, saveText, keepText, save: act } = this.words();
    const danger = retainedKinds.some((kind) => rules[kind] !== null);
    const text = danger ? saveText(this.#countOf(this.due())) : keepText;
    return { heading, text, act, danger, reason: 'required' };
  }

  #countOf(due: readonly RetentionDue[] | undefined): string {
    const most = Math.max(0, ...(due ?? []).map(({ dossiers }) => dossiers));
    return numberText(most);
  }

  #draw(kind: RetainedKind, change: Partial<RuleDraft>): void {
    this.refused.set(undefined);
    this.drafts.update((drafts) => ({ ...drafts, [kind]: { ...drafts[kind], ...change } }));
  }
}
