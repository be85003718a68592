import { signal } from '@angular/core';
import { type AlertItem, type AlertStatus, alertPageSchema, alertsPath } from '#contract/alerts';
import { type ApiClient, type ClientProblem, problemOf } from '../api/index.ts';

export interface AlertQuestion {
  readonly status: AlertStatus;
  readonly unitId: number | undefined;
  readonly dossierId?: string;
}

const PAGE = 500;
/** Nobody reads more; what is older is said to be left out. */
const MOST = 2_000;

interface Told {
  readonly items: readonly AlertItem[];
  readonly isWhole: boolean;
}

/** All of one's alerts of one standing, page after page. */
export const askAlerts = async (
  api: Pick<ApiClient, 'read'>,
  question: AlertQuestion,
  abort: AbortSignal,
): Promise<Told> => {
  const items: AlertItem[] = [];
  let cursor: string | undefined;
  do {
    const query = { ...question, limit: PAGE, cursor };
    const page = await api.read(alertsPath, alertPageSchema, { query, abort });
    items.push(...page.items);
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined && items.length < MOST);
  return { items, isWhole: cursor === undefined };
};

const nothing: ReadonlySet<string> = new Set();

/**
 * The alerts somebody looks at. What changes elsewhere is renewed where it stands, what is gone says so, and
 * what is new is counted and offered: nothing moves under the eyes of whoever is reading.
 */
export class AlertShelf {
  readonly #api: Pick<ApiClient, 'read'>;
  readonly #items = signal<readonly AlertItem[] | undefined>(undefined);
  readonly #fresh = signal(0);
  readonly #gone = signal(nothing);
  readonly #problem = signal<ClientProblem | undefined>(undefined);
  readonly #loading = signal(false);
  readonly #isWhole = signal(true);
  #abort = new AbortController();
  #question: AlertQuestion | undefined;

  /** Undefined until the first answer. */
  readonly items = this.#items.asReadonly();
  /** How many came that do not stand here yet. */
  readonly fresh = this.#fresh.asReadonly();
  /** Those that stand here and no longer belong here. */
  readonly gone = this.#gone.asReadonly();
  readonly problem = this.#problem.asReadonly();
  readonly loading = this.#loading.asReadonly();
  readonly isWhole = this.#isWhole.asReadonly();

  constructor(api: Pick<ApiClient, 'read'>) {
    this.#api = api;
  }

  /** Begins anew with what is there now. */
  async load(question = this.#question): Promise<void> {
    if (question === undefined) return;
    if (question.status !== this.#question?.status) this.#items.set(undefined);
    this.#question = question;
    await this.#ask(question, (told) => this.#put(told));
  }

  /** Looks whether anything has changed, without moving what stands here. */
  async look(): Promise<void> {
    const shown = this.#items();
    if (this.#question === undefined) return;
    if (shown === undefined || shown.length === 0) return this.load();
    await this.#ask(this.#question, (told) => this.#compare(told));
  }

  /** Dealt with here: out of sight at once. */
  drop(ids: ReadonlySet<string>): void {
    this.#abort.abort();
    this.#items.update((items) => items?.filter(({ id }) => !ids.has(id)));
  }

  replace(item: AlertItem): void {
    this.#items.update((items) => items?.map((each) => (each.id === item.id ? item : each)));
  }

  stop(): void {
    this.#abort.abort();
  }

  #put({ items, isWhole }: Told): void {
    this.#items.set(items);
    this.#isWhole.set(isWhole);
    this.#fresh.set(0);
    this.#gone.set(nothing);
  }

  #compare({ items }: Told): void {
    const [shown, now] = [this.#items() ?? [], new Map(items.map((each) => [each.id, each]))];
    const known = new Set(shown.map(({ id }) => id));
    this.#items.set(shown.map((each) => now.get(each.id) ?? each));
    this.#gone.set(new Set(shown.filter(({ id }) => !now.has(id)).map(({ id }) => id)));
    this.#fresh.set(items.filter(({ id }) => !known.has(id)).length);
  }

  /** The last question counts; an earlier answer that comes later is not heard. */
  async #ask(question: AlertQuestion, take: (told: Told) => void): Promise<void> {
    this.#abort.abort();
    const { signal: abort } = (this.#abort = new AbortController());
    this.#loading.set(true);
    try {
      const told = await askAlerts(this.#api, question, abort);
      if (abort.aborted) return;
      this.#problem.set(undefined);
      take(told);
    } catch (error) {
      if (abort.aborted) return;
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.#problem.set(problem);
    } finally {
      if (this.#abort.signal === abort) this.#loading.set(false);
    }
  }
}
