import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
  signal,
} from '@angular/core';
import {
  reportSchedulesPath,
  reportSchedulesSchema,
  type ReportSchedulesAnswer,
} from '#contract/reports';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { ApiClient, problemOf } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { Notice, Toasts, Waiting, dayWords } from '../ui/index.ts';

type Schedule = ReportSchedulesAnswer['schedules'][number];

const LEAST_DAYS = 1;
const MOST_DAYS = 60;

/** *Hạn gửi*: by which working day after a period the city wants a report of every unit. */
@Component({
  selector: 'mc-city-deadlines',
  imports: [Notice, Waiting],
  templateUrl: './city-deadlines.html',
  styleUrl: './city-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CityDeadlines {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(cityWords);
  protected readonly names = injectWords(reportWords);
  protected readonly readMoment = readMoment;
  protected readonly least = LEAST_DAYS;
  protected readonly most = MOST_DAYS;
  readonly cityId = input.required<number>();
  protected readonly busy = signal(false);

  protected readonly schedules = resource({
    params: () => this.cityId(),
    loader: ({ params: unitId, abortSignal: abort }) =>
      this.#api.read(reportSchedulesPath, reportSchedulesSchema, { query: { unitId }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.schedules.error()));

  protected daysOf({ next }: Schedule): string {
    return this.words().days(dayWords(next.from), dayWords(next.to));
  }

  protected async set({ report, dueWorkingDays: before }: Schedule, event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const days = input.valueAsNumber;
    if (!Number.isInteger(days) || days < LEAST_DAYS || days > MOST_DAYS || this.busy()) {
      input.valueAsNumber = before;
      return;
    }
    this.busy.set(true);
    const answer = await this.#api.act({
      ...{ method: 'PUT', path: reportSchedulesPath, answer: reportSchedulesSchema },
      body: { unitId: this.cityId(), schedules: [{ report, dueWorkingDays: days }] },
    });
    this.busy.set(false);
    if (!answer.ok) {
      input.valueAsNumber = before;
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.schedules.set(answer.value);
    this.#toasts.done(this.words().deadlines.saved);
  }
}
