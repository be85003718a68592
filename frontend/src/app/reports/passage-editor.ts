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
import { humanPassageSchema, type HumanPassage } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { ApiClient, Drafts, type ClientProblem } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Badge, Button, Icon, Toasts, dayWords } from '../ui/index.ts';
import { standingOf, typedDraftSchema, type TypedDraft } from './typed-draft.ts';

/**
 * A passage somebody writes. What is typed is kept with every key press and goes only when the very words are
 * saved: not with a failed save, a lost line, a lock, a reload or a colleague who was quicker.
 */
@Component({
  selector: 'mc-passage-editor',
  imports: [Badge, Button, Icon],
  templateUrl: './passage-editor.html',
  styleUrl: './passage-editor.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class PassageEditor {
  readonly #api = inject(ApiClient);
  readonly #drafts = inject(Drafts);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(reportWords);
  readonly passage = input.required<HumanPassage>();
  /** The report it stands in. */
  readonly path = input.required<string>();
  readonly mayEdit = input.required<boolean>();
  /** It is otherwise now, and so may be what still keeps the report from being issued. */
  readonly changed = output();

  /** As it was read, or as it came back when it was saved. */
  protected readonly told = linkedSignal(() => this.passage());
  protected readonly busy = signal(false);
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  readonly #name = computed(() => `passage${this.path()}/${this.passage().key}`);
  protected readonly draft = linkedSignal<unknown, TypedDraft | undefined>({
    source: () => [this.#name(), this.passage()],
    computation: () => this.#drafts.find(this.#name(), typedDraftSchema),
  });
  protected readonly standing = computed(() => standingOf(this.draft(), this.told()));
  protected readonly text = computed(() =>
    this.standing() === 'none' ? this.told().body : (this.draft()?.body ?? ''),
  );

  protected carriedOf({ carriedFrom }: HumanPassage): string {
    if (carriedFrom === null) return '';
    const { from, to } = carriedFrom;
    return this.words().text.carried(dayWords(from), dayWords(to));
  }

  protected type(event: Event): void {
    const body = (event.target as HTMLTextAreaElement).value;
    const over = this.standing() === 'none' ? undefined : this.draft()?.version;
    this.#keep({ body, version: over ?? this.told().version });
  }

  /** When the field is left; what others saved meanwhile is looked at first. */
  protected async leave(): Promise<void> {
    if (this.standing() === 'unsaved') await this.save(this.text());
  }

  protected async save(body: string, reviewed = this.told().state !== 'carried'): Promise<void> {
    if (this.busy()) return;
    const { key, version } = this.told();
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: `${this.path()}/passages/${key}`, version },
      ...{ body: { body: body.trim(), reviewed }, answer: humanPassageSchema },
    });
    this.busy.set(false);
    if (!answer.ok) {
      this.#refuse(answer.problem, body);
      return;
    }
    this.problem.set(undefined);
    this.told.set(answer.value);
    const typed = this.draft();
    // What was typed while this was on its way is over the version that came back.
    if (typed !== undefined && typed.body !== body) {
      this.#keep({ body: typed.body, version: answer.value.version });
    } else this.drop();
    this.#toasts.done(this.words().text.kept);
    this.changed.emit();
  }

  protected drop(): void {
    this.#drafts.drop(this.#name());
    this.draft.set(undefined);
    this.problem.set(undefined);
  }

  #refuse(problem: ClientProblem, body: string): void {
    this.problem.set(problem);
    if (this.draft() === undefined && body.trim() !== this.told().body.trim()) {
      this.#keep({ body, version: this.told().version });
    }
    // Somebody was quicker, or it is no draft any more: how it stands now is shown beside what was typed.
    if (problem.status === 412 || problem.status === 409) this.changed.emit();
  }

  #keep(draft: TypedDraft): void {
    this.#drafts.keep(this.#name(), draft);
    this.draft.set(draft);
  }
}
