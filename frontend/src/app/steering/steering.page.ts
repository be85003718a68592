import {
  ChangeDetectionStrategy,
  Component,
  DestroyRef,
  computed,
  inject,
  input,
  resource,
  signal,
  viewChild,
  viewChildren,
} from '@angular/core';
import { Router } from '@angular/router';
import {
  ALL_ROWS,
  type SteeringCell,
  type SteeringItem,
  steeringCells,
  steeringPath,
  steeringRisks,
  steeringRows,
  steeringSchema,
  steeringTrendPath,
  steeringTrendSchema,
} from '#contract/steering';
import { type SteeringWords, steeringWords } from '#wording/steering';
import { ApiClient, type LiveNews, Session, injectLive, problemOf } from '../api/index.ts';
import { DOSSIER_PLACE } from '../dossiers/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { RisksAhead } from '../risk/index.ts';
import { injectShortcut } from '../shell/index.ts';
import { Button, Chips, Notice, Page, Toasts, Waiting } from '../ui/index.ts';
import { AgeingMatrix } from './ageing-matrix.ts';
import { EscalationList } from './escalation-list.ts';
import type { OpenedCell } from './opened-cell.ts';
import { ReassignDialog } from './reassign-dialog.ts';
import { type Chip, riskChips } from './risk-chips.ts';
import { SteeringList } from './steering-list.ts';
import { TrendChart } from './trend-chart.ts';

/** A burst of changes is one look at the numbers. */
const TOGETHER_MS = 1_500;
/** What is late becomes so by itself. */
const MINUTE_MS = 60_000;

/** One of the two at most. */
interface Stood {
  readonly dossier?: string | undefined;
  readonly climbed?: string | undefined;
}

type Place = Partial<Record<'by' | 'cell' | 'days' | 'heap' | 'row', string | undefined>>;

