import { Inject, Injectable } from '@nestjs/common';
import { OPEN_STATES, type StateName, type UserId } from '#domain/dossier';
import { stretchOf, type Road } from '#domain/risk';
import { instant, type Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

interface SpanRow {
  readonly from: number;
  readonly to: number | null;
  readonly state: StateName;
  readonly stepKey: string | null;
  readonly holder: string | null;
  readonly dueAt: number | null;
  readonly paused: readonly ('supplement' | 'payment' | 'hold')[];
}

interface RoadRow {
  readonly id: string;
  readonly procedureCode: string;
  readonly field: string;
  readonly receivedAt: number;
  readonly finishedAt: number;
  readonly spans: readonly SpanRow[] | null;
}

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::bigint`;

const ROADS = `select id, procedure_code as "procedureCode", field, received_at as "receivedAt",
    finished_at as "finishedAt", (select jsonb_agg(jsonb_build_object('from', ${ms('from_at')},
      'to', case when to_at = 'infinity' then null else ${ms('to_at')} end, 'state', span.state,
      'stepKey', span.step_key, 'holder', span.holder_user, 'dueAt', ${ms('span.due_at')},
      'paused', to_jsonb(paused)) order by number)
    from dossier_span as span where span.unit_id = dossier.unit_id and dossier_id = dossier.id) as spans
  from dossier where unit_id = $1 and id = any ($2::uuid[]) and received_at is not null`;

// A linked case is told by the one that counts; only results teach how long results take.
const TAUGHT_BY = `select id from dossier where unit_id = $1 and finished_at >= $2
    and finished_at < 'infinity' and outcome = 'issued' and received_at is not null
    and linked_to is null and not annulled
  order by finished_at desc limit $3`;

const OPEN = `select id from dossier where unit_id = $1 and finished_at = 'infinity'
    and state = any ($2) and received_at is not null order by id limit $3`;

const AT_ONCE = 1_000;

const instantOr = (at: number | null): Instant | null => (at === null ? null : instant(at));

const roadOf = (row: RoadRow): Road => ({
  dossierId: row.id,
  procedureCode: row.procedureCode,
  field: row.field,
  receivedAt: instant(row.receivedAt),
  finishedAt: Number.isFinite(row.finishedAt) ? instant(row.finishedAt) : null,
  stretches: (row.spans ?? []).map((span) =>
    stretchOf({
      ...span,
      from: instant(span.from),
      to: instantOr(span.to),
      dueAt: instantOr(span.dueAt),
      holder: span.holder === null ? null : { userId: span.holder as UserId },
    }),
  ),
});

interface Bounds {
  readonly since: Instant;
  readonly most: number;
}

/** The ways dossiers went, as spans tell them. */
@Injectable()
export class RoadReader {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** What was finished with a result since then, the latest first, and everything that is open. */
  async history(unitId: number, { since, most }: Bounds): Promise<readonly Road[]> {
    const finished = await this.#ids(unitId, TAUGHT_BY, [unitId, sqlInstant(since), most]);
    const open = await this.#ids(unitId, OPEN, [unitId, [...OPEN_STATES], most]);
    return this.of(unitId, [...finished, ...open]);
  }

  async of(unitId: number, ids: readonly string[]): Promise<readonly Road[]> {
    const roads: Road[] = [];
    for (let index = 0; index < ids.length; index += AT_ONCE) {
      const some = [unitId, ids.slice(index, index + AT_ONCE)];
      const rows = await this.#tenancy.ask<RoadRow>({ units: [unitId] }, ROADS, some);
      roads.push(...rows.map(roadOf));
    }
    return roads;
  }

  async #ids(unitId: number, sql: string, values: readonly unknown[]): Promise<readonly string[]> {
    const rows = await this.#tenancy.ask<{ readonly id: string }>({ units: [unitId] }, sql, values);
    return rows.map(({ id }) => id);
  }
}
