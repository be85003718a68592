import type { Day, Instant } from '#domain/working-time';
import { formatDay } from '#domain/working-time';
import type { EpochMs } from '../platform/clock/clock.ts';
import type { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';

/** Somebody who leads, whom the letter of the day is for, and how far they see. */
export interface Leader {
  readonly userId: string;
  readonly displayName: string;
  readonly email: string | null;
  readonly isOverAll: boolean;
  readonly departments: readonly string[];
}

/** A letter of the day whose turn it is. */
export interface Briefing {
  readonly unitId: number;
  readonly day: string;
  readonly userId: string;
  readonly id: string;
  readonly tries: number;
  readonly firstTriedAt: EpochMs;
}

export type BriefingState = 'sent' | 'superseded' | 'dead';

// Whoever is away reads no letter; the board tells them when they are back.
const LEADERS = `select who.id as "userId", display_name as "displayName", contact.email,
    bool_or(roles && array['director', 'viceChair']) as "isOverAll",
    coalesce(array_agg(distinct department_code)
      filter (where 'head' = any (roles) and department_code is not null), '{}') as departments
  from membership join office_user as who on who.id = membership.user_id and disabled_at is null
    left join contact on contact.user_id = who.id
  where unit_id = $1 and from_at <= $2 and $2 < until_at and ($3::uuid is null or who.id = $3)
    and roles && array['head', 'director', 'viceChair']
    and not exists (select from absence where absence.unit_id = $1 and absence.user_id = who.id
      and absence.from_at <= $2 and $2 < absence.until_at)
  group by who.id, display_name, contact.email`;

const PLAN = `insert into briefing (unit_id, day, user_id, id, at)
  select $1, $2::date, user_id, gen_random_uuid(), $3 from unnest($4::uuid[]) as user_id
  on conflict do nothing`;

const TAKE = `update briefing set leased_until = $3, tries = briefing.tries + 1,
    first_tried_at = coalesce(briefing.first_tried_at, $2)
  from (select unit_id, day, user_id from briefing
    where state = 'open' and at <= $1 and (leased_until is null or leased_until <= $2)
    order by at, unit_id, user_id limit $4 for update skip locked) as due
  where briefing.unit_id = due.unit_id and briefing.day = due.day
    and briefing.user_id = due.user_id
  returning briefing.unit_id as "unitId", to_char(briefing.day, 'YYYY-MM-DD') as day,
    briefing.user_id as "userId", briefing.id, tries, first_tried_at as "firstTriedAt"`;

// Whoever came too late finds another try under way, and says nothing of it.
const MINE = `unit_id = $1 and day = $2::date and user_id = $3 and tries = $4 and state = 'open'`;

const SETTLE = `update briefing set state = $5, fault = $6, settled_at = $7, leased_until = null
  where ${MINE}`;

const POSTPONE = `update briefing set leased_until = $5, fault = $6 where ${MINE}`;

/** Who is to get a letter, and what became of it: office time says when, the machine's how long it is tried. */
export class BriefingStore {
  readonly #tenancy: Tenancy;

  constructor(tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  leaders(unitId: number, now: Instant, userId: string | null = null): Promise<readonly Leader[]> {
    const values = [unitId, sqlInstant(now), userId];
    return this.#tenancy.ask<Leader>({ units: [unitId] }, LEADERS, values);
  }

  plan(
    unitId: number,
    { day, at, users }: { day: Day; at: Instant; users: readonly string[] },
  ): Promise<number> {
    const values = [unitId, formatDay(day), sqlInstant(at), users];
    return this.#tenancy.within({ units: [unitId] }, (transaction) =>
      transaction.execute(PLAN, values),
    );
  }

  take(
    { office, machine }: { office: EpochMs; machine: EpochMs },
    { leaseMs, limit }: { readonly leaseMs: number; readonly limit: number },
  ): Promise<readonly Briefing[]> {
    const values = [...[office, machine, machine + leaseMs].map(sqlInstant), limit];
    return this.#tenancy.everywhere((transaction) => transaction.query<Briefing>(TAKE, values));
  }

  settle(one: Briefing, state: BriefingState, at: EpochMs, fault: string | null): Promise<void> {
    return this.#execute(one, SETTLE, [state, fault, sqlInstant(at)]);
  }

  postpone(one: Briefing, until: EpochMs, fault: string): Promise<void> {
    return this.#execute(one, POSTPONE, [sqlInstant(until), fault]);
  }

  async #execute(
    { unitId, day, userId, tries }: Briefing,
    sql: string,
    rest: readonly unknown[],
  ): Promise<void> {
    await this.#tenancy.within({ units: [unitId] }, (transaction) =>
      transaction.execute(sql, [unitId, day, userId, tries, ...rest]),
    );
  }
}
