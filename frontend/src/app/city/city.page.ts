import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  resource,
} from '@angular/core';
import { Router } from '@angular/router';
import { cityOverviewSchema, cityPath } from '#contract/reports';
import { SCHEDULED_REPORTS, periodOf, periodUnderWay } from '#domain/report';
import { dayOf } from '#domain/working-time';
import { cityWords } from '#wording/city';
import { reportWords } from '#wording/reports';
import { ApiClient, OfficeClock, Session, problemOf } from '../api/index.ts';
import { injectWords } from '../language/index.ts';
import { Chips, Field, FieldInput, Notice, Page, Waiting, dayWords } from '../ui/index.ts';
import { CityDay } from './city-day.ts';
import { CityDeadlines } from './city-deadlines.ts';
import { CityReceived } from './city-received.ts';
import { CitySums } from './city-sums.ts';
import { daysOf, periodChoices, reportOf } from './period-choices.ts';

const TABS = ['overview', 'reports', 'consolidation', 'deadlines'] as const;
type Tab = (typeof TABS)[number];

/** *Toàn thành phố*: what goes late today, whose reports are here, and what they say together. */
@Component({
  selector: 'mc-city',
  imports: [
    ...[Chips, CityDay, CityDeadlines, CityReceived, CitySums, Field, FieldInput],
    ...[Notice, Page, Waiting],
  ],
  templateUrl: './city.page.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CityPage {
  readonly #api = inject(ApiClient);
  readonly #router = inject(Router);
  readonly #clock = inject(OfficeClock);
  readonly #session = inject(Session);
  protected readonly words = injectWords(cityWords);
  protected readonly names = injectWords(reportWords);
  protected readonly reports = SCHEDULED_REPORTS;
  protected readonly dayWords = dayWords;

  /** From the address bar: a look can be sent to a colleague. */
  readonly tab = input<string>();
  readonly unit = input<string>();
  readonly kind = input<string>();
  readonly from = input<string>();

  /** The city somebody follows, whichever unit the other screens speak of. */
  protected readonly city = computed(() =>
    this.#session
      .units()
      .find(({ kind, permissions }) => kind === 'city' && permissions.includes('reports.receive')),
  );
  readonly #today = computed(
    () => {
      const now = this.#clock.now();
      return now === undefined ? undefined : dayOf(now);
    },
    { equal: (one, other) => one === other },
  );
  protected readonly shown = computed(
    (): Tab => TABS.find((tab) => tab === this.tab()) ?? 'overview',
  );
  protected readonly tabs = computed(() =>
    TABS.map((value) => ({ value, label: this.words().tabs[value] })),
  );
  protected readonly isOfReports = computed(
    () => this.shown() === 'reports' || this.shown() === 'consolidation',
  );
  protected readonly report = computed(() => reportOf(this.kind()));
  protected readonly choices = computed(() => {
    const today = this.#today();
    return today === undefined ? [] : periodChoices(this.report(), today);
  });
  protected readonly days = computed(() => {
    const choices = this.choices();
    return choices.find(({ from }) => from === this.from()) ?? choices[0];
  });
  protected readonly asked = computed(() => {
    const [city, days] = [this.city(), this.days()];
    if (city === undefined || days === undefined) return undefined;
    return { unitId: city.id, report: this.report(), ...days };
  });
  readonly #month = computed(() => {
    const today = this.#today();
    return today === undefined ? undefined : daysOf(periodOf(periodUnderWay('monthly', today)));
  });

  protected readonly overview = resource({
    params: () => {
      const [city, month] = [this.city(), this.#month()];
      if (this.shown() !== 'overview' || city === undefined || month === undefined)
        return undefined;
      return { unitId: city.id, ...month };
    },
    loader: ({ params: query, abortSignal: abort }) =>
      this.#api.read(cityPath, cityOverviewSchema, { query, abort }),
  });
  protected readonly problem = computed(() => problemOf(this.overview.error()));

  protected go(queryParams: Readonly<Record<string, string | undefined>>): void {
    void this.#router.navigate([], { queryParams, queryParamsHandling: 'merge' });
  }
}
