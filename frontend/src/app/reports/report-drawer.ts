import { Injectable, computed, inject, signal } from '@angular/core';
import { issueSchema, reportIssuesPath } from '#contract/reports';
import { reportWords } from '#wording/reports';
import { ApiClient, Session, newActKey } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Toasts } from '../ui/index.ts';
import type { AskedDays } from './asked-days.ts';
import { TEMPLATES, type Preset } from './period-choice.ts';

/** Draws a report up over the days on the screen; it is reviewed and issued from the list. */
@Injectable()
export class ReportDrawer {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #words = injectWords(reportWords);
  readonly mayDraft = computed(() => this.#session.may('reports.draft'));
  readonly busy = signal(false);

  /** Whether there is a draft now. */
  async draw(asked: AskedDays | undefined, preset: Preset | undefined): Promise<boolean> {
    if (asked === undefined || !this.mayDraft() || this.busy()) return false;
    this.busy.set(true);
    const { unitId, from, to } = asked;
    const template = TEMPLATES[preset ?? ('month' satisfies Preset)];
    const answer = await this.#api.act({
      path: reportIssuesPath,
      body: { unitId, template, periods: { main: { from, to } } },
      answer: issueSchema,
      key: newActKey(),
    });
    this.busy.set(false);
    if (answer.ok) this.#toasts.done(this.#words().screen.drawn);
    else this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
    return answer.ok;
  }
}
