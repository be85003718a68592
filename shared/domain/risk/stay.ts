import {
  HOUR_MS,
  workingBetween,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';

/** A stretch of a dossier's life in which stage, holder and due moment stayed as they were. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant | null;
  /** The key of the step, or the state where no step runs. */
  readonly stage: string;
  readonly holder: string | null;
  readonly isPaused: boolean;
  readonly dueAt: Instant | null;
}

/** A dossier's way through the office, stretch after stretch. */
export interface Road {
  readonly dossierId: string;
  readonly procedureCode: string;
  readonly field: string;
  readonly receivedAt: Instant;
  readonly finishedAt: Instant | null;
  readonly stretches: readonly Stretch[];
}

/** How long a dossier was at one stage, in working hours without its pauses. */
export interface Stay {
  readonly stage: string;
  readonly holder: string | null;
  readonly from: Instant;
  readonly hours: number;
}

/** Working hours between two moments. */
export const hoursBetween = (calendar: WorkingCalendar, from: Instant, to: Instant): number =>
  workingBetween(calendar, from, to) / HOUR_MS;

const earlier = (one: Instant, other: Instant | null): Instant =>
  other !== null && other < one ? other : one;

/**
 * The stays of a dossier up to a moment, the last one being where it is then. A pause takes no time and ends no
 * stay; whoever hands on within a stage begins none.
 */
export function staysOf(road: Road, calendar: WorkingCalendar, until: Instant): readonly Stay[] {
  const stays: Stay[] = [];
  const end = earlier(until, road.finishedAt);
  for (const { from, to, stage, holder, isPaused } of workedIn(road, until)) {
    if (isPaused) continue;
    const begun = from < road.receivedAt ? road.receivedAt : from;
    const hours = hoursBetween(calendar, begun, earlier(end, to));
    const last = stays.at(-1);
    if (last?.stage !== stage) stays.push({ stage, holder, from: begun, hours });
    else stays.splice(-1, 1, { ...last, holder, hours: last.hours + hours });
  }
  return stays;
}

/** The stretches from receipt to result that had begun by then. */
const workedIn = ({ stretches, receivedAt, finishedAt }: Road, until: Instant) =>
  stretches.filter(
    ({ from, to }) =>
      from <= until &&
      (to === null || to > receivedAt) &&
      (finishedAt === null || from < finishedAt),
  );

/** The stretch a moment falls in. */
export const stretchAt = (
  { stretches }: Pick<Road, 'stretches'>,
  at: Instant,
): Stretch | undefined => stretches.findLast(({ from }) => from <= at);

/** Working hours the citizen was promised from receipt to the due moment known then, pauses apart. */
export function promisedHours(
  road: Road,
  calendar: WorkingCalendar,
  at: Instant,
): number | undefined {
  const dueAt = stretchAt(road, at)?.dueAt ?? null;
  if (dueAt === null) return undefined;
  const paused = road.stretches
    .filter(({ isPaused, from }) => isPaused && from < at)
    .reduce((sum, { from, to }) => sum + hoursBetween(calendar, from, earlier(at, to)), 0);
  return Math.max(hoursBetween(calendar, road.receivedAt, dueAt) - paused, LEAST_HOURS);
}

/** A promise of no time at all would make every share infinite. */
const LEAST_HOURS = 0.25;
