import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  resource,
  signal,
} from '@angular/core';
import {
  mappingVersionsPath,
  mappingVersionsSchema,
  retiredMappingPath,
  savedMappingPath,
  savedMappingSchema,
  type SavedMapping,
} from '#contract/imports';
import { NATIONAL_COLUMNS, plainTitle, type ListMapping, type MappedColumn } from '#domain/import';
import { importsWords, valueChoices, type ValueChoice } from '#wording/imports';
import { sourceWords } from '#wording/sources';
import { ApiClient, problemOf, type ClientProblem } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Field,
  FieldInput,
  Kbd,
  Notice,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import {
  isComplete,
  isSame,
  trialOf,
  withColumn,
  withRule,
  withValue,
  withoutTitle,
} from './mapping-edits.ts';
import { versionLines } from './version-lines.ts';

interface SaidValue {
  readonly column: MappedColumn;
  readonly value: string;
}

const meaningOf = ({ columns, values, rules }: ListMapping): ListMapping => ({
  ...{ columns, values, rules },
});

/** What the lists of one layout mean: read, tried with a few rows, changed, given up, and how it came to be. */
@Component({
  selector: 'mc-mapping-view',
  imports: [Badge, Button, Field, FieldInput, Kbd, Notice, Waiting],
  templateUrl: './mapping-view.html',
  styleUrl: './mapping-view.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MappingView {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  readonly #words = injectWords(sourceWords);
  protected readonly words = computed(() => this.#words().mappings);
  protected readonly imports = injectWords(importsWords);
  protected readonly readMoment = readMoment;
  protected readonly all = NATIONAL_COLUMNS;

  readonly told = input.required<SavedMapping>();
  readonly mayChange = input.required<boolean>();
  readonly sourceName = input.required<string>();
  readonly saved = output<SavedMapping>();

  protected readonly draft = linkedSignal<SavedMapping, ListMapping>({
    source: () => this.told(),
    computation: meaningOf,
  });
  protected readonly isChanged = computed(() => !isSame(this.draft(), this.told()));
  protected readonly isComplete = computed(() => isComplete(this.draft()));
  protected readonly rows = signal('');
  protected readonly trial = computed(() =>
    this.rows().trim() === '' ? undefined : trialOf(this.rows(), this.draft()),
  );
  protected readonly lines = computed(() => {
    const trial = this.trial();
    const sampleOf = (title: string) => trial?.samples.get(plainTitle(title)) ?? '';
    const own = this.draft().columns.map((each) => ({ ...each, isNew: false }));
    const added = (trial?.added ?? []).map((title) => ({ title, column: null, isNew: true }));
    return [...own, ...added].map((each) => ({ ...each, sample: sampleOf(each.title) }));
  });
  protected readonly values = computed(() => [
    ...this.draft().values.map((each) => ({ ...each, isUnclear: false })),
    ...(this.trial()?.unclear ?? []).map((each) => ({ ...each, means: '', isUnclear: true })),
  ]);
  protected readonly busy = signal(false);
  protected readonly refused = signal<ClientProblem | undefined>(undefined);
  protected readonly past = resource({
    params: () => this.told().id,
    loader: ({ params: id, abortSignal: abort }) =>
      this.#api.read(mappingVersionsPath(id), mappingVersionsSchema, { abort }),
  });
  protected readonly pastProblem = computed(() => problemOf(this.past.error()));
  protected readonly history = computed(() =>
    this.past.hasValue()
      ? versionLines(this.past.value().items, { own: this.#words(), imports: this.imports() })
      : undefined,
  );

  constructor() {
    injectShortcut(
      'l',
      computed(() => this.#words().keys.save),
      () => void this.save(),
    );
  }

  protected choicesFor({ column }: SaidValue): readonly ValueChoice[] {
    return valueChoices(column, this.imports());
  }

  /** Said by a machine in words of its own, and understood all the same. */
  protected isOwnWord(means: string, choices: readonly ValueChoice[]): boolean {
    return means !== '' && !choices.some(([each]) => each === means);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  protected choose(title: string, event: Event): void {
    const said = this.textOf(event);
    const column = NATIONAL_COLUMNS.find((each) => each === said) ?? null;
    this.#draw(withColumn(this.draft(), title, column));
  }

  protected drop(title: string): void {
    this.#draw(withoutTitle(this.draft(), title));
  }

  protected mean(value: SaidValue, event: Event): void {
    this.#draw(withValue(this.draft(), value, this.textOf(event).trim()));
  }

  protected rule(rule: 'handoverIsFinish' | 'daysOnly', event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.#draw(withRule(this.draft(), rule, checked));
  }

  protected undo(): void {
    this.#draw(meaningOf(this.told()));
  }

  protected async save(): Promise<void> {
    if (!this.mayChange() || !this.isChanged() || !this.isComplete()) return;
    const { id, version } = this.told();
    await this.#act(savedMappingPath(id), { version, ...this.draft() }, this.#words().saved);
  }

  protected async retire(): Promise<void> {
    const { id, version, name } = this.told();
    const { retireQuestion, retireText: text, retire: act, retiredNow } = this.words();
    const question = { heading: retireQuestion(name), text, act };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    await this.#act(retiredMappingPath(id), { version, retired: true }, retiredNow);
  }

  protected async restore(): Promise<void> {
    const { id, version } = this.told();
    const body = { version, retired: false };
    await this.#act(retiredMappingPath(id), body, this.words().restored);
  }

  #draw(draft: ListMapping): void {
    this.refused.set(undefined);
    this.draft.set(draft);
  }

  async #act(path: string, body: object, said: string): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({ method: 'PUT', path, body, answer: savedMappingSchema });
    this.busy.set(false);
    this.refused.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.#toasts.done(said);
    this.saved.emit(answer.value);
  }
}
