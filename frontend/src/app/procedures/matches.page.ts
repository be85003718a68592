import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  resource,
  signal,
} from '@angular/core';
import {
  madeProcedureMatchSchema,
  procedureMatchesPath,
  procedureMatchesSchema,
  type UnknownCode,
} from '#contract/procedures';
import { procedureWords } from '#wording/procedures';
import { ApiClient, type ClientProblem, Session, newActKey, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { type Chip, Chips, type Choice, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { allProcedures } from './all-procedures.ts';
import { UnknownCodeCard, type ChosenMatch } from './unknown-code-card.ts';

type State = 'open' | 'matched';
const STATES: readonly State[] = ['open', 'matched'];

/** *Đối chiếu danh mục*: for each code that nobody knows, somebody says which procedure it is. */
@Component({
  selector: 'mc-matches',
  imports: [Chips, Notice, Page, UnknownCodeCard, Waiting],
  templateUrl: './matches.page.html',
  styleUrl: './matches.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class MatchesPage {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #words = injectWords(procedureWords);
  protected readonly words = computed(() => this.#words().matches);

  readonly #unitId = computed(() => this.#session.unit()?.id);
  protected readonly told = resource({
    params: () => ({ unitId: this.#unitId() }),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(procedureMatchesPath, procedureMatchesSchema, { query, abort }),
  });
  readonly #catalogue = resource({
    params: () => ({ unitId: this.#unitId() }),
    loader: ({ params: { unitId }, abortSignal: abort }) => allProcedures(this.#api, unitId, abort),
  });
  protected readonly problem = computed(
    () => problemOf(this.told.error()) ?? problemOf(this.#catalogue.error()),
  );
  protected readonly refused = signal<ClientProblem | undefined>(undefined);
  protected readonly saving = signal<string | undefined>(undefined);
  protected readonly state = signal<State | undefined>(undefined);

  protected readonly items = computed(() => (this.told.hasValue() ? this.told.value().items : []));
  protected readonly chips = computed<readonly Chip[]>(() =>
    STATES.map((value) => ({
      ...{ value, label: this.words().states[value] },
      count: this.items().filter((each) => stateOf(each) === value).length,
    })),
  );
  protected readonly shown = computed(() => {
    const state = this.state();
    return this.items().filter((each) => state === undefined || stateOf(each) === state);
  });
  /** What a code can be matched with: everything that is no unknown code itself. */
  protected readonly choices = computed<readonly Choice[]>(() => {
    const unknown = new Set(this.items().map(({ code }) => code));
    const all = this.#catalogue.hasValue() ? this.#catalogue.value() : [];
    return all
      .filter(({ code }) => !unknown.has(code))
      .map(({ code, name, field }) => ({ value: code, label: name, note: `${code} · ${field}` }));
  });

  protected chooseState(value: string | undefined): void {
    this.state.set(STATES.find((each) => each === value));
  }

  protected retry(): void {
    this.told.reload();
    this.#catalogue.reload();
  }

  protected async match(code: string, { targetCode, name }: ChosenMatch): Promise<void> {
    if (this.saving() !== undefined) return;
    this.saving.set(code);
    const answer = await this.#api.act({
      ...{ path: procedureMatchesPath, answer: madeProcedureMatchSchema, key: newActKey() },
      body: { unitId: this.#unitId(), code, targetCode },
    });
    this.saving.set(undefined);
    this.refused.set(answer.ok ? undefined : answer.problem);
    if (!answer.ok) return;
    const { done, undone } = this.words();
    this.#toasts.done(targetCode === null ? undone(code) : done(code, name));
    this.told.reload();
  }
}

const stateOf = ({ match }: UnknownCode): State => (match === null ? 'open' : 'matched');
