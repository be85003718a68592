import type { Authority } from '#domain/dossier';
import { boundsOf, type Bounds, type LatenessRules, type Period } from '#domain/report';
import type { Instant } from '#domain/working-time';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import type { Values } from './values.ts';

/** A unit whose dossiers are counted, by its own idea of late. */
export interface FrameUnit {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly lateness: LatenessRules;
}

/** What every form over the same population is asked with. */
export interface Frame {
  /** Of whom the report speaks: one of the units, or the city they belong to. */
  readonly about: Pick<FrameUnit, 'id' | 'code' | 'name'>;
  readonly units: readonly FrameUnit[];
  readonly period: Period;
  readonly authority: Authority;
  /** The moment whose knowledge is asked for; without it all that is known now. */
  readonly asOf?: Instant;
}

/** Whether the unit that a column names has such a rule. */
type Rule = (unit: string) => string;

/** The places of a frame's values in a statement. */
export interface FramePlaces {
  readonly units: string;
  readonly start: string;
  readonly end: string;
  readonly authority: string;
  /** `later`: of whom anything was entered since; null where nobody asks about the past. */
  readonly later: string | null;
  /** What units mean by late, for a statement that asks it. */
  rules(): {
    readonly earlyByDay: Rule;
    readonly lateAfterDay: Rule;
    readonly againstCurrent: Rule;
  };
  /** `coded`: the units by their codes, for a statement that names them. */
  codes(): string;
}

const idsOf = (units: readonly FrameUnit[]): readonly number[] => units.map(({ id }) => id);

const unitsIn = ({ units }: Frame, values: Values): string => `${values.add(idsOf(units))}::int[]`;

/** Where no unit has the rule, as most have none, the planner leaves the question out of every row. */
function ruleIn(units: readonly FrameUnit[], values: Values): Rule {
  const list = `${values.add(idsOf(units))}::int[]`;
  return (unit) => `(cardinality(${list}) > 0 and ${unit} = any (${list}))`;
}

const rulesIn = ({ units }: Frame, values: Values): ReturnType<FramePlaces['rules']> => {
  const having = (has: (rules: LatenessRules) => boolean): Rule =>
    ruleIn(
      units.filter(({ lateness }) => has(lateness)),
      values,
    );
  return {
    earlyByDay: having(({ earlyBy }) => earlyBy === 'day'),
    lateAfterDay: having(({ lateAfter }) => lateAfter === 'endOfDueDay'),
    againstCurrent: having(({ lateAgainst }) => lateAgainst === 'current'),
  };
};

/** Of whom anything was entered since, for a statement that asks nothing else. */
export const laterIn = (frame: Frame, values: Values): string | null =>
  frame.asOf === undefined
    ? null
    : laterSql(unitsIn(frame, values), values.add(sqlInstant(frame.asOf)));

/** The values of a frame, each once, whatever the statement asks of them. */
export function placesOf(frame: Frame, values: Values): FramePlaces {
  const { start, end }: Bounds = boundsOf(frame.period);
  const units = unitsIn(frame, values);
  return {
    units,
    start: `${values.add(sqlInstant(start))}::timestamptz`,
    end: `${values.add(sqlInstant(end))}::timestamptz`,
    authority: values.add(frame.authority),
    later: frame.asOf === undefined ? null : laterSql(units, values.add(sqlInstant(frame.asOf))),
    rules: () => rulesIn(frame, values),
    codes: () =>
      `unnest(${units}, ${values.add(frame.units.map(({ code }) => code))}::text[])
        as coded (unit_id, unit_code)`,
  };
}

/** A dossier whose first event is not among those entered since was known before. */
const laterSql = (units: string, asOf: string): string => `later as materialized (
      select event.unit_id, event.dossier_id, min(event.version) > 1 as was_known
      from dossier_event as event
      where event.unit_id = any (${units}) and event.recorded_at > ${asOf}::timestamptz
      group by event.unit_id, event.dossier_id
    )`;

/** Leaves out those of whom more is known than was: they are told from their events. */
export const knownThen = (later: string | null, dossier: string): string =>
  later === null
    ? ''
    : `and not exists (select from later where later.unit_id = ${dossier}.unit_id
        and later.dossier_id = ${dossier}.dossier_id)`;

/**
 * Those a period may count, with their units: who came in it, and who was there before and not finished by its
 * begin. Asked apart, because together they read every dossier the unit has ever had, and of one table each, so
 * that the planner sees through to it; columns have to be named.
 */
export const countableSql = (
  { units, start, end, authority, later }: FramePlaces,
  columns: string,
): string => {
  const among = (which: string): string => `select fact.unit_id, ${columns}
        from dossier_fact as fact
        where fact.unit_id = any (${units}) and ${which}
          and not left_out and authority = ${authority} ${knownThen(later, 'fact')}`;
  return `${among(`came_at >= ${start} and came_at < ${end}`)}
      union all ${among(`came_at < ${start} and fact.finished_at >= ${start}`)}`;
};
