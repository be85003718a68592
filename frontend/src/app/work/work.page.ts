import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
  viewChild,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DossierItem } from '#contract/dossiers';
import { uiWords } from '#wording/ui';
import { workWords } from '#wording/work';
import {
  ApiClient,
  type LiveNews,
  OfficeCalendar,
  OfficeClock,
  Session,
  injectLive,
} from '../api/index.ts';
import { injectWords, numberText } from '../language/index.ts';
import { Button, Chips, Kbd, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { ActBar } from './act-bar.ts';
import { ChosenRows } from './chosen-rows.ts';
import { CommandRuns, type Order } from './command-runs.ts';
import { DossierPeek } from './dossier-peek.ts';
import { ExportDossiers } from './export-dossiers.ts';
import { HANDOVER_PLACE } from './handover-place.ts';
import { isHandoverTime } from './handover-time.ts';
import { injectHeapChips } from './heap-chips.ts';
import { LiveRows } from './live-rows.ts';
import type { ManyAct } from './many-acts.ts';
import { OrderDialog, type Ordered } from './order-dialog.ts';
import { QuickActs } from './quick-acts.ts';
import { RunList } from './run-list.ts';
import { SourcePages } from './source-pages.ts';
import { type WorkFilters, countsQuery, listQuery, meantQuery, sortOf } from './work-filters.ts';
import { ScanReturn, type Scanned } from './scan-return.ts';
import { injectWorkKeys } from './work-keys.ts';
import { type Question, pagedDossiers } from './work-list.ts';
import { WorkTable } from './work-table.ts';

interface Standing {
  readonly id: string | undefined;
  readonly held: DossierItem | undefined;
}

/** *Việc của tôi*: what is in one's hands, by the time left. */
@Component({
  selector: 'mc-work',
  imports: [
    ...[ActBar, Button, Chips, DossierPeek, Kbd, Notice, OrderDialog, Page, RunList, Waiting],
    ...[ExportDossiers, RouterLink, ScanReturn, WorkTable],
  ],
  providers: [QuickActs, SourcePages],
  templateUrl: './work.page.html',
  styleUrl: './work.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class WorkPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #runs = inject(CommandRuns);
  readonly #toasts = inject(Toasts);
  readonly #sources = inject(SourcePages);
  readonly #calendar = inject(OfficeCalendar).current;
  readonly #clock = inject(OfficeClock);
  protected readonly quick = inject(QuickActs);
  protected readonly words = injectWords(workWords);
  protected readonly ui = injectWords(uiWords);
  protected readonly numberText = numberText;
  protected readonly sortOf = sortOf;
  protected readonly table = viewChild(WorkTable);
  protected readonly orderDialog = viewChild.required(OrderDialog);
  protected readonly scanReturn = viewChild(ScanReturn);
  protected readonly handoverPath = HANDOVER_PLACE;
  protected readonly isHandover = computed(() => {
    const [calendar, now] = [this.#calendar(), this.#clock.now()];
    return calendar !== undefined && now !== undefined && isHandoverTime(calendar, now);
  });
  protected readonly mayExport = computed(() => this.#session.may('dossiers.export'));
  protected readonly mayReturn = computed(() => this.#session.may('dossiers.return'));

  /** From the address bar, which is where the filters live: never a name, never a phone number. */
  readonly scope = input<string>();
  readonly due = input<string>();
  readonly q = input<string>();
  readonly sort = input<string>();
  readonly open = input<string>();
  /** What was searched for stays on this page: it may be a name. */
  protected readonly text = signal('');

  protected readonly filters = computed<WorkFilters>(() => ({
    scope: this.scope() === 'unit' ? 'unit' : 'mine',
    due: this.due(),
    q: this.q(),
    sort: this.sort(),
    text: this.text(),
  }));

  readonly #unitId = computed(() => this.#session.unit()?.id ?? 0);
  readonly #question = (): Question => ({
    query: listQuery(this.filters(), this.#unitId()),
    text: this.text(),
  });
  protected readonly list = pagedDossiers(this.#api, this.#question);
  protected readonly live = new LiveRows(this.#api, {
    list: this.list,
    question: this.#question,
    unitId: this.#unitId,
  });

  protected readonly active = signal<string | undefined>(undefined);
  /** The row one stands on, kept when it has been let go. */
  readonly #standing = linkedSignal<Standing, DossierItem | undefined>({
    source: () => ({ id: this.active(), held: this.#row(this.active()) }),
    computation: ({ id, held }, before) =>
      held ?? (before?.source.id === id ? before?.value : undefined),
  });
  protected readonly chosen = new ChosenRows();
  protected readonly canTakeWhole = computed(
    () => !this.list.isWhole() && this.text() === '' && this.chosen.ids().size > 0,
  );

  protected readonly counts = injectHeapChips(() => ({
    query: countsQuery(this.filters(), this.#unitId()),
    text: this.text(),
  }));

  protected readonly isFiltered = computed(() => {
    const { due, q, text } = this.filters();
    return [due, q, text].some((each) => each !== undefined && each !== '');
  });

  protected readonly opened = computed(() =>
    this.open() === this.active() ? this.#standing() : this.#row(this.open()),
  );

  constructor() {
    effect(() => {
      this.filters();
      this.#unitId();
      untracked(() => {
        this.chosen.clear();
        void this.refresh();
      });
    });
    effect(() => {
      const active = this.active();
      const open = untracked(this.open);
      // Somebody came by an address that opens one: there they stand.
      if (active === undefined) this.active.set(open);
      else if (open !== undefined && open !== active) this.go({ open: active });
    });
    injectLive((news) => this.#hear(news));
    inject(DestroyRef).onDestroy(() => this.live.stop());
    injectWorkKeys(this.words, {
      step: (by) => this.table()?.step(by),
      finish: (act) => this.#onActive((row) => this.quick.press(row, act)),
      takeBack: () => this.quick.takeBack(),
      back: () => this.#back(),
      refresh: () => void this.refresh(),
      page: () => this.#onActive((row) => this.#router.navigate(['/', DOSSIER_PLACE, row.id])),
      source: () => this.#onActive((row) => this.#sources.open(row)),
      scan: () => this.scanReturn()?.open(),
    });
  }

  protected async refresh(): Promise<void> {
    this.live.forget();
    this.counts.reload();
    this.table()?.toTop();
    await this.list.reload();
  }

  /** Every filter is an address: it can be kept, sent and gone back to. */
  protected go(
    to: Partial<Record<'scope' | 'due' | 'q' | 'sort' | 'open', string | undefined>>,
  ): void {
    const cleared = Object.entries(to).map(
      ([name, value]) => [name, value === undefined || value === '' ? null : value] as const,
    );
    void this.#router.navigate([], {
      queryParams: Object.fromEntries(cleared),
      queryParamsHandling: 'merge',
      replaceUrl: 'open' in to,
    });
  }

  protected search(event: Event): void {
    event.preventDefault();
    const field = (event.target as HTMLFormElement).elements.namedItem('q');
    if (!(field instanceof HTMLInputElement)) return;
    this.text.set(field.value.trim());
    if (this.q() !== undefined) this.go({ q: undefined });
  }

  protected unfilter(): void {
    this.text.set('');
    this.go({ due: undefined, q: undefined });
  }

  protected choose(ids: ReadonlySet<string>): void {
    this.chosen.take(ids, this.list.items());
  }

  protected chooseAgain(ids: readonly string[]): void {
    this.choose(new Set(ids));
  }

  protected ask(act: ManyAct): void {
    this.orderDialog().open({
      act,
      count: this.chosen.isWhole() ? undefined : this.chosen.ids().size,
    });
  }

  protected async order(ordered: Ordered): Promise<void> {
    const unitId = this.#unitId();
    const { codes, ids } = this.chosen;
    const meant = this.chosen.isWhole()
      ? { filter: meantQuery(this.filters(), unitId) }
      : { ids: [...ids()] };
    if (await this.#send({ ...ordered, ...meant, unitId, codes })) this.chosen.clear();
  }

  protected handOver({ method, ...slips }: Scanned): void {
    void this.#send({ ...slips, act: 'return', body: { method }, unitId: this.#unitId() });
  }

  async #send(order: Order): Promise<boolean> {
    const problem = await this.#runs.order(order);
    if (problem !== undefined) this.#toasts.failed(`${problem.title}. ${problem.detail}`);
    return problem === undefined;
  }

  #onActive(act: (row: DossierItem) => Promise<unknown>): void {
    const row = this.#standing();
    if (row === undefined) this.#toasts.news(this.words().standFirst);
    else void act(row);
  }

  #row(id: string | undefined): DossierItem | undefined {
    return this.list.items().find((item) => item.id === id);
  }

  #back(): void {
    if (this.open() === undefined) this.chosen.clear();
    else this.go({ open: undefined });
  }

  #hear(news: LiveNews): void {
    if (news === 'reset') this.#doubt();
    else if (news.type === 'dossier') {
      this.live.hear(news.id);
      this.counts.soon();
    }
  }

  /** Changes were missed: what stands here stays, and is offered anew. */
  #doubt(): void {
    this.live.doubt();
    this.counts.soon();
  }
}
