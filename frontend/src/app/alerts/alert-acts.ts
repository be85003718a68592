import { Injectable, inject } from '@angular/core';
import { type AlertItem, alertSchema, alertsPath } from '#contract/alerts';
import { type Instant, formatInstant } from '#domain/working-time';
import { type Answer, ApiClient, type ClientProblem, newActKey } from '../api/index.ts';

/** So many at once: a hundred acknowledged leave room for what others do. */
const TOGETHER = 4;

export interface Many {
  readonly done: ReadonlySet<string>;
  /** Why the first that was refused was refused. */
  readonly problem: ClientProblem | undefined;
}

const withText = (name: string, text: string): object =>
  text.trim() === '' ? {} : { [name]: text.trim() };

/** What somebody does with alerts of their own. */
@Injectable({ providedIn: 'root' })
export class AlertActs {
  readonly #api = inject(ApiClient);

  /** Those that were closed meanwhile need no acknowledging: they are done as well. */
  async acknowledge(ids: readonly string[], reason: string): Promise<Many> {
    const done = new Set<string>();
    let problem: ClientProblem | undefined;
    const waiting = [...ids];
    const work = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const answer = await this.#act(id, 'acknowledge', withText('reason', reason));
        if (answer.ok || answer.problem.code === 'alert-closed') done.add(id);
        else problem ??= answer.problem;
      }
    };
    await Promise.all(Array.from({ length: TOGETHER }, work));
    return { done, problem };
  }

  snooze(id: string, until: Instant, reason: string): Promise<Answer<AlertItem>> {
    const body = { until: formatInstant(until), ...withText('reason', reason) };
    return this.#act(id, 'snooze', body);
  }

  answer(id: string, kind: string, text: string): Promise<Answer<AlertItem>> {
    return this.#act(id, 'answer', { kind, ...withText('text', text) });
  }

  doneAtSource(id: string): Promise<Answer<AlertItem>> {
    return this.#act(id, 'done-at-source', {});
  }

  #act(id: string, act: string, body: object): Promise<Answer<AlertItem>> {
    const path = `${alertsPath}/${id}/${act}`;
    return this.#api.act({ path, body, answer: alertSchema, key: newActKey() });
  }
}
