import { DOCUMENT, DestroyRef, Injectable, inject, signal } from '@angular/core';
import * as z from 'zod';
import {
  awaitedApprovalSchema,
  dossierAnswerSchema,
  dossierSchema,
  dossiersPath,
  type DossierDetail,
  type DossierItem,
} from '#contract/dossiers';
import { workWords } from '#wording/work';
import { ApiClient, newActKey, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Toasts } from '../ui/index.ts';
import { codeOf } from './code-of.ts';
import type { ManyAct } from './many-acts.ts';
import { nextActOf, usualBody } from './next-act.ts';

export interface QuickAct {
  readonly id: string;
  readonly code: string;
  readonly act: ManyAct;
  readonly version: number;
}

/** The law knows no way back from an act, so a key pressed by mistake is taken back before it is sent. */
const TAKE_BACK_MS = 4_000;

const answerSchema = z.union([dossierAnswerSchema, awaitedApprovalSchema]);

/** One key for one dossier: held for a moment, so that it can be taken back, and then done. */
@Injectable()
export class QuickActs {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #words = injectWords(workWords);
  readonly #held = signal<readonly QuickAct[]>([]);
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();

  readonly held = this.#held.asReadonly();

  constructor() {
    const page = inject(DOCUMENT).defaultView;
    // Whoever closes the page now is asked to stay until what they did has gone out.
    const stay = (event: Event): void => {
      if (this.#held().length === 0) return;
      event.preventDefault();
      this.#sendAll();
    };
    page?.addEventListener('beforeunload', stay);
    inject(DestroyRef).onDestroy(() => {
      page?.removeEventListener('beforeunload', stay);
      this.#sendAll();
    });
  }

  /** What comes next for this dossier, or the act that was asked for. */
  async press(item: DossierItem, wanted?: ManyAct): Promise<void> {
    if (this.#held().some(({ id }) => id === item.id)) return;
    const detail = await this.#detail(item.id);
    if (detail === undefined) return;
    const act = wanted ?? nextActOf(detail);
    if (act === undefined || !detail.allowed.includes(act)) {
      this.#toasts.news(this.#words().notNow(codeOf(item)));
      return;
    }
    this.#hold({ id: item.id, code: codeOf(item), act, version: detail.version });
  }

  takeBack(): void {
    const last = this.#held().at(-1);
    if (last === undefined) return;
    this.#letGo(last.id);
    this.#toasts.news(this.#words().takenBack(last.code));
  }

  async #detail(id: string): Promise<DossierDetail | undefined> {
    try {
      return (await this.#api.read(`${dossiersPath}/${id}`, dossierSchema)) as DossierDetail;
    } catch (error) {
      const problem = problemOf(error);
      if (problem === undefined) throw error;
      this.#toasts.failed(`${problem.title}. ${problem.detail}`);
      return undefined;
    }
  }

  #hold(act: QuickAct): void {
    this.#held.update((held) => [...held, act]);
    const send = (): void => void this.#send(act);
    this.#timers.set(act.id, setTimeout(send, TAKE_BACK_MS));
  }

  #letGo(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#held.update((held) => held.filter((each) => each.id !== id));
  }

  #sendAll(): void {
    for (const act of this.#held()) void this.#send(act);
  }

  async #send({ id, code, act, version }: QuickAct): Promise<void> {
    this.#letGo(id);
    const answer = await this.#api.act({
      path: `${dossiersPath}/${id}/${act}`,
      body: usualBody(act),
      answer: answerSchema,
      version,
      key: newActKey(),
    });
    const words = this.#words();
    if (answer.ok) this.#toasts.done(words.didOne(words.acts[act], code));
    else {
      const { title, detail } = answer.problem;
      this.#toasts.failed(`${words.acts[act]} – ${code}: ${title}. ${detail}`);
    }
  }
}
