import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  resource,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  digitisationSchema,
  ii06bSchema,
  indicatorsSchema,
  reportsPath,
  type ReportForm,
} from '#contract/reports';
import type { RowBy } from '#domain/report';
import { dayOf, formatDay } from '#domain/working-time';
import { reportWords } from '#wording/reports';
import { ApiClient, OfficeClock, Session, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { injectShortcut } from '../shell/index.ts';
import {
  Button,
  Chips,
  DayInput,
  dayWords,
  Field,
  FieldInput,
  Kbd,
  Notice,
  Page,
  Waiting,
} from '../ui/index.ts';
import type { CellPress, OpenedCell } from './cell.ts';
import type { AskedDays } from './asked-days.ts';
import { CellList } from './cell-list.ts';
import { Comparison } from './comparison.ts';
import { DueStrip } from './due-strip.ts';
import { FileTable } from './file-table.ts';
import { Ii06bTable } from './ii06b-table.ts';
import { IssueList } from './issue-list.ts';
import { LateList } from './late-list.ts';
import { PRESETS, endOf, presetOf, presetPeriod, readPeriod } from './period-choice.ts';
import { RatioTable } from './ratio-table.ts';
import { ReportDrawer } from './report-drawer.ts';
import { ROWS, TABS, isCounted, isForm, isLateCell, type Tab } from './report-tabs.ts';
import { ScheduleList } from './schedule-list.ts';
import { StepReport } from './step-report.ts';

/** *Báo cáo*: the figures of any days, each opening into its dossiers, and their way to the city. */
@Component({
  selector: 'mc-reports',
  imports: [
    ...[
      Button,
      CellList,
      Chips,
      Comparison,
      DayInput,
      DueStrip,
      Field,
      FieldInput,
      FileTable,
      Ii06bTable,
    ],
    ...[
      IssueList,
      Kbd,
      LateList,
      Notice,
      Page,
      RatioTable,
      RouterLink,
      ScheduleList,
      StepReport,
      Waiting,
    ],
  ],
  templateUrl: './reports.page.html',
  styleUrl: './reports.page.css',
  providers: [ReportDrawer],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ReportsPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #clock = inject(OfficeClock);
  readonly #session = inject(Session);
  readonly #drawer = inject(ReportDrawer);
  protected readonly words = injectWords(reportWords);
  protected readonly presets = PRESETS;
  protected readonly rows = ROWS;
  protected readonly checkPlace = '/bao-cao/kiem-tra';

  /** From the address bar, so that a report can be sent as a link. */
  readonly from = input<string>();
  readonly to = input<string>();
  readonly by = input<string>();
  readonly tab = input<string>();
  readonly row = input<string>();
  readonly column = input<string>();
  readonly asOf = input<string>();
  readonly compare = input<string>();

  readonly #today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? undefined : dayOf(now);
  });
  protected readonly period = computed(
    () => {
      const today = this.#today();
      if (today === undefined) return undefined;
      return readPeriod(this.from(), this.to()) ?? presetPeriod('month', today);
    },
    { equal: (one, other) => one?.from === other?.from && one?.to === other?.to },
  );
  protected readonly days = computed(() => {
    const period = this.period();
    return period && { from: formatDay(period.from), to: formatDay(period.to) };
  });
  protected readonly unitName = computed(() => this.#session.unit()?.name ?? '');
  protected readonly dayWords = dayWords;
  /** Until its last day is over a period counts as late what is due before its end. */
  protected readonly isGoingOn = computed(() => {
    const [period, today] = [this.period(), this.#today()];
    return period !== undefined && today !== undefined && period.to >= today;
  });
  protected readonly preset = computed(() => {
    const [period, today] = [this.period(), this.#today()];
    return period && today !== undefined ? presetOf(period, today) : undefined;
  });
  protected readonly form = computed((): Tab => TABS.find((tab) => tab === this.tab()) ?? 'ii06b');
  protected readonly isFigures = computed(() => isForm(this.form()));
  /** The form that is compared, where somebody asked for it. */
  protected readonly compared = computed(() => {
    const form = this.form();
    return this.compare() !== undefined && isForm(form) ? form : undefined;
  });
  protected readonly isCounted = computed(() => isCounted(this.form()));
  protected readonly rowsAre = computed(
    (): RowBy => ROWS.find((by) => by === this.by()) ?? 'field',
  );
  protected readonly tabs = computed(() =>
    TABS.map((value) => ({ value, label: this.words().screen.forms[value] })),
  );

  protected readonly asked = computed((): AskedDays | undefined => {
    const [days, unitId, asOf] = [this.days(), this.#session.unit()?.id, endOf(this.asOf())];
    if (days === undefined || unitId === undefined) return undefined;
    return { ...days, unitId, ...(asOf !== undefined && { asOf }) };
  });
  protected readonly isPast = computed(() => this.asked()?.asOf !== undefined);
  protected readonly ii06b = resource({
    params: () => {
      const asked = this.asked();
      return this.form() === 'ii06b' && asked ? { ...asked, by: this.rowsAre() } : undefined;
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/ii06b`, ii06bSchema, { query, abort }),
  });
  protected readonly digitisation = resource({
    params: () => {
      const asked = this.asked();
      return this.form() === 'digitisation' && asked ? { ...asked, by: this.rowsAre() } : undefined;
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/digitisation`, digitisationSchema, { query, abort }),
  });
  protected readonly indicators = resource({
    params: () => (this.form() === 'indicators' ? this.asked() : undefined),
    loader: ({ params, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/indicators`, indicatorsSchema, {
        query: { ...params },
        abort,
      }),
  });
  protected readonly problem = computed(() =>
    problemOf(this.ii06b.error() ?? this.digitisation.error() ?? this.indicators.error()),
  );

  /** Another report has other cells: what stood open is closed. */
  readonly #press = linkedSignal<unknown, CellPress | undefined>({
    source: () => [this.asked(), this.rowsAre(), this.form()],
    computation: () => undefined,
  });
  protected readonly opened = this.#press.asReadonly();
  protected readonly cell = computed((): OpenedCell | undefined => {
    const [press, asked, form] = [this.#press(), this.asked(), this.form()];
    if (press === undefined || asked === undefined || !isForm(form)) return undefined;
    const { row, column, part, count } = press;
    const query = { ...asked, by: this.rowsAre(), row, column, part };
    return { path: `${reportsPath}/${form}/dossiers`, query, count, heading: this.#heading(press) };
  });
  protected readonly mayDraft = this.#drawer.mayDraft;
  protected readonly busy = this.#drawer.busy.asReadonly();

  constructor() {
    injectShortcut(
      'l',
      computed(() => this.words().screen.draw),
      () => void this.draw(),
    );
  }

  protected open(press: CellPress): void {
    this.#press.set(press);
  }

  protected close(): void {
    this.#press.set(undefined);
  }

  /** From a late cell to who held its dossiers. */
  protected openLate({ row, column }: CellPress): void {
    this.go({ tab: 'late', by: this.rowsAre(), row, column });
  }

  protected isLate({ column }: CellPress): boolean {
    return isLateCell(this.form(), column);
  }

  protected choosePreset(value: string): void {
    const today = this.#today();
    const preset = PRESETS.find((each) => each === value);
    if (preset === undefined || today === undefined) return;
    const { from, to } = presetPeriod(preset, today);
    this.go({ from: formatDay(from), to: formatDay(to) });
  }

  protected go(queryParams: Readonly<Record<string, string | undefined>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  protected reload(): void {
    for (const each of [this.ii06b, this.digitisation, this.indicators]) each.reload();
  }

  protected async draw(): Promise<void> {
    const isDrawn = await this.#drawer.draw(this.asked(), this.preset());
    if (isDrawn) this.go({ tab: 'issues' });
  }

  #heading({ rowLabel, column, part }: CellPress): string {
    if (part !== undefined) return rowLabel;
    const { cells, screen } = this.words();
    const names: Readonly<Record<string, string>> =
      this.form() === ('digitisation' satisfies ReportForm) ? screen.fileColumns : cells;
    return `${rowLabel} – ${names[column] ?? column}`;
  }
}
