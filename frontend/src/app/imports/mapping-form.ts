import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { ImportLayoutAnswer } from '#contract/imports';
import {
  NATIONAL_COLUMNS,
  sourceNamed,
  type ListMapping,
  type NationalColumn,
} from '#domain/import';
import { importsWords, valueChoices, type ValueChoice } from '#wording/imports';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Field, FieldInput, Notice } from '../ui/index.ts';
import {
  draftOf,
  isComplete,
  mappingOf,
  tellsChannel,
  unclearIn,
  valueKey,
  type MappingDraft,
} from './mapping-draft.ts';

/** A list's meaning as somebody confirmed it. */
export interface ConfirmedMapping {
  readonly name: string;
  readonly source: string;
  readonly meaning: ListMapping;
  readonly tellsChannel: boolean;
}

type LayoutValue = ImportLayoutAnswer['values'][number];

/** What the columns and values of a list mean: guessed, shown with samples, and confirmed by a person. */
@Component({
  selector: 'mc-mapping-form',
  imports: [Button, Field, FieldInput, Notice],
  templateUrl: './mapping-form.html',
  styleUrl: './mapping-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MappingForm {
  readonly #words = injectWords(importsWords);
  protected readonly all = this.#words;
  protected readonly words = computed(() => this.#words().mapping);
  protected readonly numberText = numberText;
  protected readonly columns = NATIONAL_COLUMNS;

  readonly layout = input.required<ImportLayoutAnswer>();
  readonly suggestedName = input.required<string>();
  readonly busy = input(false);
  readonly confirmed = output<ConfirmedMapping>();

  readonly #draft = signal<MappingDraft | undefined>(undefined);
  protected readonly draft = computed(() => this.#draft() ?? draftOf(this.layout()));
  protected readonly name = signal('');
  protected readonly source = signal('');
  protected readonly unclear = computed(() => unclearIn(this.layout()));
  protected readonly isReady = computed(
    () => isComplete(this.draft()) && this.name().trim() !== '' && this.code() !== '',
  );
  protected readonly isMissing = computed(() => !isComplete(this.draft()));
  protected readonly code = computed(() => sourceNamed(this.source()));

  constructor() {
    effect(() => {
      const { mapping } = this.layout();
      const name = mapping?.name ?? this.suggestedName();
      untracked(() => {
        this.#draft.set(undefined);
        this.name.set(name);
        this.source.set(mapping?.source ?? '');
      });
    });
  }

  protected meansOf(place: number): NationalColumn | null {
    return this.draft().columns.get(place) ?? null;
  }

  protected choose(place: number, event: Event): void {
    const said = (event.target as HTMLSelectElement).value;
    const column = this.columns.find((each) => each === said) ?? null;
    const columns = new Map(this.draft().columns);
    // A column has one place: what was taken for it before is not used.
    for (const [other, taken] of columns) if (taken === column) columns.set(other, null);
    this.#draft.set({ ...this.draft(), columns: columns.set(place, column) });
  }

  protected meansValue(value: LayoutValue): string {
    return this.draft().values.get(valueKey(value)) ?? '';
  }

  protected chooseValue(value: LayoutValue, event: Event): void {
    const said = (event.target as HTMLSelectElement).value;
    const values = new Map(this.draft().values).set(valueKey(value), said);
    this.#draft.set({ ...this.draft(), values });
  }

  protected choicesFor({ column }: LayoutValue): readonly ValueChoice[] {
    return valueChoices(column, this.#words());
  }

  protected typed(target: 'name' | 'source', event: Event): void {
    this[target].set((event.target as HTMLInputElement).value);
  }

  protected letStand(rule: 'handoverIsFinish' | 'daysOnly', event: Event): void {
    const { checked } = event.target as HTMLInputElement;
    this.#draft.set({ ...this.draft(), [rule]: checked });
  }

  protected confirm(event: Event): void {
    event.preventDefault();
    if (!this.isReady()) return;
    const draft = this.draft();
    this.confirmed.emit({
      ...{ name: this.name().trim(), source: this.code() },
      meaning: mappingOf(this.layout().columns, draft),
      tellsChannel: tellsChannel(draft),
    });
  }
}