/** *Điều hành*: what goes late if nobody acts, seen and acted on in one place. */
@Component({
  selector: 'mc-steering',
  imports: [
    ...[AgeingMatrix, Button, Chips, EscalationList, Notice, Page, ReassignDialog],
    ...[RisksAhead, SteeringList, TrendChart, Waiting],
  ],
  templateUrl: './steering.page.html',
  styleUrl: './steering.page.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class SteeringPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #session = inject(Session);
  readonly #toasts = inject(Toasts);
  protected readonly words = injectWords(steeringWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly all = ALL_ROWS;
  protected readonly lists = viewChildren(SteeringList);
  protected readonly escalations = viewChild(EscalationList);
  protected readonly reassigning = viewChild(ReassignDialog);

  /** From the address bar: a look can be sent to a colleague. */
  readonly by = input<string>();
  readonly heap = input<string>();
  readonly row = input<string>();
  readonly cell = input<string>();
  readonly days = input<string>();

  readonly #unitId = computed(() => this.#session.unit()?.id);
  readonly #rows = computed(() => steeringRows.find((each) => each === this.by()));

  protected readonly board = resource({
    params: () => ({ unitId: this.#unitId(), by: this.#rows() }),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(steeringPath, steeringSchema, { query, abort }),
  });
  protected readonly length = computed(() => (this.days() === '90' ? '90' : '30'));
  protected readonly trend = resource({
    params: () => ({ unitId: this.#unitId(), days: this.length() }),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(steeringTrendPath, steeringTrendSchema, { query, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.board.error()));
  protected readonly trendProblem = computed(() => problemOf(this.trend.error()));
  protected readonly told = computed(() =>
    this.board.hasValue() ? this.board.value() : undefined,
  );

  protected readonly risk = computed(
    () => steeringRisks.find((each) => each === this.heap()) ?? 'risk',
  );
  protected readonly risks = computed<readonly Chip[]>(() =>
    riskChips(this.words().risks, this.told()?.total),
  );
  protected readonly riskCell = computed<OpenedCell | undefined>(
    () => {
      const by = this.told()?.by;
      const heading = `${this.words().risksHeading}: ${this.words().risks[this.risk()]}`;
      return by && { by, row: ALL_ROWS, cell: this.risk(), heading };
    },
    { equal: sameCell },
  );
  protected readonly opened = computed<OpenedCell | undefined>(
    () => {
      const [told, row] = [this.told(), this.row()];
      const cell = steeringCells.find((each) => each === this.cell());
      if (told === undefined || row === undefined || cell === undefined) return undefined;
      return { by: told.by, row, cell, heading: this.#headingOf(row, cell) };
    },
    { equal: sameCell },
  );
  protected readonly rowChips = computed(() =>
    (this.told()?.mayAskBy ?? []).map((value) => ({ value, label: this.words().by[value] })),
  );
  protected readonly escalated = computed(() => {
    const list = this.escalations()?.list;
    const known = list?.items().length ?? 0;
    if (list?.isComplete() === true) return numberText(known);
    return known === 0 ? '…' : `${numberText(known)}+`;
  });
  /** Where one stands: on a dossier, or on what has climbed. */
  readonly #stood = signal<Stood>({});
  protected readonly activeId = computed(() => this.#stood().dossier);
  protected readonly climbedId = computed(() => this.#stood().climbed);
  protected readonly turn = signal(0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    injectLive((news) => this.#hear(news));
    const minutes = setInterval(() => this.board.reload(), MINUTE_MS);
    inject(DestroyRef).onDestroy(() => {
      clearInterval(minutes);
      clearTimeout(this.#timer);
    });
    const key = (name: keyof SteeringWords['keys']) => computed(() => this.words().keys[name]);
    injectShortcut('j', key('down'), () => this.#list()?.step(1));
    injectShortcut('k', key('up'), () => this.#list()?.step(-1));
    injectShortcut('p', key('reassign'), () => this.#reassignActive());
    injectShortcut('o', key('page'), () => this.#openActive());
    injectShortcut('d', key('acknowledge'), () => this.escalations()?.begin('acknowledge'));
    injectShortcut('s', key('snooze'), () => this.escalations()?.begin('snooze'));
  }

  protected stand(at: Stood): void {
    this.#stood.set(at);
  }

  protected go(to: Place): void {
    void this.#router.navigate([], {
      queryParams: Object.fromEntries(
        Object.entries(to).map(([name, value]) => [name, value ?? null]),
      ),
      queryParamsHandling: 'merge',
    });
  }

  protected open({ row, cell }: Pick<OpenedCell, 'cell' | 'row'>): void {
    this.go({ row, cell });
  }

  protected countOf({ row, cell }: OpenedCell): number {
    const told = this.told();
    const cells = row === ALL_ROWS ? told?.total : told?.rows.find(({ key }) => key === row)?.cells;
    return cells?.[cell] ?? 0;
  }

  protected ask(item: SteeringItem): void {
    this.reassigning()?.open(item);
  }

  /** What was just handed over is shown where it is now. */
  protected refresh(): void {
    this.board.reload();
    for (const list of this.lists()) void list.refresh();
  }

  #headingOf(key: string, cell: SteeringCell): string {
    const { bands, columns, nobodysRow, risks, total } = this.words();
    const row = this.told()?.rows.find((each) => each.key === key);
    const name = key === ALL_ROWS ? total : (row?.label ?? nobodysRow);
    return `${name} · ${{ ...risks, ...bands, ...columns }[cell]}`;
  }

  /** The list one stands in, else the first. */
  #list(): EscalationList | SteeringList | undefined {
    const all = [...this.lists(), this.escalations()];
    return all.find((list) => list?.active() !== undefined) ?? this.lists()[0];
  }

  #reassignActive(): void {
    const id = this.activeId();
    const item = this.lists()
      .map((list) => list.active())
      .find((each) => each?.id === id && id !== undefined);
    if (item === undefined) this.#toasts.news(this.words().standFirst);
    else this.ask(item);
  }

  #openActive(): void {
    const id = this.activeId() ?? this.escalations()?.active()?.dossierId ?? undefined;
    if (id === undefined) this.#toasts.news(this.words().standFirst);
    else void this.#router.navigate(['/', DOSSIER_PLACE, id]);
  }

  #hear(news: LiveNews): void {
    if (news !== 'reset' && !/^(?:absence|alert|dossier)$/.test(news.type)) return;
    this.#timer ??= setTimeout(() => {
      this.#timer = undefined;
      this.board.reload();
      this.trend.reload();
      this.turn.update((turn) => turn + 1);
    }, TOGETHER_MS);
  }
}

function sameCell(one: OpenedCell | undefined, other: OpenedCell | undefined): boolean {
  return (['by', 'row', 'cell', 'heading'] as const).every((name) => one?.[name] === other?.[name]);
}
