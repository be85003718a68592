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

/** The places of a frame's values in a statement. */
export interface FramePlaces {
  readonly scope: string;
  readonly start: string;
  readonly end: string;
  readonly authority: string;
  /** `later`: of whom anything was entered since; null where nobody asks about the past. */
  readonly later: string | null;
}

/** The units of a frame with their ideas of late, as rows. */
function scopeIn({ units }: Frame, values: Values): string {
  const of = (value: (unit: FrameUnit) => unknown) => values.add(units.map(value));
  return `unnest(${of(({ id }) => id)}::int[], ${of(({ code }) => code)}::text[],
      ${of(({ lateness }) => lateness.earlyBy === 'day')}::boolean[],
      ${of(({ lateness }) => lateness.lateAfter === 'endOfDueDay')}::boolean[],
      ${of(({ lateness }) => lateness.lateAgainst === 'current')}::boolean[])
    as scope (unit_id, unit_code, early_by_day, late_after_day, against_current)`;
}

/** Of whom anything was entered since, for a statement that asks nothing else. */
export const laterIn = (frame: Frame, values: Values): string | null =>
  frame.asOf === undefined
    ? null
    : laterSql(scopeIn(frame, values), values.add(sqlInstant(frame.asOf)));

/** The values of a frame, each once, whatever the statement asks of them. */
export function placesOf(frame: Frame, values: Values): FramePlaces {
  const { start, end }: Bounds = boundsOf(frame.period);
  const scope = scopeIn(frame, values);
  return {
    scope,
    start: `${values.add(sqlInstant(start))}::timestamptz`,
    end: `${values.add(sqlInstant(end))}::timestamptz`,
    authority: values.add(frame.authority),
    later: frame.asOf === undefined ? null : laterSql(scope, values.add(sqlInstant(frame.asOf))),
  };
}

/** A dossier whose first event is not among those entered since was known before. */
const laterSql = (scope: string, asOf: string): string => `later as materialized (
      select event.unit_id, event.dossier_id, min(event.version) > 1 as was_known
      from ${scope} join dossier_event as event on event.unit_id = scope.unit_id
      where event.recorded_at > ${asOf}::timestamptz group by event.unit_id, event.dossier_id
    )`;

/** Leaves out those of whom more is known than was: they are told from their events. */
export const knownThen = (later: string | null, dossier: string): string =>
  later === null
    ? ''
    : `and not exists (select from later where later.unit_id = ${dossier}.unit_id
        and later.dossier_id = ${dossier}.dossier_id)`;

/**
 * Those a period may count, with their units: who came in it, and who was there before and not finished by its
 * begin. Asked apart, because together they read every dossier the unit has ever had; columns have to be named.
 */
export const countableSql = (
  { scope, start, end, authority, later }: FramePlaces,
  columns: string,
): string => {
  const among = (which: string): string => `select scope.*, ${columns}
        from ${scope} join dossier_fact as fact on fact.unit_id = scope.unit_id and ${which}
        where not left_out and authority = ${authority} ${knownThen(later, 'fact')}`;
  return `${among(`came_at >= ${start} and came_at < ${end}`)}
      union all ${among(`came_at < ${start} and fact.finished_at >= ${start}`)}`;
};
