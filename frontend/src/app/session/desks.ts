import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import { type Desk, deskPageSchema, deskSchema, desksPath } from '#contract/identity';
import { sessionWords } from '#wording/session';
import { ApiClient, type ClientProblem, Session, newActKey, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import {
  Badge,
  Button,
  Confirmations,
  Field,
  FieldInput,
  Notice,
  Toasts,
  Waiting,
} from '../ui/index.ts';

/** For whoever looks after people: which machines are desks, and whether this one is. */
@Component({
  selector: 'mc-desks',
  imports: [Badge, Button, Field, FieldInput, Notice, Waiting],
  templateUrl: './desks.html',
  styleUrls: ['./session-list.css', './part.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Desks {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #confirmations = inject(Confirmations);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(sessionWords);
  protected readonly problemOf = problemOf;
  protected readonly name = signal('');
  protected readonly problem = signal<ClientProblem | undefined>(undefined);
  protected readonly busy = signal(false);
  #key = newActKey();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly desks = resource({
    params: () => this.#unitId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(desksPath, deskPageSchema, { query: { unitId, limit: 500 }, abort }),
  });
  protected readonly isDesk = computed(() => this.#session.me()?.desk !== null);

  protected sinceOf({ registeredAt }: Desk): string {
    return this.words().desks.since(readMoment(registeredAt));
  }

  protected async register(event: Event): Promise<void> {
    event.preventDefault();
    this.busy.set(true);
    const body = { name: this.name().trim(), unitId: this.#unitId() };
    const answer = await this.#api.act({
      path: desksPath,
      body,
      answer: deskSchema,
      key: this.#key,
    });
    this.busy.set(false);
    this.problem.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    this.#key = newActKey();
    this.name.set('');
    await this.#changed(this.words().desks.registered);
  }

  protected async remove({ id, name }: Desk): Promise<void> {
    const { removeQuestion, removeText, remove, removed } = this.words().desks;
    const question = { heading: removeQuestion(name), text: removeText, act: remove, danger: true };
    if ((await this.#confirmations.ask(question)) === undefined) return;
    const answer = await this.#api.act({ method: 'DELETE', path: `${desksPath}/${id}` });
    if (answer.ok) await this.#changed(removed);
    else this.#toasts.failed(answer.problem.detail);
  }

  protected textOf(event: Event): string {
    return (event.target as HTMLInputElement).value;
  }

  async #changed(said: string): Promise<void> {
    this.#toasts.done(said);
    this.desks.reload();
    await this.#session.resume();
  }
}
