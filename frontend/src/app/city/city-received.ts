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
  cityFileSchema,
  cityPath,
  cityReportsSchema,
  issueSchema,
  reportIssuesPath,
  type CityReport,
} from '#contract/reports';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { ApiClient, newActKey, problemOf, type Answer } from '../api/index.ts';
import { injectWords, readMoment } from '../language/index.ts';
import { STANDING_SIGNS, STANDING_TONES } from '../reports/index.ts';
import { Badge, Button, Chips, Confirmations, Notice, Toasts, Waiting } from '../ui/index.ts';
import type { AskedReport } from './asked.ts';
import { HEAPS, isReceived, reportsIn, type Heap } from './received-look.ts';

type Done = 'accept' | 'return' | 'upload' | 'withdraw';

/** *Đã gửi / chưa gửi / gửi chậm*: whose reports are here, and what the city does with them. */
@Component({
  selector: 'mc-city-received',
  imports: [Badge, Button, Chips, Notice, Waiting],
  templateUrl: './city-received.html',
  styleUrl: './city-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CityReceived {
  readonly #api = inject(ApiClient);
  readonly #toasts = inject(Toasts);
  readonly #confirmations = inject(Confirmations);
  protected readonly words = injectWords(cityWords);
  protected readonly names = injectWords(reportWords);
  protected readonly readMoment = readMoment;
  protected readonly tones = STANDING_TONES;
  protected readonly signs = STANDING_SIGNS;
  readonly asked = input.required<AskedReport>();
  protected readonly heap = signal<string | undefined>('all');
  protected readonly busyId = signal<number | undefined>(undefined);

  protected readonly reports = resource({
    params: () => this.asked(),
    loader: ({ params, abortSignal: abort }) =>
      this.#api.read(`${cityPath}/reports`, cityReportsSchema, { query: { ...params }, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.reports.error()));
  protected readonly all = computed(() =>
    this.reports.hasValue() ? this.reports.value().items : [],
  );
  protected readonly receivedCount = computed(() => this.all().filter(isReceived).length);
  readonly #heap = computed((): Heap => HEAPS.find((each) => each === this.heap()) ?? 'all');
  protected readonly items = computed(() => reportsIn(this.all(), this.#heap()));
  protected readonly chips = computed(() => {
    const { all, returned, waiting, standings } = this.words().received;
    const labels = { ...standings, all, returned, waiting };
    return HEAPS.map((value) => ({
      ...{ value, label: labels[value] },
      count: reportsIn(this.all(), value).length,
    }));
  });

  protected async accept({ unit, issue }: CityReport): Promise<void> {
    if (issue === null) return;
    await this.#do('accept', unit.id, () =>
      this.#api.act({
        ...{ path: `${reportIssuesPath}/${issue.id}/accept`, body: {}, answer: issueSchema },
        key: newActKey(),
      }),
    );
  }

  protected async giveBack({ unit, issue }: CityReport): Promise<void> {
    if (issue === null) return;
    const { returnHeading, acts } = this.words().received;
    const confirmed = await this.#confirmations.ask({
      ...{ heading: returnHeading(unit.name), act: acts.return, reason: 'required' },
    });
    if (confirmed === undefined) return;
    await this.#do('return', unit.id, () =>
      this.#api.act({
        ...{ path: `${reportIssuesPath}/${issue.id}/return`, answer: issueSchema },
        ...{ body: { reason: confirmed.reason ?? '' }, key: newActKey() },
      }),
    );
  }

  protected async upload({ unit }: CityReport, event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file === undefined) return;
    const { report, from, to } = this.asked();
    const form = new FormData();
    const told = { unitId: String(unit.id), report, from, to, fileName: file.name.slice(0, 200) };
    for (const [name, value] of Object.entries(told)) form.set(name, value);
    form.set('file', file);
    // The same file may be chosen again, once it was mended.
    input.value = '';
    await this.#do('upload', unit.id, () =>
      this.#api.ask(`${cityPath}/files`, form, cityFileSchema),
    );
  }

  protected async withdraw({ unit, file }: CityReport): Promise<void> {
    if (file === null) return;
    const { withdrawHeading, withdrawText, acts } = this.words().received;
    const confirmed = await this.#confirmations.ask({
      ...{ heading: withdrawHeading(file.fileName), text: withdrawText, act: acts.withdraw },
    });
    if (confirmed === undefined) return;
    const path = `${cityPath}/files/${file.id}`;
    await this.#do('withdraw', unit.id, () => this.#api.act({ method: 'DELETE', path }));
  }

  async #do(done: Done, unitId: number, ask: () => Promise<Answer<unknown>>): Promise<void> {
    if (this.busyId() !== undefined) return;
    this.busyId.set(unitId);
    const answer = await ask();
    this.busyId.set(undefined);
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.#toasts.done(this.words().received.done[done]);
    this.reports.reload();
  }
}
