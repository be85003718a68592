import { Inject, Injectable } from '@nestjs/common';
import type { Steering, SteeringRow } from '#contract/steering';
import { formatInstant, instant, type Instant } from '#domain/working-time';
import { Tenancy } from '../platform/database/tenancy.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { BoardReach, Reach } from './reach.ts';

type Name = Pick<SteeringRow, 'key' | 'label'>;

const DEPARTMENTS = `select code as key, name as label from department
  where unit_id = $1 and ($2::text[] is null or code = any($2))
    and (closed_at is null or code = any($3::text[])) order by name, code`;

// Who sits in these departments now, and whoever else holds something of theirs.
const OFFICERS = `select officer.id::text as key, display_name as label from office_user as officer
  where officer.id::text = any($3::text[]) or (disabled_at is null and exists (
    select from membership where unit_id = $1 and membership.user_id = officer.id
      and department_code = any($2) and from_at <= $4 and $4 < until_at))
  order by display_name, officer.id`;

const AWAY = `select absence.user_id::text as "userId", officer.display_name as "displayName",
    from_at as "from", until_at as "to", substitute.id::text as "substituteId",
    substitute.display_name as "substituteName"
  from absence join office_user as officer on officer.id = absence.user_id
    left join office_user as substitute on substitute.id = absence.substitute_id
  where absence.unit_id = $1 and from_at <= $3 and $3 < until_at
    and ($2::text[] is null or exists (select from membership
      where membership.unit_id = $1 and membership.user_id = absence.user_id
        and department_code = any($2)))
  order by officer.display_name, absence.id`;

interface AwayRow {
  readonly userId: string;
  readonly displayName: string;
  readonly from: number;
  readonly to: number;
  readonly substituteId: string | null;
  readonly substituteName: string | null;
}

const awayOf = (row: AwayRow): Steering['away'][number] => ({
  ...{ userId: row.userId, displayName: row.displayName },
  ...{ from: formatInstant(instant(row.from)), to: formatInstant(instant(row.to)) },
  substitute:
    row.substituteId === null
      ? null
      : { userId: row.substituteId, displayName: row.substituteName ?? '' },
});

/** Names for the rows of the board, and who of those is away. */
@Injectable()
export class RowBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  /** Everybody who has a row, whether or not anything lies there. */
  names(
    { unitId, departments, by }: BoardReach,
    held: readonly string[],
    now: Instant,
  ): Promise<readonly Name[]> {
    const values = [unitId, departments ?? null, held];
    return by === 'department'
      ? this.#tenancy.ask<Name>({ units: [unitId] }, DEPARTMENTS, values)
      : this.#tenancy.ask<Name>({ units: [unitId] }, OFFICERS, [...values, sqlInstant(now)]);
  }

  async away({ unitId, departments }: Reach, now: Instant): Promise<Steering['away']> {
    const values = [unitId, departments ?? null, sqlInstant(now)];
    return (await this.#tenancy.ask<AwayRow>({ units: [unitId] }, AWAY, values)).map(awayOf);
  }
}
