import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  reportSchedulesPath,
  reportSchedulesSchema,
  type AwaitedReport,
  type ReportSchedulesAnswer,
} from '#contract/reports';
import { reportWords } from '#wording/reports';
import { ApiClient, Session } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Badge, Notice, Toasts, Waiting, dayWords } from '../ui/index.ts';
import { STANDING_SIGNS, STANDING_TONES } from './awaited-looks.ts';
import { readSchedules } from './schedule-reader.ts';

type Schedule = ReportSchedulesAnswer['schedules'][number];

/** Which drafts come next and by when they are to be sent; which reports are awaited, and how they stand. */
@Component({
  selector: 'mc-schedule-list',
  imports: [Badge, Notice, RouterLink, Waiting],
  templateUrl: './schedule-list.html',
  styleUrl: './schedule-list.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ScheduleList {
  readonly #api = inject(ApiClient);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #read = readSchedules();
  protected readonly words = injectWords(reportWords);
  protected readonly readMoment = readMoment;
  protected readonly tones = STANDING_TONES;
  protected readonly signs = STANDING_SIGNS;
  protected readonly schedules = this.#read.schedules;
  protected readonly problem = this.#read.problem;
  protected readonly busy = signal(false);

  protected maySet(): boolean {
    return this.#session.may('reports.draft');
  }

  protected daysOf({ from, to }: Pick<AwaitedReport, 'from' | 'to'>): string {
    return `${dayWords(from)} – ${dayWords(to)}`;
  }

  protected async turn({ report, enabled }: Schedule): Promise<void> {
    if (this.busy()) return;
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: reportSchedulesPath, answer: reportSchedulesSchema },
      body: { unitId: this.#session.unit()?.id, schedules: [{ report, enabled: !enabled }] },
    });
    this.busy.set(false);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.schedules.set(answer.value);
    this.#toasts.done(this.words().schedule.saved);
  }
}
