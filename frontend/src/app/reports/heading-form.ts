import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import * as z from 'zod';
import { reportHeadingSchema, type ReportHeading } from '#contract/reports';
import { headingFaults } from '#domain/report-text';
import { reportWords } from '#wording/reports';
import { ApiClient, Drafts, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, Field, FieldInput, Icon, Toasts } from '../ui/index.ts';
import {
  HEADING_FIELDS,
  headingChanges,
  headingText,
  missingIn,
  paperOf,
  type HeadingField,
  type HeadingText,
} from './heading-fields.ts';

const draftSchema = z.record(z.enum(HEADING_FIELDS.map(({ name }) => name)), z.string());

/** *Thể thức văn bản*: who issues, to whom, who signs; held together while it is typed. */
@Component({
  selector: 'mc-heading-form',
  imports: [Button, Field, FieldInput, Icon],
  templateUrl: './heading-form.html',
  styleUrl: './heading-form.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class HeadingForm {
  readonly #api = inject(ApiClient);
  readonly #drafts = inject(Drafts);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(reportWords);
  protected readonly fields = HEADING_FIELDS;
  readonly heading = input.required<ReportHeading>();
  readonly path = input.required<string>();
  readonly changed = output();

  protected readonly busy = signal(false);
  protected readonly tried = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  readonly #told = linkedSignal(() => this.heading());
  readonly #saved = computed(() => headingText(this.#told()));
  readonly #name = computed(() => `heading${this.path()}`);
  protected readonly typed = linkedSignal<unknown, HeadingText>({
    source: () => [this.#name(), this.#saved()],
    computation: () => this.#drafts.find(this.#name(), draftSchema) ?? this.#saved(),
  });
  readonly #changes = computed(() => headingChanges(this.#saved(), this.typed()));
  protected readonly isUnsaved = computed(() => Object.keys(this.#changes()).length > 0);
  protected readonly faults = computed(() => headingFaults(paperOf(this.typed())));
  /** Opened by what has to be seen, and by whoever likes; it never closes under somebody's eyes. */
  protected readonly isOpened = linkedSignal<boolean, boolean>({
    source: () => this.isUnsaved() || this.faults().length > 0,
    computation: (isNeeded, before) => isNeeded || (before?.value ?? false),
  });
  readonly #missing = computed(() => (this.tried() ? missingIn(this.typed()) : []));

  protected faultOf(name: HeadingField): string | undefined {
    return this.#missing().includes(name) ? this.words().paper.missing : undefined;
  }

  protected hintOf(field: (typeof HEADING_FIELDS)[number]): string | undefined {
    return 'hint' in field ? this.words().paper[field.hint] : undefined;
  }

  protected type(name: HeadingField, event: Event): void {
    const { value } = event.target as HTMLInputElement | HTMLTextAreaElement;
    this.typed.update((typed) => ({ ...typed, [name]: value }));
    this.#drafts.keep(this.#name(), this.typed());
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    if (this.busy() || this.#missing().length > 0) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: `${this.path()}/heading`, version: this.#told().version },
      ...{ body: this.#changes(), answer: reportHeadingSchema },
    });
    this.busy.set(false);
    if (!answer.ok) {
      this.problem.set(answer.problem);
      // Somebody was quicker: what was typed stays, and is saved over what stands there now.
      if (answer.problem.status === 412) this.changed.emit();
      return;
    }
    this.#drafts.drop(this.#name());
    this.problem.set(undefined);
    this.tried.set(false);
    this.#told.set(answer.value);
    this.#toasts.done(this.words().paper.saved);
    this.changed.emit();
  }
}
