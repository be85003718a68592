import { Inject, Injectable } from '@nestjs/common';
import type { CityOverview, CityOverviewQuery } from '#contract/reports';
import { overdueBefore } from '#domain/deadline';
import { OPEN_STATES } from '#domain/dossier';
import {
  DOSSIER_INDICATORS,
  columnsOfPassage,
  definitionOn,
  neededFor,
  partIn,
  sharesTogether,
  type DossierIndicator,
  type IndicatorDefinition,
  type Share,
} from '#domain/report';
import {
  dayOf,
  formatDay,
  formatInstant,
  plusDays,
  startOf,
  type Instant,
} from '#domain/working-time';
import { OfficeBook } from '../../dossiers/index.ts';
import type { RequestActor } from '../../platform/auth/request-actor.ts';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { DefinitionBook } from '../definition-book.service.ts';
import type { ProfileHeap } from '../engine/heap.ts';
import { shareOf } from '../report-answer.ts';
import { CityBook, type City } from './city-book.service.ts';
import { LiveFigures } from './live-figures.service.ts';

interface OpenRow {
  readonly unitId: number;
  readonly open: number;
  readonly overdue: number;
  readonly dueToday: number;
  readonly stepLate: number;
  readonly paused: number;
}

const OPEN = `select unit_id as "unitId", count(*)::int as open,
    (count(*) filter (where due_at < $3))::int as overdue,
    (count(*) filter (where due_at >= $3 and due_at < $4))::int as "dueToday",
    (count(*) filter (where step_due_at < $3))::int as "stepLate",
    (count(*) filter (where paused_since is not null))::int as paused
  from dossier where unit_id = any($1) and finished_at = 'infinity' and state = any($2)
  group by unit_id`;

const NOBODY = { open: 0, overdue: 0, dueToday: 0, stepLate: 0, paused: 0 };

type Definition = Omit<IndicatorDefinition, 'effectiveFrom'> & {
  readonly indicator: DossierIndicator;
};

/** A target of the city: what it asks of every unit. */
interface Target extends Definition {
  readonly targetPercent: number;
}

/** *Toàn thành phố*: where work goes late today, and how far each unit is from the targets. */
@Injectable()
export class CityOverviews {
  readonly #cities: CityBook;
  readonly #live: LiveFigures;
  readonly #definitions: DefinitionBook;
  readonly #offices: OfficeBook;
  readonly #tenancy: Tenancy;

  // eslint-disable-next-line max-params -- a look at a city is at its units, their work and its targets
  constructor(
    @Inject(CityBook) cities: CityBook,
    @Inject(LiveFigures) live: LiveFigures,
    @Inject(DefinitionBook) definitions: DefinitionBook,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(Tenancy) tenancy: Tenancy,
  ) {
    this.#cities = cities;
    this.#live = live;
    this.#definitions = definitions;
    this.#offices = offices;
    this.#tenancy = tenancy;
  }

  async tell(actor: RequestActor, query: CityOverviewQuery): Promise<CityOverview> {
    const city = await this.#cities.of(actor, query.unitId);
    const now = this.#offices.now();
    const [heaps, open, definitions] = await Promise.all([
      this.#live.heaps(actor, city, query),
      this.#open(city, now),
      this.#definitions.of(city.about.id),
    ]);
    const targets = targetsOf(definitions, query);
    const inTime = { ...definitionOn(IN_TIME, definitions, query.to), indicator: IN_TIME };
    const byUnit = Map.groupBy(heaps, ({ row }) => row);
    return {
      city: city.about,
      ...{ from: formatDay(query.from), to: formatDay(query.to), asOf: formatInstant(now) },
      targets: targets.map((target) => ({ ...target, ...distanceOf(target, heaps) })),
      units: city.units.map((unit) => ({
        ...unit,
        ...(open.get(unit.id) ?? NOBODY),
        ...unitFigures(byUnit.get(unit.code) ?? [], { targets, inTime }),
      })),
    };
  }

  async #open({ units }: City, now: Instant): Promise<ReadonlyMap<number, typeof NOBODY>> {
    const ids = units.map(({ id }) => id);
    const tomorrow = startOf(plusDays(dayOf(now), 1));
    const values = [ids, OPEN_STATES, sqlInstant(overdueBefore(now)), sqlInstant(tomorrow)];
    const rows = await this.#tenancy.ask<OpenRow>({ units: ids }, OPEN, values);
    return new Map(rows.map(({ unitId, ...counts }) => [unitId, counts]));
  }
}

const IN_TIME = 'resultsInTime' as const satisfies DossierIndicator;

/** What the city has set a target for, in the order the ratios are told in. */
const targetsOf = (
  definitions: readonly IndicatorDefinition[],
  { to }: Pick<CityOverviewQuery, 'to'>,
): readonly Target[] =>
  DOSSIER_INDICATORS.flatMap((indicator) => {
    const { targetPercent, population } = definitionOn(indicator, definitions, to);
    return targetPercent === undefined ? [] : [{ indicator, population, targetPercent }];
  });

function shareIn({ indicator, population }: Definition, heaps: readonly ProfileHeap[]): Share {
  return sharesTogether(
    heaps.flatMap(({ profile, length }) => {
      const part = partIn(indicator, population, profile);
      if (part === null) return [];
      return [{ numerator: part === 'numerator' ? length : 0, denominator: length }];
    }),
  );
}

const distanceOf = (target: Target, heaps: readonly ProfileHeap[]) => {
  const share = shareIn(target, heaps);
  return { ...shareOf(share), needed: neededFor(share, target.targetPercent) };
};

function unitFigures(
  heaps: readonly ProfileHeap[],
  { targets, inTime }: { readonly targets: readonly Target[]; readonly inTime: Definition },
) {
  const counted = (column: 'resolved' | 'onlineInPeriod' | 'directOrPostInPeriod') =>
    heaps.reduce(
      (sum, { profile, length }) =>
        columnsOfPassage(profile.passage, 16).includes(column) ? sum + length : sum,
      0,
    );
  return {
    received: counted('onlineInPeriod') + counted('directOrPostInPeriod'),
    settled: counted('resolved'),
    inTime: shareOf(shareIn(inTime, heaps)),
    distances: targets.map((target) => ({
      indicator: target.indicator,
      ...distanceOf(target, heaps),
    })),
  };
}
