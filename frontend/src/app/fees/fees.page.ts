import {
  ChangeDetectionStrategy,
  Component,
  DOCUMENT,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  resource,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  feeDossierPageSchema,
  feePaymentPageSchema,
  feeSummarySchema,
  feesPath,
  type FeeSummary,
} from '#contract/fees';
import { dayOf, formatDay } from '#domain/working-time';
import { feesWords } from '#wording/fees';
import { ApiClient, OfficeClock, PagedList, Session, injectLive, problemOf } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords } from '../language/index.ts';
import {
  Button,
  type Chip,
  Chips,
  dayWords,
  Kbd,
  Notice,
  Page,
  Toasts,
  Waiting,
} from '../ui/index.ts';
import { dayOr } from './day-or.ts';
import { FeeFigures, type Narrowing } from './fee-figures.ts';
import { type FeeFilters, feeViews, listQuery, viewOf } from './fee-filters.ts';
import { injectFeeKeys } from './fee-keys.ts';
import { FeePanel } from './fee-panel.ts';
import { PeriodPicker } from './period-picker.ts';
import { BOOK_PLACE } from './fee-places.ts';
import { type FeeRow, dossierRow, paymentRow } from './fee-row.ts';
import type { FeeAct } from './fee-sheets.ts';
import { FeeTable } from './fee-table.ts';

type Told = 'view' | 'from' | 'to' | 'method' | 'officer' | 'procedure';

/** The figures follow what happens, not more often than anybody reads them. */
const TOGETHER_MS = 1_000;

const NEWS: ReadonlySet<string> = new Set(['dossier', 'feeBook']);

