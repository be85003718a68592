import { signal } from '@angular/core';
import type { DossierItem } from '#contract/dossiers';
import { type ApiClient, type ClientProblem, problemOf } from '../api/index.ts';
import { codeOf } from './code-of.ts';
import { askDossiers } from './work-list.ts';

/** What a scanned slip came to. */
export type Scan =
  | { readonly kind: 'looking' | 'unknown' | 'twice'; readonly code: string }
  | { readonly kind: 'added'; readonly code: string }
  | { readonly kind: 'not-ready'; readonly code: string; readonly state: DossierItem['state'] }
  | { readonly kind: 'failed'; readonly code: string; readonly problem: ClientProblem };

/**
 * The code on a slip: a barcode holds it alone, a QR an address with `#<code>/<look-up code>` behind it. The
 * look-up code is the citizen's and goes nowhere.
 *
 * @example codeOnSlip('https://xa.vn/tra-cuu#H24.99-260115-0001/7K3MQ9TD') // 'H24.99-260115-0001'
 */
export const codeOnSlip = (scanned: string): string => {
  const text = scanned.trim();
  const [, inQr] = /#([^/\s]+)\/[^/\s]+$/.exec(text) ?? [];
  return inQr ?? text;
};

const isCalled = (item: DossierItem, code: string): boolean =>
  [item.code, item.officialCode, item.externalCode].some(
    (each) => each?.toUpperCase() === code.toUpperCase(),
  );

/** Slips laid one after another under the scanner: each counts once, and only what is ready. */
export class SlipBatch {
  readonly #api: ApiClient;
  readonly #unitId: () => number;
  readonly #slips = signal<readonly DossierItem[]>([]);
  #before = Promise.resolve();
  readonly #last = signal<Scan | undefined>(undefined);

  /** The newest on top. */
  readonly slips = this.#slips.asReadonly();
  readonly last = this.#last.asReadonly();

  constructor(api: ApiClient, unitId: () => number) {
    this.#api = api;
    this.#unitId = unitId;
  }

  /** One after another, as they were scanned: a quick hand must not see the answers in another order. */
  add(scanned: string): Promise<void> {
    const code = codeOnSlip(scanned);
    if (code !== '') this.#before = this.#before.then(() => this.#addNext(code));
    return this.#before;
  }

  remove(id: string): void {
    this.#slips.update((slips) => slips.filter((slip) => slip.id !== id));
    this.#last.set(undefined);
  }

  clear(): void {
    this.#slips.set([]);
    this.#last.set(undefined);
  }

  async #addNext(code: string): Promise<void> {
    this.#last.set({ kind: 'looking', code });
    this.#last.set(await this.#scan(code));
  }

  async #scan(code: string): Promise<Scan> {
    try {
      return this.#judge(code, await this.#find(code));
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      return { kind: 'failed', code, problem };
    }
  }

  async #find(code: string): Promise<DossierItem | undefined> {
    const query = { unitId: this.#unitId(), limit: 20 };
    const { items } = await askDossiers(this.#api, { query, text: code });
    return items.find((item) => isCalled(item, code));
  }

  #judge(code: string, item: DossierItem | undefined): Scan {
    if (item === undefined) return { kind: 'unknown', code };
    if (this.#slips().some(({ id }) => id === item.id))
      return { kind: 'twice', code: codeOf(item) };
    if (item.state !== 'resultReady') {
      return { kind: 'not-ready', code: codeOf(item), state: item.state };
    }
    this.#slips.update((slips) => [item, ...slips]);
    return { kind: 'added', code: codeOf(item) };
  }
}
