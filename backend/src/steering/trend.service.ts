import { Inject, Injectable } from '@nestjs/common';
import type { Steering, SteeringTrend, SteeringTrendQuery, TrendDay } from '#contract/steering';
import {
  dayOf,
  formatDay,
  isWorkingDay,
  plusDays,
  startOf,
  type Day,
  type Instant,
} from '#domain/working-time';
import { FactBook, OfficeBook, Parameters } from '../dossiers/index.ts';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import { FINISHED_LATE, localDaySql } from '../reports/index.ts';
import { deskSql } from './cells.ts';
import { reachOf, type Reach } from './reach.ts';

interface DayRow {
  /** A day as text: dates are no moments. */
  readonly day: string;
  readonly received: number;
  readonly finished: number;
  readonly late: number;
}

interface Stretch {
  readonly first: Day;
  readonly last: Day;
  readonly now: Instant;
}

const NOTHING = { received: 0, finished: 0, late: 0 };

/** Where the days are read, and in which departments. */
interface Sought {
  readonly unit: string;
  /** The first moment of the first day. */
  readonly from: string;
  /** Undefined: the whole unit's. */
  readonly departments: string | undefined;
}

/** A department's are those that lie there, or lay there last: told so, or in the hands of who sits there. */
const LYING_THERE = (
  departments: string,
): string => `(holder_department = any(${departments}::text[])
    or holder_department is null and holder_user = any((select array_agg(sitter) from desk
      where department = any(${departments}::text[]))::text[]))`;

/**
 * `there`: what lies there and was not finished before the first day, off one index. What came later was
 * finished later too, but for results that a source dates before the receipt: those are looked up one by one.
 */
const thereSql = ({ unit, from, departments }: Sought) =>
  departments === undefined
    ? { there: '', came: '', finished: '' }
    : {
        there: `, there as materialized (select id from dossier
            where unit_id = ${unit} and finished_at >= ${from} and ${LYING_THERE(departments)})`,
        came: `and (dossier_id in (select id from there) or finished_at < ${from} and exists (
            select from dossier where dossier.unit_id = fact.unit_id
              and dossier.id = fact.dossier_id and ${LYING_THERE(departments)}))`,
        finished: 'and dossier_id in (select id from there)',
      };

/** What came and what was finished, day by day: from the facts the reports count, by their idea of late. */
@Injectable()
export class TrendService {
  readonly #tenancy: Tenancy;
  readonly #offices: OfficeBook;
  readonly #facts: FactBook;

  constructor(
    @Inject(Tenancy) tenancy: Tenancy,
    @Inject(OfficeBook) offices: OfficeBook,
    @Inject(FactBook) facts: FactBook,
  ) {
    this.#tenancy = tenancy;
    this.#offices = offices;
    this.#facts = facts;
  }

  async tell(actor: RequestActor, query: SteeringTrendQuery): Promise<SteeringTrend> {
    const reach = reachOf(actor, query.unitId);
    const now = this.#offices.now();
    const last = dayOf(now);
    const first = plusDays(last, 1 - query.days);
    const [rows, calendar] = await Promise.all([
      this.#count(reach, { first, last, now }),
      this.#offices.calendar(reach.unitId),
    ]);
    const counted = new Map(rows.map((row) => [row.day, row]));
    const days = Array.from({ length: query.days }, (_, index): TrendDay => {
      const day = plusDays(first, index);
      const { received, finished, late } = counted.get(formatDay(day)) ?? NOTHING;
      const isWorked = isWorkingDay(calendar, day);
      return { day: formatDay(day), isWorked, received, finished, inTime: finished - late, late };
    });
    return { unitId: reach.unitId, isWholeUnit: reach.departments === undefined, days };
  }

  /** *Hôm nay bao nhiêu hồ sơ?* */
  async today(reach: Reach, now: Instant): Promise<Steering['today']> {
    const today = dayOf(now);
    const [row = NOTHING] = await this.#count(reach, { first: today, last: today, now });
    return { received: row.received, finished: row.finished, late: row.late };
  }

  async #count({ unitId, departments }: Reach, stretch: Stretch): Promise<readonly DayRow[]> {
    await this.#facts.complete([unitId]);
    const { settings } = await this.#offices.unit(unitId);
    const p = new Parameters();
    const unit = `${p.add(unitId)}::int`;
    const at = (moment: Instant): string => `${p.add(sqlInstant(moment))}::timestamptz`;
    const [from, until] = [at(startOf(stretch.first)), at(startOf(plusDays(stretch.last, 1)))];
    const within = (column: string): string => `${column} >= ${from} and ${column} < ${until}`;
    const { there, came, finished } = thereSql({
      ...{ unit, from, departments: departments && p.add(departments) },
    });
    const due = settings.lateAgainst === 'current' ? 'due_at' : 'before_extension_at';
    return this.#tenancy.ask<DayRow>(
      { units: [unitId] },
      `with ${deskSql(unit, at(stretch.now))} ${there}, came as (
         select ${localDaySql('came_at')} as day, count(*)::int as received
         from dossier_fact as fact
         where unit_id = ${unit} and not left_out and ${within('came_at')} ${came} group by 1
       ), finished as (
         select ${localDaySql('finished_at')} as day, count(*)::int as finished,
           count(*) filter (where ${FINISHED_LATE})::int as late
         from (select finished_at, fact.${due} as due,
             ${p.add(settings.lateAfter === 'endOfDueDay')}::boolean as late_after_day
           from dossier_fact as fact
           where unit_id = ${unit} and not left_out and ${within('finished_at')}
             ${finished}) as done group by 1
       ) select day, coalesce(received, 0) as received, coalesce(finished, 0) as finished,
         coalesce(late, 0) as late from came full join finished using (day)`,
      p.values,
    );
  }
}