/** *Phí, lệ phí*: who still has to pay, and what the days have brought. */
@Component({
  selector: 'mc-fees',
  imports: [
    ...[Button, Chips, FeeFigures, FeePanel, FeeTable, Kbd, Notice, Page, PeriodPicker],
    ...[RouterLink, Waiting],
  ],
  templateUrl: './fees.page.html',
  styleUrl: './fees.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FeesPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  readonly #document = inject(DOCUMENT);
  readonly #clock = inject(OfficeClock);
  protected readonly words = injectWords(feesWords);
  protected readonly bookPlace = `/${BOOK_PLACE}`;
  protected readonly table = viewChild(FeeTable);
  protected readonly panel = viewChild(FeePanel);

  /** From the address bar: days and codes, never a name. */
  readonly view = input<string>();
  readonly from = input<string>();
  readonly to = input<string>();
  readonly method = input<string>();
  readonly officer = input<string>();
  readonly procedure = input<string>();

  protected readonly today = computed(() => {
    const now = this.#clock.now();
    return now === undefined ? undefined : dayOf(now);
  });
  protected readonly filters = computed<FeeFilters | undefined>(() => {
    const today = this.today();
    if (today === undefined) return undefined;
    const from = dayOr(this.from(), today);
    return {
      ...{ view: viewOf(this.view()), from: formatDay(from) },
      to: formatDay(dayOr(this.to(), from)),
      ...{ method: this.method(), officer: this.officer(), procedure: this.procedure() },
    };
  }, equalTo);
  readonly #unitId = computed(() => this.#session.unit()?.id ?? 0);

  protected readonly list = new PagedList<FeeRow>(async (cursor, abort) => {
    const filters = this.filters();
    if (filters === undefined) return { items: [], nextCursor: null };
    const asked = { query: { ...listQuery(filters, this.#unitId()), cursor }, abort };
    if (filters.view === 'taken') {
      const page = await this.#api.read(`${feesPath}/payments`, feePaymentPageSchema, asked);
      return { ...page, items: page.items.map(paymentRow) };
    }
    const page = await this.#api.read(`${feesPath}/dossiers`, feeDossierPageSchema, asked);
    return { ...page, items: page.items.map(dossierRow) };
  });

  protected readonly summary = resource({
    params: () => {
      const filters = this.filters();
      return filters && { unitId: this.#unitId(), from: filters.from, to: filters.to };
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${feesPath}/summary`, feeSummarySchema, { query, abort }),
  });
  protected readonly problem = computed(
    () => this.list.problem() ?? problemOf(this.summary.error()),
  );
  protected readonly told = computed(() =>
    this.summary.hasValue() ? this.summary.value() : undefined,
  );

  protected readonly active = signal<string | undefined>(undefined);
  /** The list is another by now; it is renewed when whoever reads it says so. */
  protected readonly isStale = signal(false);
  protected readonly busy = signal('');
  protected readonly row = computed(() => this.list.items().find(({ id }) => id === this.active()));

  protected readonly chips = computed<readonly Chip[]>(() =>
    feeViews.map((value) => ({
      value,
      label: this.words().views[value],
      count: countOf(this.told(), value),
      ...(value === 'due' && { icon: 'money', tone: 'near' }),
    })),
  );
  protected readonly period = computed(() => {
    const { from = '', to = '' } = this.filters() ?? {};
    return this.words().ofPeriod(dayWords(from), dayWords(to));
  });
  /** What narrows the list besides its heap and its days. */
  protected readonly narrowing = computed(() => {
    const { method, officer, procedure } = this.filters() ?? {};
    const name = (id: string | undefined) =>
      this.list.items().find(({ payment }) => payment?.officer.id === id)?.payment?.officer.name;
    const told = [
      method && (this.words().methods[method] ?? method),
      officer && (name(officer) ?? this.words().columns.officer),
      procedure,
    ];
    return told.filter((each) => each !== undefined && each !== '').join(' · ');
  });

  constructor() {
    effect(() => {
      this.filters();
      this.#unitId();
      untracked(() => void this.refresh());
    });
    let timer: ReturnType<typeof setTimeout> | undefined;
    injectLive((news) => {
      if (news !== 'reset' && !NEWS.has(news.type)) return;
      timer ??= setTimeout(() => {
        timer = undefined;
        this.summary.reload();
      }, TOGETHER_MS);
    });
    inject(DestroyRef).onDestroy(() => clearTimeout(timer));
    effect(() => this.#compare(this.told()));
    injectFeeKeys(this.words, {
      step: (by) => this.table()?.step(by),
      act: (act) => this.#begin(act),
      open: () => this.#open(),
      book: () => void this.#router.navigateByUrl(this.bookPlace),
      refresh: () => void this.refresh(),
      print: () => void this.hand('pdf'),
      back: () => this.active.set(undefined),
    });
  }

  protected async refresh(): Promise<void> {
    this.isStale.set(false);
    this.#seen = undefined;
    this.summary.reload();
    await this.list.reload();
  }

  protected go(to: Partial<Record<Told, string | undefined>>): void {
    this.active.set(undefined);
    const queryParams = Object.fromEntries(
      Object.entries(to).map(([name, value]) => [name, value ?? null]),
    );
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }

  /** A figure of the period opens the payments it is the sum of. */
  protected narrow({ method, procedure }: Narrowing): void {
    this.go({ view: 'taken', method, procedure, officer: undefined });
  }

  protected async hand(format: 'xlsx' | 'pdf'): Promise<void> {
    const filters = this.filters();
    if (filters === undefined || this.busy() !== '') return;
    this.busy.set(format);
    const { from, to, method, officer } = filters;
    const body = {
      ...{ unitId: this.#unitId(), from, to, format },
      ...(method !== undefined && { method }),
      ...(officer !== undefined && { officer }),
    };
    const answer = await this.#api.fetchFile(`${feesPath}/exports`, body);
    this.busy.set('');
    if (!answer.ok) {
      this.#toasts.failed(`${answer.problem.title}. ${answer.problem.detail}`);
      return;
    }
    this.#save(answer.value, `thu-phi-${from}-${to}.${format}`);
    this.#toasts.done(this.words().exports.made);
  }

  #save(file: Blob, name: string): void {
    const link = this.#document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  }

  #begin(act: FeeAct): void {
    // Whoever has chosen nothing yet means the first.
    if (this.row() === undefined) this.active.set(this.list.items()[0]?.id);
    if (this.row() === undefined) this.#toasts.news(this.words().chooseRow);
    // The panel comes with the row it belongs to.
    else setTimeout(() => this.panel()?.begin(act));
  }

  #open(): void {
    const id = this.row()?.dossier.id;
    if (id !== undefined) void this.#router.navigate([`/${DOSSIER_PLACE}`, id]);
  }

  #seen: string | undefined;

  /** Figures renew where they stand; the list below them is offered anew. */
  #compare(told: FeeSummary | undefined): void {
    if (told === undefined) return;
    const now = JSON.stringify(told);
    if (this.#seen !== undefined && this.#seen !== now) this.isStale.set(true);
    this.#seen = now;
  }
}

const equalTo = {
  equal: (one: FeeFilters | undefined, other: FeeFilters | undefined): boolean =>
    JSON.stringify(one) === JSON.stringify(other),
};

const countOf = (
  told: FeeSummary | undefined,
  view: (typeof feeViews)[number],
): number | undefined => {
  if (told === undefined) return undefined;
  return view === 'taken' ? told.count : told.standings[view].dossiers;
};
