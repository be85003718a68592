import { Inject, Injectable } from '@nestjs/common';
import type { FeeSummary, FeeSummaryQuery } from '#contract/fees';
import { inBookOrder, sumOf } from '#domain/fee';
import { formatDay } from '#domain/working-time';
import type { RequestActor } from '../platform/auth/request-actor.ts';
import { CLOCK, type Clock } from '../platform/clock/clock.ts';
import { Tenancy } from '../platform/database/tenancy.ts';
import { periodOf } from './fee-period.ts';
import { PROCEDURE_NAME, TAKEN, meantBy } from './taken.ts';

type Heap = FeeSummary['standings']['due'];

const LINES = `select entry.method, count(*)::int as count, sum(entry.amount)::bigint as amount
  from ${TAKEN} group by entry.method`;

const PROCEDURES = `select "procedureCode", name, count(distinct id)::int as dossiers,
    count(*)::int as count, sum(amount)::bigint as amount,
    count(distinct id) filter (where method = 'online')::int as online
  from (select dossier.procedure_code as "procedureCode", ${PROCEDURE_NAME} as name, dossier.id,
      entry.amount, entry.method from ${TAKEN}) as taken
  group by "procedureCode", name order by amount desc, "procedureCode"`;

const STANDINGS = `select case when standing in ('owing', 'partly') then 'due' else standing end as heap,
    count(*)::int as dossiers, sum(charged - paid)::bigint as amount
  from fee_account as account
  join dossier on dossier.unit_id = account.unit_id and dossier.id = account.dossier_id
    and not annulled
  where account.unit_id = $1 and standing <> 'settled' group by 1`;

const EMPTY: Heap = { dossiers: 0, amount: 0 };

/** What a period brought, and who owes what now. */
@Injectable()
export class FeeSummaries {
  readonly #tenancy: Tenancy;
  readonly #clock: Clock;

  constructor(@Inject(Tenancy) tenancy: Tenancy, @Inject(CLOCK) clock: Clock) {
    this.#tenancy = tenancy;
    this.#clock = clock;
  }

  async of(actor: RequestActor, query: FeeSummaryQuery): Promise<FeeSummary> {
    const unitId = actor.choose('fees.read', query.unitId).id;
    const period = periodOf(query, this.#clock);
    const meant = meantBy({ unitId, ...period });
    const units = { units: [unitId] };
    const [lines, procedures, heaps] = await Promise.all([
      this.#tenancy.ask<FeeSummary['lines'][number]>(units, LINES, meant),
      this.#tenancy.ask<FeeSummary['procedures'][number]>(units, PROCEDURES, meant),
      this.#tenancy.ask<Heap & { readonly heap: string }>(units, STANDINGS, [unitId]),
    ]);
    const heap = (name: string): Heap => {
      const found = heaps.find((one) => one.heap === name);
      return found === undefined ? EMPTY : { dossiers: found.dossiers, amount: found.amount };
    };
    return {
      ...{ from: formatDay(period.from), to: formatDay(period.to), procedures },
      lines: inBookOrder(lines),
      count: lines.reduce((sum, { count }) => sum + count, 0),
      amount: sumOf(lines),
      standings: {
        due: heap('due'),
        overpaid: heap('overpaid'),
        exempt: heap('exempt'),
        untold: heap('untold'),
      },
    };
  }
}
