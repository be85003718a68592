import type { CountsQuery } from '#contract/dossiers';
import { overdueBefore, type Standing } from '#domain/deadline';
import { OPEN_STATES } from '#domain/dossier';
import { dayOf, parseDay, plusDays, startOf, type Instant } from '#domain/working-time';
import { sqlInstant } from '../../platform/database/wire-types.ts';

/** Collects the values of a statement; the text holds their places only. */
export class Parameters {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }
}

/** What the filters are read against. */
export interface Looking {
  readonly now: Instant;
  /** Whose dossiers `holder=me` means: those of whoever asks, and of whoever they stand in for just now. */
  readonly mine: readonly [me: string, ...inPlaceOf: readonly string[]];
}

type Filters = Omit<CountsQuery, 'unitId' | 'q'>;

const OPEN = "finished_at = 'infinity' and state = any(";

/** Whether the dossier is in the office's hands. */
export const openClause = (p: Parameters): string => `${OPEN}${p.add(OPEN_STATES)})`;

const moment = (at: Instant, p: Parameters): string => `${p.add(sqlInstant(at))}::timestamptz`;

/** Still to come, and its first near threshold passed or not. */
const toCome = (isNear: boolean, p: Parameters, now: Instant): string => {
  const at = moment(now, p);
  return `due_at >= ${moment(overdueBefore(now), p)} and (near_at <= ${at}) is ${isNear ? 'true' : 'not true'}`;
};

// A due moment at midnight is still of the day it ends.
const midnight = (now: Instant, p: Parameters): string =>
  moment(startOf(plusDays(dayOf(now), 1)), p);

type Heap = (p: Parameters, now: Instant) => string;

const HEAPS: Readonly<Record<Standing, Heap>> = {
  overdue: (p, now) => `due_at < ${moment(overdueBefore(now), p)}`,
  near: (p, now) => toCome(true, p, now),
  today: (p, now) => `${toCome(false, p, now)} and due_at <= ${midnight(now, p)}`,
  later: (p, now) => `${toCome(false, p, now)} and due_at > ${midnight(now, p)}`,
  none: () => 'due_at is null',
};

/**
 * The heap an open dossier lies in: the domain's `standingOf`, as the index reads it. Every open dossier is in
 * exactly one.
 */
export const heapClause = (standing: Standing, p: Parameters, { now }: Looking): string =>
  HEAPS[standing](p, now);

export const standingClause = (standing: Standing, p: Parameters, looking: Looking): string =>
  `${openClause(p)} and ${heapClause(standing, p, looking)}`;

const momentOf = (given: string | Instant, daysLater: number): Instant => {
  if (typeof given !== 'string') return given;
  const day = parseDay(given);
  if (day === undefined) throw new Error('The schema lets in only days that the calendar has');
  return startOf(plusDays(day, daysLater));
};

const equal = (column: string, value: unknown, p: Parameters): readonly string[] =>
  value === undefined ? [] : [`${column} = ${p.add(value)}`];

type Day = Filters['from'];

/** From a day on, to a day included. */
const within = (
  column: string,
  [from, to]: readonly [Day, Day],
  p: Parameters,
): readonly string[] => [
  ...(from === undefined ? [] : [`${column} >= ${moment(momentOf(from, 0), p)}`]),
  ...(to === undefined ? [] : [`${column} < ${moment(momentOf(to, 1), p)}`]),
  // What is not finished lies at infinity, and is not meant by any day.
  ...(from === undefined && to === undefined ? [] : [`${column} < 'infinity'`]),
];

const yesOrNo = (wanted: boolean | undefined, clause: () => string): readonly string[] => {
  if (wanted === undefined) return [];
  // Said plainly where it can be: an index serves no "is true".
  return [wanted ? clause() : `(${clause()}) is not true`];
};

/** *Tạm dừng*: of what is open and without a due moment, the part whose clock stands still. */
export const PAUSED = 'paused_since is not null and due_at is null';

const conditions = (filters: Filters, p: Parameters, looking: Looking): readonly string[] => [
  ...yesOrNo(filters.paused, () => `${openClause(p)} and ${PAUSED}`),
  ...yesOrNo(
    filters.stepLate,
    () => `${openClause(p)} and step_due_at < ${moment(overdueBefore(looking.now), p)}`,
  ),
  // The row says of when the data were at its birth; a list that tells nothing new moves the record alone.
  ...yesOrNo(
    filters.stale,
    () => `finished_at = 'infinity' and exists (select from source_record as record
      where record.unit_id = dossier.unit_id and record.source = dossier.source
        and record.external_code = dossier.external_code and record.as_of < asked.stale_before)`,
  ),
  ...(filters.due === undefined ? [] : [standingClause(filters.due, p, looking)]),
];

/** One state is an order of its own in the index; several are not. */
const inState = ({ state }: Filters, p: Parameters): readonly string[] => {
  if (state === undefined) return [];
  return state.length === 1 ? equal('state', state[0], p) : [`state = any(${p.add(state)})`];
};

const heldBy = ({ holder }: Filters, p: Parameters, { mine }: Looking): readonly string[] => {
  if (holder !== 'me') return equal('holder_user', holder, p);
  const [me, ...others] = mine;
  // One name is a place in the index; several are looked for one after the other.
  return others.length === 0
    ? equal('holder_user', me, p)
    : [`holder_user = any(${p.add(mine)}::text[])`];
};

/** Of one unit the planner knows how much it has; of several asked for in turn it can only guess. */
export const unitClause = (units: readonly { readonly id: number }[], p: Parameters): string => {
  const [only, ...others] = units;
  return only === undefined || others.length > 0
    ? 'dossier.unit_id = asked.unit_id'
    : `dossier.unit_id = ${p.add(only.id)}::int`;
};

/** The filters of contract §4 as the where of a statement. */
export const clausesOf = (filters: Filters, p: Parameters, looking: Looking): readonly string[] => [
  ...inState(filters, p),
  ...equal('field', filters.field, p),
  ...equal('procedure_code', filters.procedure, p),
  ...heldBy(filters, p, looking),
  ...equal('holder_department', filters.department, p),
  ...equal('source', filters.source, p),
  ...equal('channel', filters.channel, p),
  ...(filters.id === undefined ? [] : [`dossier.id = any(${p.add(filters.id)}::uuid[])`]),
  ...within('received_at', [filters.from, filters.to], p),
  ...within('finished_at', [filters.finishedFrom, filters.finishedTo], p),
  ...conditions(filters, p, looking),
];
