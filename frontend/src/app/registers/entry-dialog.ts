import {
  ChangeDetectionStrategy,
  Component,
  Injector,
  afterNextRender,
  computed,
  inject,
  output,
  signal,
  viewChild,
} from '@angular/core';
import { registerEntrySchema, registersPath, type RegisterEntryAnswer } from '#contract/registers';
import {
  aboutIn,
  feedbackDueOn,
  fieldsOf,
  type FeedbackOffice,
  type RegisterField,
  type RegisterKind,
} from '#domain/register';
import { formatDay, parseDay, withinCalendar } from '#domain/working-time';
import { fieldWording } from '#wording';
import { registerWords } from '#wording/registers';
import { uiWords } from '#wording/ui';
import { ApiClient, newActKey, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Button, DayInput, Dialog, Field, FieldInput, Toasts } from '../ui/index.ts';
import { optionWord } from './option-word.ts';
import { faultsOf, typedOf, valuesOf, type Typed } from './typed-values.ts';

const LONG = 300;

/** What is written, and where. */
export interface Writing {
  readonly kind: RegisterKind;
  readonly unitId: number;
  readonly day: string;
  /** The entry that is changed; without it a new one. */
  readonly entry?: RegisterEntryAnswer;
  /** By when feedback is answered; nothing where the office is not known yet. */
  readonly office?: FeedbackOffice | undefined;
}

/** A line of a register, written or changed. */
@Component({
  selector: 'mc-entry-dialog',
  imports: [Button, DayInput, Dialog, Field, FieldInput],
  templateUrl: './entry-dialog.html',
  styleUrl: './entry-dialog.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class EntryDialog {
  readonly #injector = inject(Injector);
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(registerWords);
  protected readonly ui = injectWords(uiWords);
  readonly #faults = injectWords(fieldWording);
  protected readonly dialog = viewChild.required(Dialog);
  readonly done = output();

  protected readonly writing = signal<Writing | undefined>(undefined);
  protected readonly day = signal('');
  protected readonly typed = signal<Typed>({});
  protected readonly tried = signal(false);
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  #key = newActKey();
  /** The day that was counted out; one that somebody has set otherwise is left alone. */
  #counted: string | undefined;

  protected readonly fields = computed((): readonly RegisterField[] => {
    const writing = this.writing();
    return writing === undefined ? [] : fieldsOf(writing.kind);
  });
  protected readonly heading = computed(() => {
    const writing = this.writing();
    if (writing === undefined) return '';
    const kind = this.words().kinds[writing.kind];
    const { addHeading, editHeading } = this.words();
    return writing.entry === undefined ? addHeading(kind) : editHeading(kind);
  });
  readonly #wrong = computed(() => {
    const writing = this.writing();
    return writing === undefined ? undefined : faultsOf(writing.kind, this.typed());
  });

  begin(writing: Writing): void {
    this.writing.set(writing);
    this.day.set(writing.entry?.day ?? writing.day);
    this.typed.set(typedOf(writing.entry?.values ?? {}));
    this.tried.set(false);
    this.problem.set(undefined);
    this.#key = newActKey();
    this.#counted = undefined;
    afterNextRender(() => this.dialog().open(), { injector: this.#injector });
  }

  protected say(key: string, event: Event): void {
    this.set(key, (event.target as HTMLInputElement).value);
  }

  protected set(key: string, value: string): void {
    this.typed.update((typed) => ({ ...typed, [key]: value }));
    if (key === 'about') this.#countDue();
  }

  protected setDay(day: string): void {
    this.day.set(day);
    this.#countDue();
  }

  /** How long there is to answer, in words, once it is said what the feedback is about. */
  protected readonly term = computed(() => {
    const writing = this.writing();
    const about = writing?.kind === 'feedback' ? aboutIn(this.typed()) : undefined;
    if (about === undefined || writing?.office === undefined) return undefined;
    return this.words().term(writing.office.terms[about]);
  });

  /** The day to answer by, counted out until somebody sets another. */
  #countDue(): void {
    const { dueOn = '' } = this.typed();
    const counted = this.#due();
    if (counted === undefined || dueOn !== (this.#counted ?? '')) return;
    this.#counted = counted;
    this.typed.update((typed) => ({ ...typed, dueOn: counted }));
  }

  #due(): string | undefined {
    const { kind, office } = this.writing() ?? {};
    const [about, day] = [aboutIn(this.typed()), parseDay(this.day())];
    if (kind !== 'feedback' || office === undefined) return undefined;
    if (about === undefined || day === undefined) return undefined;
    const due = withinCalendar(() => feedbackDueOn(about, day, office));
    return due.ok ? formatDay(due.value) : undefined;
  }

  /** What is told in sentences has room for them. */
  protected isLong(field: RegisterField): boolean {
    return field.type === 'text' && field.longest > LONG;
  }

  protected word(option: string): string {
    return optionWord(this.words(), this.writing()?.kind, option);
  }

  protected faultOf(key: string): string | undefined {
    const code = this.tried() ? this.#wrong()?.get(key) : undefined;
    return code === undefined ? undefined : this.#faults()[code];
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.tried.set(true);
    const writing = this.writing();
    if (writing === undefined || this.busy() || this.#wrong()?.size !== 0) return;
    this.busy.set(true);
    const answer = await this.#write(writing);
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.dialog().close();
    this.#toasts.done(this.words().saved);
    this.done.emit();
  }

  #write({ kind, unitId, entry }: Writing) {
    const told = { day: this.day(), values: valuesOf(kind, this.typed()) };
    const [answer, key] = [registerEntrySchema, this.#key];
    if (entry === undefined) {
      const body = { ...told, unitId };
      return this.#api.act({ path: `${registersPath}/${kind}`, body, answer, key });
    }
    const body = { ...told, revision: entry.revision };
    const path = `${registersPath}/${kind}/${entry.id}`;
    return this.#api.act({ method: 'PUT', path, body, answer });
  }
}
