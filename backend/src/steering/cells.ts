import { NOBODYS_ROW, type SteeringCell, type SteeringRows } from '#contract/steering';
import { OPEN_STATES } from '#domain/dossier';
import { overdueBefore } from '#domain/deadline';
import { AGEING_BANDS, ageingOf, weekEndOf, type Ageing, type AgeingBand } from '#domain/steering';
import type { Instant, WorkingCalendar } from '#domain/working-time';
import { standingClause, type Parameters } from '../dossiers/index.ts';
import { sqlInstant } from '../platform/database/wire-types.ts';
import type { BoardReach, Reach } from './reach.ts';

/** What the cells are read against. */
export interface Moment {
  readonly now: Instant;
  readonly ageing: Ageing;
}

export const momentOf = (calendar: WorkingCalendar, now: Instant): Moment => ({
  now,
  ageing: ageingOf(calendar, now),
});

type Clause = (p: Parameters, moment: Moment) => string;

const at = (p: Parameters, moment: Instant): string => `${p.add(sqlInstant(moment))}::timestamptz`;

const band =
  (name: AgeingBand): Clause =>
  (p, { ageing }) => {
    const next = AGEING_BANDS[AGEING_BANDS.indexOf(name) + 1];
    const from = `due_at >= ${at(p, ageing[name])}`;
    return next === undefined ? from : `${from} and due_at < ${at(p, ageing[next])}`;
  };

const late: Clause = (p, { now }) => `due_at < ${at(p, overdueBefore(now))}`;
const stepLate: Clause = (p, { now }) => `step_due_at < ${at(p, overdueBefore(now))}`;
// Read as the work list reads it, with the unit's own threshold.
const near: Clause = (p, { now }) => standingClause('near', p, { now, mine: [''] });

const dueThisWeek: Clause = (p, { now }) =>
  `due_at >= ${at(p, overdueBefore(now))} and due_at <= ${at(p, weekEndOf(now))}`;

/** Overdue or due today, near, or late at a step: what goes late if nobody acts. */
const risk: Clause = (p, moment) =>
  `(due_at < ${at(p, moment.ageing.inOne)} or ${stepLate(p, moment)} or (${near(p, moment)}))`;

/** One clause a number: counting it and opening it are the same question. */
const CLAUSES: Readonly<Record<SteeringCell, Clause>> = {
  lateOverFive: band('lateOverFive'),
  lateTwoToFive: band('lateTwoToFive'),
  lateOne: band('lateOne'),
  inOne: band('inOne'),
  inTwoToThree: band('inTwoToThree'),
  inFourToFive: band('inFourToFive'),
  inSixToTen: band('inSixToTen'),
  later: band('later'),
  overdue: late,
  today: band('today'),
  ...{ stepLate, near, risk, dueThisWeek },
  withoutDue: () => 'due_at is null',
  open: () => 'true',
};

export const cellClause = (cell: SteeringCell, p: Parameters, moment: Moment): string =>
  CLAUSES[cell](p, moment);

/**
 * `desk`: where each officer sits. Whoever takes a dossier at the counter holds it in person; it lies in
 * their department all the same.
 */
export const deskSql = (unit: string, now: string): string =>
  `desk as materialized (select user_id::text as sitter, min(department_code) as department
     from membership where unit_id = ${unit} and department_code is not null
       and from_at <= ${now} and ${now} < until_at group by user_id)`;

/** Where something lies that says its holder. */
const placeSql = (holding: string): string =>
  `coalesce(${holding}.holder_department, desk.department)`;

const withinSql = (departments: Reach['departments'], p: Parameters): string =>
  departments === undefined
    ? ''
    : `and ${placeSql('dossier')} = any(${p.add(departments)}::text[])`;

const ROW: Readonly<Record<SteeringRows, string>> = {
  department: placeSql('dossier'),
  officer: 'dossier.holder_user',
};

/** `lying`: every open dossier the leader sees, with the row it stands in. */
export function lyingSql(
  { unitId, departments, by }: Pick<BoardReach, 'unitId' | 'departments' | 'by'>,
  p: Parameters,
  now: Instant,
): string {
  const unit = `${p.add(unitId)}::int`;
  return `${deskSql(unit, at(p, now))}, lying as (
    select dossier.unit_id, dossier.id, state, finished_at, due_at, near_at, step_due_at,
      ${placeSql('dossier')} as place, coalesce(${ROW[by]}, ${p.add(NOBODYS_ROW)}) as row
    from dossier left join desk on desk.sitter = dossier.holder_user
    where dossier.unit_id = ${unit} and finished_at = 'infinity'
      and state = any(${p.add(OPEN_STATES)}) ${withinSql(departments, p)})`;
}
