import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  untracked,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  lateLinesOf,
  lateSchema,
  reportsPath,
  type LateItem,
  type LateStretchTold,
} from '#contract/reports';
import { LATE_COLUMNS, type LateColumn } from '#domain/report';
import { reportWords } from '#wording/reports';
import { uiWords } from '#wording/ui';
import { ApiClient, PagedList } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { Button, Chips, Notice, StateBadge, Waiting, spanText } from '../ui/index.ts';
import type { AskedDays } from './asked-days.ts';

const PAGE = 50;
const MINUTE_MS = 60_000;

/** Every late dossier of the days, hand by hand: who held it, for how long, and how much after its due moment. */
@Component({
  selector: 'mc-late-list',
  imports: [Button, Chips, Notice, RouterLink, StateBadge, Waiting],
  templateUrl: './late-list.html',
  styleUrls: ['./report-table.css', './late-list.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LateList {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(reportWords);
  readonly #ui = injectWords(uiWords);
  protected readonly readMoment = readMoment;
  protected readonly numberText = numberText;
  readonly days = input.required<AskedDays>();
  /** The row somebody came from, of a table by these rows; without them all. */
  readonly by = input<string>();
  readonly row = input<string>();
  readonly column = input<string>();

  protected readonly chosen = linkedSignal<string | undefined, LateColumn | undefined>({
    source: this.column,
    computation: (column) => LATE_COLUMNS.find((each) => each === column),
  });
  protected readonly chips = computed(() =>
    LATE_COLUMNS.map((value) => ({ value, label: this.words().late.columns[value] })),
  );
  protected readonly list = new PagedList<LateItem>((cursor, abort) => {
    const query = { ...this.#query(), limit: PAGE, cursor };
    return this.#api.read(`${reportsPath}/late`, lateSchema, { query, abort });
  });
  readonly #query = computed(() => ({
    ...this.days(),
    ...{ by: this.by() ?? 'field', row: this.row() ?? 'total', column: this.chosen() },
  }));
  protected readonly lines = computed(() => lateLinesOf(this.list.items()));

  constructor() {
    effect(() => {
      this.#query();
      untracked(() => void this.list.reload());
    });
  }

  protected choose(value: string | undefined): void {
    this.chosen.set(LATE_COLUMNS.find((each) => each === value));
  }

  protected codeOf({ officialCode, code }: LateItem): string {
    return officialCode ?? code;
  }

  protected span(minutes: number): string {
    return spanText(minutes * MINUTE_MS, this.#ui().span);
  }

  protected heldBy({ agency, department }: LateStretchTold): string {
    if (agency !== null) return this.words().agency(agency);
    return department?.label ?? this.words().nobody;
  }
}
