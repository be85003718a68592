import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  output,
  resource,
  signal,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { dossiersPath } from '#contract/dossiers';
import {
  cityPath,
  cityReportsSchema,
  reportsPath,
  reviewSchema,
  type CityOverview,
} from '#contract/reports';
import { endedPeriods, periodOf, type DossierIndicator } from '#domain/report';
import { dayOf, parseInstant } from '#domain/working-time';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { ApiClient } from '../api/index.ts';
import { injectWords, numberText, readMoment } from '../language/index.ts';
import { CellList, STANDING_SIGNS, STANDING_TONES, type OpenedCell } from '../reports/index.ts';
import { Badge, Icon, dayWords } from '../ui/index.ts';
import {
  HEAT_SIGNS,
  boardUnits,
  groupsOf,
  heatOf,
  ranked,
  weightOf,
  type BoardUnit,
  type CityUnit,
  type SortKey,
} from './board-look.ts';
import { daysOf } from './period-choices.ts';
import { reportsIn, isReceived } from './received-look.ts';
import { UnitPanel } from './unit-panel.ts';

type Counted = 'open' | 'overdue' | 'dueToday' | 'stepLate' | 'paused';
type Distance = Omit<CityUnit['distances'][number], 'indicator'>;
type Listed = 'overdue' | 'dueToday' | 'review';

/** Today in the city: tiles of what goes late, the units ranked, and one of them looked at. */
@Component({
  selector: 'mc-city-day',
  imports: [Badge, CellList, Icon, RouterLink, UnitPanel],
  templateUrl: './city-day.html',
  styleUrls: ['./city-day.css', './city-board.css'],
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CityDay {
  readonly #api = inject(ApiClient);
  protected readonly words = injectWords(cityWords);
  protected readonly names = injectWords(reportWords);
  protected readonly numberText = numberText;
  protected readonly readMoment = readMoment;
  protected readonly dayWords = dayWords;
  protected readonly heatOf = heatOf;
  protected readonly signs = HEAT_SIGNS;
  protected readonly standingSigns = STANDING_SIGNS;
  protected readonly standingTones = STANDING_TONES;
  readonly told = input.required<CityOverview>();
  readonly unitCode = input<string>();
  readonly choose = output<string | undefined>();

  /** Asked beside the board and shown when it is there: nobody waits for it to see what is late. */
  protected readonly review = resource({
    params: () => ({ unitId: this.told().city.id, from: this.told().from, to: this.told().to }),
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${reportsPath}/review`, reviewSchema, { query, abort }),
  });
  /** The month that is over: its reports are due. */
  readonly #month = computed(() => {
    const now = parseInstant(this.told().asOf);
    const last = now === undefined ? undefined : endedPeriods('monthly', dayOf(now)).at(-1);
    return last === undefined ? undefined : daysOf(periodOf(last));
  });
  protected readonly monthDays = computed(() => {
    const month = this.#month();
    return month === undefined ? '' : this.words().days(dayWords(month.from), dayWords(month.to));
  });
  protected readonly reports = resource({
    params: () => {
      const month = this.#month();
      if (month === undefined) return undefined;
      return { unitId: this.told().city.id, report: 'monthly', ...month };
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(`${cityPath}/reports`, cityReportsSchema, { query, abort }),
  });

  protected readonly sort = signal<SortKey>('inTime');
  protected readonly groups = computed(() => groupsOf(this.told().units));
  readonly #board = computed(() =>
    boardUnits(
      this.told().units,
      this.review.hasValue() ? this.review.value().units : undefined,
      this.reports.hasValue() ? this.reports.value().items : undefined,
    ),
  );
  protected readonly rows = computed(() => ranked(this.#board(), this.sort()));
  protected readonly chosen = computed(() =>
    this.told().units.find(({ code }) => code === this.unitCode()),
  );
  protected readonly lateUnits = computed(
    () => this.told().units.filter(({ overdue }) => overdue > 0).length,
  );
  protected readonly numbers = ['open', 'overdue', 'dueToday'] as const;
  protected readonly lists = ['overdue', 'dueToday', 'review'] as const;
  protected readonly asked = ['review', 'report'] as const;
  protected readonly cell = signal<OpenedCell | undefined>(undefined);
  protected readonly received = computed(() => {
    if (!this.reports.hasValue()) return undefined;
    const { items } = this.reports.value();
    const { glance } = this.words();
    const received = items.filter(isReceived).length;
    const late = reportsIn(items, 'sentLate').length;
    return {
      count: glance.reportsOf(numberText(received), numberText(items.length)),
      note: glance.reportsNote(numberText(late), numberText(items.length - received)),
      isLate: reportsIn(items, 'overdue').length > 0,
    };
  });

  protected weightOf(unit: CityUnit): string {
    return weightOf(unit, this.told().units);
  }

  protected reviewTotal(): string {
    return this.review.hasValue() ? numberText(this.review.value().total) : '';
  }

  protected listName(unit: BoardUnit, list: Listed): string {
    return this.words().openOf(unit.name, this.#labelOf(list), unit[list] ?? 0);
  }

  protected openList(unit: BoardUnit, list: Listed): void {
    const heading = this.words().sums.ofUnit(unit.name, this.#labelOf(list));
    const { from, to } = this.told();
    const asked =
      list === 'review'
        ? { path: `${reportsPath}/review/dossiers`, query: { unitId: unit.id, from, to } }
        : {
            path: dossiersPath,
            query: { unitId: unit.id, due: list === 'overdue' ? 'overdue' : 'today' },
          };
    this.cell.set({ ...asked, heading, count: unit[list] ?? 0 });
  }

  #labelOf(list: Listed): string {
    const { overdue, today, review } = this.words();
    return { overdue, dueToday: today, review }[list];
  }

  protected sum(name: Counted): number {
    return this.told().units.reduce((sum, unit) => sum + unit[name], 0);
  }

  protected headOf(name: (typeof this.numbers)[number]): string {
    const { open, overdue, today } = this.words();
    return { open, overdue, dueToday: today }[name];
  }

  protected headOfAsked(name: (typeof this.asked)[number]): string {
    const { review, monthReport } = this.words();
    return { review, report: monthReport }[name];
  }

  protected targetName(indicator: string): string {
    return this.names().indicators[indicator as DossierIndicator];
  }

  protected targetKey(indicator: string): SortKey {
    return `target:${indicator}`;
  }

  protected distanceOf(unit: CityUnit, indicator: string): Distance | undefined {
    return unit.distances.find((each) => each.indicator === indicator);
  }

  protected percent(text: string | null | undefined): string {
    return text === null || text === undefined ? this.words().notArising : `${text} %`;
  }

  protected wordsOfHeat(unit: CityUnit): string {
    const { tile } = this.words();
    const heat = heatOf(unit);
    if (heat === 'none' || heat === 'calm') return tile[heat];
    return [
      ...(unit.overdue > 0 ? [tile.overdue(numberText(unit.overdue))] : []),
      ...(unit.dueToday > 0 ? [tile.today(numberText(unit.dueToday))] : []),
    ].join(' · ');
  }
}
