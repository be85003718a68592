import { signal } from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import type { ApiClient, PagedList } from '../api/index.ts';
import { type Question, askDossiers } from './work-list.ts';

/** What changes together is asked for together. */
const TOGETHER_MS = 150;
/** More than a screen's worth of changes: the list is offered anew instead. */
const MOST = 50;

export interface LiveList {
  readonly list: PagedList<DossierItem>;
  readonly question: () => Question;
  readonly unitId: () => number;
}

/**
 * Changes made elsewhere, taken into a list: a row is renewed where it stands, and what would come into the
 * list is counted and offered. Nothing moves under the eyes of whoever is reading.
 */
export class LiveRows {
  readonly #api: ApiClient;
  readonly #of: LiveList;
  readonly #fresh = signal<ReadonlySet<string>>(new Set());
  readonly #tooMany = signal(false);
  readonly #heard = new Set<string>();
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Dossiers that belong here now and do not stand here yet. */
  readonly fresh = this.#fresh.asReadonly();
  /** So much has changed that it is not told one by one. */
  readonly tooMany = this.#tooMany.asReadonly();

  constructor(api: ApiClient, of: LiveList) {
    this.#api = api;
    this.#of = of;
  }

  hear(id: string): void {
    this.#heard.add(id);
    this.#timer ??= setTimeout(() => void this.#look(), TOGETHER_MS);
  }

  /** The list has been fetched anew: nothing is outstanding. */
  forget(): void {
    this.#fresh.set(new Set());
    this.#tooMany.set(false);
  }

  /** Nobody knows what was missed. */
  doubt(): void {
    this.#tooMany.set(true);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#heard.clear();
  }

  async #look(): Promise<void> {
    this.#timer = undefined;
    const heard = [...this.#heard];
    this.#heard.clear();
    if (heard.length > MOST) {
      this.#tooMany.set(true);
      return;
    }
    const shown = new Set(this.#of.list.items().map(({ id }) => id));
    const [here, elsewhere] = [
      heard.filter((id) => shown.has(id)),
      heard.filter((id) => !shown.has(id)),
    ];
    await Promise.all([this.#renew(here), this.#count(elsewhere)]);
  }

  /** As they are now, whether or not they still belong here: they stay where they were being read. */
  async #renew(ids: readonly string[]): Promise<void> {
    const query = { unitId: this.#of.unitId(), id: ids, limit: MOST };
    for (const item of await this.#ask(ids, { query, text: '' })) this.#of.list.replace(item);
  }

  async #count(ids: readonly string[]): Promise<void> {
    const { query, text } = this.#of.question();
    const found = await this.#ask(ids, { query: { ...query, id: ids }, text });
    if (found.length === 0) return;
    this.#fresh.update((fresh) => new Set([...fresh, ...found.map(({ id }) => id)]));
  }

  async #ask(ids: readonly string[], question: Question): Promise<readonly DossierItem[]> {
    if (ids.length === 0) return [];
    try {
      return (await askDossiers(this.#api, question)).items;
    } catch {
      // The list itself says when the server cannot be reached; what was missed is offered anew.
      this.#tooMany.set(true);
      return [];
    }
  }
}
