import { Injectable, computed, inject, signal } from '@angular/core';
import { dossiersPath, orderedJobSchema } from '#contract/dossiers';
import { type JobAnswer, type JobResult, type JobState, jobSchema, jobsPath } from '#contract/jobs';
import { workWords } from '#wording/work';
import { ApiClient, type ClientProblem, type Query, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Toasts } from '../ui/index.ts';
import type { ManyAct } from './many-acts.ts';

/** One command for many: named one by one, or all that a filter means. */
export interface Order {
  readonly act: ManyAct;
  readonly body: Readonly<Record<string, unknown>>;
  readonly unitId: number;
  readonly ids?: readonly string[];
  readonly filter?: Query;
  /** What the dossiers are called, as far as it is known. */
  readonly codes: ReadonlyMap<string, string>;
}

export interface CommandRun {
  readonly jobId: string;
  readonly owner: string;
  readonly act: ManyAct;
  readonly codes: ReadonlyMap<string, string>;
  readonly state: JobState;
  readonly done: number;
  readonly total: number;
  readonly results: readonly JobResult[];
}

/** As many as one order may name. */
const MOST_IDS = 5_000;
const FIRST_LOOK_MS = 400;
const LONGEST_PAUSE_MS = 3_000;

export const isOver = ({ state }: Pick<CommandRun, 'state'>): boolean =>
  state !== 'queued' && state !== 'running';

export const refusedOf = ({ results }: CommandRun): readonly JobResult[] =>
  results.filter(({ status }) => status >= 400);

const pause = (length: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, length));

/** Commands for many on their way; they go on whatever page one looks at, and tell how they ended. */
@Injectable({ providedIn: 'root' })
export class CommandRuns {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #words = injectWords(workWords);
  readonly #all = signal<readonly CommandRun[]>([]);

  /** Those of whoever is here: at a shared desk the next person has their own. */
  readonly runs = computed(() => {
    const me = this.#session.me()?.user.id;
    return this.#all().filter(({ owner }) => owner === me);
  });

  /** Undefined once it is on its way; else why it is not. */
  async order(order: Order): Promise<ClientProblem | undefined> {
    const { ids } = order;
    if (ids === undefined || ids.length <= MOST_IDS) return this.#put(order);
    const rest = { ...order, ids: ids.slice(MOST_IDS) };
    return (await this.#put({ ...order, ids: ids.slice(0, MOST_IDS) })) ?? this.order(rest);
  }

  forget(jobId: string): void {
    this.#all.update((all) => all.filter((run) => run.jobId !== jobId));
  }

  async #put({ act, body, unitId, ids, filter, codes }: Order): Promise<ClientProblem | undefined> {
    const meant = ids === undefined ? { filter } : { ids };
    const answer = await this.#api.act({
      path: `${dossiersPath}/commands`,
      body: { unitId, ...meant, command: act, body },
      answer: orderedJobSchema,
      key: newActKey(),
    });
    if (!answer.ok) return answer.problem;
    const { jobId } = answer.value;
    const owner = this.#session.me()?.user.id ?? '';
    const none = { state: 'queued', done: 0, total: ids?.length ?? 0, results: [] } as const;
    this.#all.update((all) => [...all, { jobId, owner, act, codes, ...none }]);
    void this.#follow(jobId);
    return undefined;
  }

  async #follow(jobId: string): Promise<void> {
    for (let wait = FIRST_LOOK_MS; this.#find(jobId) !== undefined;) {
      await pause(wait);
      wait = Math.min(wait * 1.5, LONGEST_PAUSE_MS);
      const told = await this.#told(jobId);
      if (told === undefined) continue;
      this.#all.update((all) =>
        all.map((run) => (run.jobId === jobId ? { ...run, ...told } : run)),
      );
      if (isOver(told)) break;
    }
    this.#tell(this.#find(jobId));
  }

  /** Undefined while the server cannot be asked: the job goes on there all the same. */
  #told(jobId: string): Promise<JobAnswer | undefined> {
    return this.#api.read(`${jobsPath}/${jobId}`, jobSchema).catch(() => undefined);
  }

  #find(jobId: string): CommandRun | undefined {
    return this.#all().find((run) => run.jobId === jobId);
  }

  #tell(run: CommandRun | undefined): void {
    if (run === undefined) return;
    const [words, refused] = [this.#words(), refusedOf(run).length];
    const act = words.acts[run.act];
    if (run.state !== 'done') this.#toasts.failed(words.runs.broken(act));
    else if (refused > 0) this.#toasts.failed(words.runs.partly(act, run.total - refused, refused));
    else this.#toasts.done(words.runs.whole(act, run.total));
  }
}
