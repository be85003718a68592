import type { RowBy } from '#domain/report';
import { countableSql, type FramePlaces } from './frame.ts';

// The office keeps +07:00 all year: a shift, not a zone of the database's.
const local = (moment: string): string => `(${moment} at time zone interval '7 hours')`;
export const dayOf = (moment: string): string => `${local(moment)}::date`;
/** Zones have whole minutes, so no zone has to be asked: a tenth of what `date_trunc` takes. */
const minuteOf = (moment: string): string => `date_bin('1 minute', ${moment}, 'epoch')`;
/** A due moment at 24:00 belongs to the day it ends. */
const dueDayOf = (due: string): string => dayOf(`(${due} - interval '1 millisecond')`);
const dueDay = dueDayOf('due');

const ENTRY = (start: string): string => `case when came_at < ${start} then 'carriedOver'
    when channel = 'online' then 'onlineInPeriod' else 'directOrPostInPeriod' end`;

const lateAt = (due: string): string => `case when late_after_day
    then (${dueDayOf(due)} + 1)::timestamp at time zone interval '7 hours' else ${due} end`;

/** Whether a finish came after its due moment, by the unit's own idea of late. */
export const FINISHED_LATE = `(${minuteOf('finished_at')} > ${minuteOf('due')}
      and (not late_after_day or ${dayOf('finished_at')} > ${dueDay}))`;

const SETTLED = `case when outcome = 'withdrawn' then 'withdrawn'
    when outcome <> 'issued' then 'rejected'
    when due is null then 'resolvedEarly'
    when ${FINISHED_LATE} then 'resolvedLate'
    when case when early_by_day then ${dayOf('finished_at')} < ${dueDay}
      else ${minuteOf('finished_at')} < ${minuteOf('due')} end then 'resolvedEarly'
    else 'resolvedOnTime' end`;

/**
 * Something of the one stretch that the end finds a dossier in. Asked within a case, of what is open then and of
 * nothing else: a join would be gone into for every dossier that was finished long before.
 */
const openAt = (end: string, told: string): string => `(select ${told} from dossier_span as span
      where span.unit_id = known.unit_id and span.dossier_id = known.id
        and span.from_at < ${end} and span.to_at >= ${end}
      limit 1)`;

const OPEN_LATE_AT = lateAt(
  '(case when against_current then span.due_at else span.before_extension_at end)',
);

const PENDING = (end: string): string => `case
        when span.state = 'awaitingSupplement' then 'pendingSupplement'
        when ${OPEN_LATE_AT} < ${end} then 'pendingLate' end`;

const EXIT = (end: string): string => `case when finished_at < ${end} then ${SETTLED}
    else coalesce(${openAt(end, PENDING(end))}, 'pendingInTime') end`;

const LATE_AT = (end: string): string => `case when finished_at < ${end} then ${lateAt('due')}
    else ${openAt(end, OPEN_LATE_AT)} end`;

/** The last stretch before the end in which somebody of the unit held it. */
const HELD = ({ end }: FramePlaces): string => `left join lateral (
      select holder_department, holder_user from dossier_span as span
      where span.unit_id = passage.unit_id and span.dossier_id = passage.id
        and from_at < ${end} and holder_agency is null
      order by number desc limit 1) as held on true`;

/** In whose hands the due moment passed; of what is not late, who held it at the end. */
const RESPONSIBLE = ({ end }: FramePlaces): string => `left join lateral (
      select holder_department, holder_agency from dossier_span as span
      where span.unit_id = passage.unit_id and span.dossier_id = passage.id and from_at < ${end}
      order by (exit in ('resolvedLate', 'pendingLate') and from_at <= late_at) desc, number desc
      limit 1) as held on true`;

/** What a code of a source was confirmed to be: by the unit itself, else by its city; the last word holds. */
const MATCHED = `left join (
      select distinct on (unit.id, match.code) unit.id as match_unit, match.code as match_code,
        match.target_code, match.target_field
      from unit join procedure_match as match on match.owner_id in (unit.id, unit.parent_id)
      order by unit.id, match.code, match.owner_id = unit.id desc, match.number desc) as matched
      on matched.match_unit = passage.unit_id and matched.match_code = passage.procedure_code`;

const CODED = (places: FramePlaces): string =>
  `join ${places.codes()} on coded.unit_id = passage.unit_id`;

interface RowSql {
  readonly row: string;
  readonly join?: (places: FramePlaces) => string;
}

const ROW_BY = {
  field: { row: 'coalesce(target_field, field)', join: () => MATCHED },
  procedure: { row: 'coalesce(target_code, procedure_code)', join: () => MATCHED },
  channel: { row: 'channel' },
  unit: { row: 'unit_code', join: CODED },
  source: { row: "coalesce(source, '-')" },
  department: { row: "coalesce(held.holder_department, '-')", join: HELD },
  officer: { row: "coalesce(held.holder_user, '-')", join: HELD },
  responsible: {
    row: "coalesce('agency:' || held.holder_agency, held.holder_department, '-')",
    join: RESPONSIBLE,
  },
} as const satisfies Record<RowBy, RowSql>;

const COUNTABLE = `fact.dossier_id, field, procedure_code, source, channel, online_level, paper_result,
        came_at, fact.finished_at, outcome, fact.due_at, fact.before_extension_at, due_known_from,
        components_digitised_at, result_digitised_at, electronic_result_at, archived_at, data_reused_at,
        fee_charged_at, fee_paid_online_at`;

/** What was refused or withdrawn is held against no due moment. */
const WITHOUT_DUE = (end: string): string => `((due_known_from is null or due_known_from >= ${end})
        and (passage.finished_at >= ${end} or outcome = 'issued'))`;

const hadBits = (columns: readonly string[], end: string): string =>
  [
    '0',
    ...columns.map((column, bit) => `case when ${column} < ${end} then ${2 ** bit} else 0 end`),
  ].join(' + ');

/**
 * `placed`: every dossier that the period counts, with its row, how it came in and where the end finds it:
 * the domain's `passageOf` and `rowKeyOf` over what is kept of each. The one definition of every cell:
 * numbers, lists, exports and frozen members all read it.
 */
export function placedSql(by: RowBy, facts: readonly string[], places: FramePlaces): string {
  const { start, end, later } = places;
  const { row, join }: RowSql = ROW_BY[by];
  const { earlyByDay, lateAfterDay, againstCurrent } = places.rules();
  return `${later === null ? '' : `${later}, `}known as (
      select fact.unit_id, fact.dossier_id as id, field, procedure_code, source, channel,
        online_level, paper_result, came_at, fact.finished_at, outcome, due_known_from,
        ${earlyByDay('fact.unit_id')} as early_by_day,
        ${lateAfterDay('fact.unit_id')} as late_after_day,
        ${againstCurrent('fact.unit_id')} as against_current, ${hadBits(facts, end)} as had,
        case when ${againstCurrent('fact.unit_id')}
          then fact.due_at else fact.before_extension_at end as due
      from (${countableSql(places, COUNTABLE)}) as fact
    ), passage as (
      select known.*, ${ENTRY(start)} as entry, ${EXIT(end)} as exit, ${LATE_AT(end)} as late_at
      from known
    ), placed as (
      select passage.*, ${row} as row, ${WITHOUT_DUE(end)} as without_due
      from passage ${join === undefined ? '' : join(places)}
    )`;
}
