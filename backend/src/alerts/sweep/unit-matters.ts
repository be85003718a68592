import type { CalendarSubject, FailureSubject, SourceSubject, UnitSubject } from '#domain/alert';
import {
  MINUTE_MS,
  DAY_MS,
  dayOf,
  formatDay,
  instant,
  type Instant,
  type WorkingCalendar,
} from '#domain/working-time';
import type { Transaction } from '../../platform/database/tenancy.ts';
import { sqlInstant } from '../../platform/database/wire-types.ts';
import { feedbackMatters } from './feedback-matters.ts';
import { reportMatters } from './report-matters.ts';

// From source to source by the index, not row by row.
const SOURCES = `with recursive named as (
    (select source from source_record where unit_id = $1 and as_of is not null
      order by source limit 1)
    union all
    select (select source from source_record where unit_id = $1 and as_of is not null
      and source > named.source order by source limit 1) from named where named.source is not null
  )
  select source as id, (select max(as_of) from source_record as record
      where record.unit_id = $1 and record.source = named.source) as at
  from named where source is not null and exists (select from dossier
    where dossier.unit_id = $1 and dossier.source = named.source and finished_at = 'infinity')`;

const FAILED_IMPORTS = `select id::text as id, changed_at as at from import as failed
  where unit_id = $1 and state = 'failed' and created_at > $2 and not exists (select from import as later
    where later.unit_id = $1 and later.state = 'done' and later.created_at > failed.created_at)`;

// A day without a mail server is one thing to be told, not two thousand.
const DEAD_DELIVERIES = `select channel, at from delivery
  where unit_id = $1 and state = 'dead' and put_aside_at is null`;

const OPEN = `select distinct subject_kind as kind, subject_id as id from alert
  where unit_id = $1 and subject_kind <> 'dossier' and status <> 'closed'`;

interface Told {
  readonly id: string;
  readonly at: number;
}

const IMPORTS_BACK_MS = 30 * DAY_MS;

/** A new moment of the source is a new cause: its minutes since 1970. */
const sourceSubject = ({ id, at }: Told): SourceSubject => ({
  kind: 'source',
  id,
  asOf: { at: instant(at), version: Math.floor(at / MINUTE_MS), by: null },
});

const failure = (kind: FailureSubject['kind'], { id, at }: Told): FailureSubject => ({
  kind,
  id,
  failed: { at: instant(at), version: 1, by: null },
});

const yearOf = (now: Instant): number => Number(formatDay(dayOf(now)).slice(0, 4));

/** Not known at all, or known only as expected (*dự kiến*): the State has not announced it yet. */
const isLacking = (
  { definition: { officialYears, days } }: WorkingCalendar,
  year: number,
): boolean =>
  !officialYears.includes(year) ||
  days.some(({ date, provisional }) => provisional === true && date.startsWith(`${year}-`));

/** This year's days and the next one's: what the State has not announced, or nobody has entered. */
const calendarSubjects = (calendar: WorkingCalendar, now: Instant): CalendarSubject[] =>
  [yearOf(now), yearOf(now) + 1].map((year) => ({
    ...{ kind: 'calendar' as const, id: String(year), year },
    lacking: isLacking(calendar, year),
  }));

interface DeadRow {
  readonly channel: string;
  readonly at: number;
}

const deadSubjects = (rows: readonly DeadRow[], now: Instant): FailureSubject[] =>
  [...Map.groupBy(rows, ({ channel, at }) => `${channel}/${formatDay(dayOf(instant(at)))}`)].map(
    ([id, dead]) => failure('delivery', { id, at: Math.min(now, ...dead.map(({ at }) => at)) }),
  );

/** One that was told of and is no longer there, as it is when nothing is wrong with it. */
function mended({ kind, id }: Pick<UnitSubject, 'kind' | 'id'>, now: Instant): UnitSubject[] {
  if (kind === 'source') return [sourceSubject({ id, at: now })];
  if (kind === 'calendar') return [{ kind, id, year: Number(id), lacking: false }];
  if (kind === 'report') return [{ kind, id, ready: null, due: null }];
  if (kind === 'feedback') return [{ kind, id, due: null }];
  return [{ kind, id, failed: null }];
}

/** Everything of a unit, beside its dossiers, that somebody may have to be told of. */
export async function unitMatters(
  transaction: Transaction,
  unitId: number,
  { calendar, now }: { readonly calendar: WorkingCalendar; readonly now: Instant },
): Promise<readonly UnitSubject[]> {
  const sources = await transaction.query<Told>(SOURCES, [unitId]);
  const since = sqlInstant(now - IMPORTS_BACK_MS);
  const imports = await transaction.query<Told>(FAILED_IMPORTS, [unitId, since]);
  const dead = await transaction.query<DeadRow>(DEAD_DELIVERIES, [unitId]);
  const found: readonly UnitSubject[] = [
    ...calendarSubjects(calendar, now),
    ...sources.map(sourceSubject),
    ...imports.map((told) => failure('import', told)),
    ...deadSubjects(dead, now),
    ...(await reportMatters(transaction, unitId)),
    ...(await feedbackMatters(transaction, unitId, calendar)),
  ];
  const known = new Set(found.map(({ kind, id }) => `${kind}/${id}`));
  const open = await transaction.query<Pick<UnitSubject, 'kind' | 'id'>>(OPEN, [unitId]);
  const gone = open.filter(({ kind, id }) => !known.has(`${kind}/${id}`));
  return [...found, ...gone.flatMap((each) => mended(each, now))];
}
