import { unstoppedStepClocks } from '../deadline/index.ts';
import {
  MOVING,
  effectiveEvents,
  staysAfter,
  type DossierEvent,
  type Move,
  type OfficeEvent,
  type ProcedureRules,
} from '../dossier/index.ts';
import { instant, type Instant, type WorkingCalendar } from '../working-time/index.ts';
import { reportedStays } from './reported-stays.ts';
import type { ReportedStay } from './reported-dossier.ts';

/**
 * With one of these a dossier is not plain: amended ones, those that stood still, and those given back with a
 * ground are told from their whole history.
 */
const NOT_PLAIN: ReadonlySet<DossierEvent['type']> = new Set([
  ...(['corrected', 'voided', 'supplementRequested', 'paymentRequested', 'held'] as const),
  ...(['refused', 'stopped'] as const),
]);

/** A move without its moment. */
export type Turn = Omit<Move, 'at'>;

/** The course of a plain dossier: all of its history on which its stays at steps depend. */
export interface Course {
  /** In order of (occurredAt, version). */
  readonly turns: readonly Turn[];
  /** The moment of each turn. */
  readonly at: readonly Instant[];
  /** Its first acceptance was told by a source. */
  readonly isFromSource: boolean;
  /** The first act of ours, of a dossier that a source has told. */
  readonly firstHereAt: Instant | null;
}

/**
 * The course of a dossier; null for one that is not plain, and for one that never moved.
 *
 * @example courseOf([received 08:00 at nhan, stepCompleted nhan 09:00]) // turns [received, stepCompleted]
 */
export function courseOf(history: readonly DossierEvent[]): Course | null {
  if (history.some(({ type }) => NOT_PLAIN.has(type))) return null;
  const events = effectiveEvents(history);
  const moving = events.filter(isMoving);
  if (moving.length === 0) return null;
  const isFromSource = moving.find(({ type }) => type === 'received')?.source !== undefined;
  const here = isFromSource ? events.find(({ source }) => source === undefined) : undefined;
  return {
    turns: moving.map(turnOf),
    at: moving.map(({ occurredAt }) => occurredAt),
    isFromSource,
    firstHereAt: here?.occurredAt ?? null,
  };
}

const isMoving = (event: OfficeEvent): boolean => MOVING.some((type) => type === event.type);

function turnOf({ type, payload }: OfficeEvent): Turn {
  const told = payload as Readonly<Record<string, string | undefined>>;
  return {
    type: type as Turn['type'],
    stepKey: told['stepKey'] ?? told['firstStepKey'] ?? told['toStepKey'],
    nextStepKey: told['nextStepKey'],
  };
}

/** What is each dossier's own among those that took the same turns. */
export interface Taken extends Pick<Course, 'at' | 'firstHereAt'> {
  /** When it is due now, or was at last. */
  readonly dueAt: Instant | null;
}

interface CourseOffice {
  readonly procedure: ProcedureRules;
  readonly calendar: WorkingCalendar;
}

/**
 * The stays of all dossiers that took the same turns: what the whole history of each gives, for a small part of
 * the reading. The turns are folded once, since only their order says who stays where.
 *
 * @example staysOnCourse(course, { procedure, calendar })({ ...course, dueAt })
 */
export function staysOnCourse(
  { turns, isFromSource }: Pick<Course, 'turns' | 'isFromSource'>,
  { procedure, calendar }: CourseOffice,
): (taken: Taken) => readonly ReportedStay[] {
  const { steps, onTheSpot } = procedure;
  const plan = { steps, onTheSpot: onTheSpot !== undefined };
  const received = turns.findLastIndex(({ type }) => type === 'received');
  if (received < 0) return () => [];
  // Each moment is the number of its turn.
  const stays = staysAfter(turns.map((turn, number) => ({ ...turn, at: instant(number) })));
  return ({ at, firstHereAt, dueAt }) => {
    const momentOf = (turn: number): Instant => at[turn] ?? missing(turn);
    const visits = stays.map(({ key, startedAt, endedAt }) => ({
      ...{ key, startedAt: momentOf(startedAt) },
      ...(endedAt !== undefined && { endedAt: momentOf(endedAt) }),
    }));
    const begunAt = (isFromSource ? firstHereAt : null) ?? momentOf(received);
    return reportedStays(unstoppedStepClocks(visits, begunAt, plan, { calendar, dueAt }), steps);
  };
}

function missing(turn: number): never {
  throw new Error(`Nothing says when turn ${turn} was`);
}
