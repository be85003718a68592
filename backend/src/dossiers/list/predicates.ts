import type { CountsQuery } from '#contract/dossiers';
import type { Standing } from '#domain/deadline';
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
  /** The id of whoever asks, for `holder=me`. */
  readonly me: string;
}

type Filters = Omit<CountsQuery, 'unitId' | 'q'>;

const OPEN = "finished_at = 'infinity' and state = any(";

const open = (p: Parameters): string => `${OPEN}${p.add(OPEN_STATES)})`;

const moment = (at: Instant, p: Parameters): string => `${p.add(sqlInstant(at))}::timestamptz`;

/** Still to come, and its first near threshold passed or not. */
const toCome = (isNear: boolean, p: Parameters, now: Instant): string => {
  const at = moment(now, p);
  return `due_at >= ${at} and (near_at <= ${at}) is ${isNear ? 'true' : 'not true'}`;
};

// A due moment at midnight is still of the day it ends.
const midnight = (now: Instant, p: Parameters): string =>
  moment(startOf(plusDays(dayOf(now), 1)), p);

type Heap = (p: Parameters, now: Instant) => string;

const HEAPS: Readonly<Record<Standing, Heap>> = {
  overdue: (p, now) => `due_at < ${moment(now, p)}`,
  near: (p, now) => toCome(true, p, now),
  today: (p, now) => `${toCome(false, p, now)} and due_at <= ${midnight(now, p)}`,
  later: (p, now) => `${toCome(false, p, now)} and due_at > ${midnight(now, p)}`,
  none: () => 'due_at is null',
};

/**
 * The heap an open dossier lies in: the domain's `standingOf`, as the index reads it. Every open dossier is in
 * exactly one.
 */
export const standingClause = (standing: Standing, p: Parameters, { now }: Looking): string =>
  `${open(p)} and ${HEAPS[standing](p, now)}`;

const momentOf = (given: string | Instant, daysLater: number): Instant => {
  if (typeof given !== 'string') return given;
  const day = parseDay(given);
  // What the calendar does not have lies after everything.
  return day === undefined
    ? (Number.POSITIVE_INFINITY as Instant)
    : startOf(plusDays(day, daysLater));
};

const equal = (column: string, value: unknown, p: Parameters): readonly string[] =>
  value === undefined ? [] : [`${column} = ${p.add(value)}`];

const received = ({ from, to }: Filters, p: Parameters): readonly string[] => [
  ...(from === undefined
    ? []
    : [`received_at >= ${p.add(sqlInstant(momentOf(from, 0)))}::timestamptz`]),
  ...(to === undefined ? [] : [`received_at < ${p.add(sqlInstant(momentOf(to, 1)))}::timestamptz`]),
];

const yesOrNo = (wanted: boolean | undefined, clause: () => string): readonly string[] => {
  if (wanted === undefined) return [];
  return [`(${clause()}) is ${wanted ? 'true' : 'not true'}`];
};

const conditions = (filters: Filters, p: Parameters, looking: Looking): readonly string[] => [
  ...yesOrNo(filters.paused, () => `${open(p)} and paused_since is not null`),
  ...yesOrNo(
    filters.stepLate,
    () => `${open(p)} and step_due_at < ${p.add(sqlInstant(looking.now))}::timestamptz`,
  ),
  ...yesOrNo(filters.stale, () => `finished_at = 'infinity' and as_of < asked.stale_before`),
  ...(filters.due === undefined ? [] : [standingClause(filters.due, p, looking)]),
];

/** The filters of contract §4 as the where of a statement. */
export const clausesOf = (filters: Filters, p: Parameters, looking: Looking): readonly string[] => [
  'dossier.unit_id = asked.unit_id',
  ...(filters.state === undefined ? [] : [`state = any(${p.add(filters.state)})`]),
  ...equal('field', filters.field, p),
  ...equal('procedure_code', filters.procedure, p),
  ...equal('holder_user', filters.holder === 'me' ? looking.me : filters.holder, p),
  ...equal('holder_department', filters.department, p),
  ...equal('source', filters.source, p),
  ...equal('channel', filters.channel, p),
  ...received(filters, p),
  ...conditions(filters, p, looking),
];
