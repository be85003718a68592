import { Inject, Injectable } from '@nestjs/common';
import type { Absence, Colleague, People } from '#domain/alert';
import type { Role, UserId } from '#domain/dossier';
import { instant, type Instant } from '#domain/working-time';
import { Tenancy } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';

interface ColleagueRow {
  readonly id: string;
  readonly roles: readonly Role[];
  readonly departments: readonly string[];
}

interface AbsenceRow {
  readonly userId: string;
  readonly from: number;
  readonly to: number;
  readonly substituteId: string | null;
}

// Administrators of the city look after its units, too.
const COLLEAGUES = `select membership.user_id as id, array_agg(distinct role) as roles,
    coalesce(array_agg(distinct department_code) filter (where department_code is not null), '{}')
      as departments
  from unit join membership on membership.unit_id = unit.id
      or (membership.unit_id = unit.parent_id and 'admin' = any (membership.roles))
    join office_user on office_user.id = membership.user_id and disabled_at is null,
    unnest(membership.roles) as role
  where unit.id = $1 and from_at <= $2 and $2 < until_at
    and (membership.unit_id = unit.id or role = 'admin')
  group by membership.user_id order by membership.user_id`;

// Whose account is closed is away for good, with whoever was given their work. What ended long ago
// nobody is told of any more.
const ABSENCES = `select user_id as "userId", from_at as "from", until_at as "to",
    substitute_id as "substituteId"
  from absence where unit_id = $1 and until_at > $2
  union all
  select office_user.id, '-infinity', 'infinity', (select substitute_id from absence
      where absence.unit_id = $1 and absence.user_id = office_user.id
        and from_at <= $3 and $3 < until_at order by until_at desc limit 1) from office_user
    join membership on membership.user_id = office_user.id
  where membership.unit_id = $1 and disabled_at is not null`;

const REMEMBERED_MS = 92 * 86_400_000;

/** Who fills which place in a unit, and who is away: what the ladder climbs by. */
@Injectable()
export class PeopleBook {
  readonly #tenancy: Tenancy;

  constructor(@Inject(Tenancy) tenancy: Tenancy) {
    this.#tenancy = tenancy;
  }

  of(unitId: number, now: Instant): Promise<People> {
    return this.#tenancy.everywhere(async (transaction) => {
      const colleagues = await transaction.query<ColleagueRow>(COLLEAGUES, [
        unitId,
        sqlInstant(now),
      ]);
      const absences = await transaction.query<AbsenceRow>(ABSENCES, [
        unitId,
        sqlInstant(now - REMEMBERED_MS),
        sqlInstant(now),
      ]);
      return { colleagues: colleagues.map(colleagueOf), absences: absences.map(absenceOf) };
    });
  }
}

const colleagueOf = ({ id, roles, departments }: ColleagueRow): Colleague => ({
  userId: id as UserId,
  roles,
  departments,
});

const absenceOf = ({ userId, from, to, substituteId }: AbsenceRow): Absence => ({
  userId: userId as UserId,
  from: instant(from),
  to: instant(to),
  substituteId: substituteId as UserId | null,
});
