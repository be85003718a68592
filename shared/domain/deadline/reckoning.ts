import type { Instant, WorkingCalendar } from '../working-time/index.ts';
import type { SupplementPolicy } from './allowance.ts';
import type { Stop } from './stops.ts';
import { measureStop, movedDue, termDue, type Term } from './term.ts';

/** How to count: the term, what a supplement does to it, and the calendar. */
export interface Counting {
  readonly term: Term;
  readonly policy: SupplementPolicy;
  readonly calendar: WorkingCalendar;
}

/** Where a count stands after the stops it has met. */
export interface Course {
  /** The receipt, or the end of the last stop that was a new receipt. */
  readonly startedAt: Instant;
  /** The due moment somebody else fixed, as long as no new receipt has replaced it. */
  readonly fixedAt: Instant | null;
  /** How far stops have put the due moment off, in the unit of the term. */
  readonly moved: number;
}

/** A count carried through to its due moment. */
export interface Reckoning extends Course {
  readonly term: Term;
  /** While stopped: as if the open stop ended at once. */
  readonly dueAt: Instant;
  /** An open stop counts: there is no due moment yet. */
  readonly stopped: boolean;
  readonly counted: readonly Stop[];
}

/**
 * Carries a count through the stops in order of time. Each is compared with the due moment that includes the
 * earlier ones; one that begins strictly after it moves nothing: late stays late.
 */
export function reckon(
  counting: Counting,
  begin: Omit<Course, 'moved'>,
  stops: readonly Stop[],
): Reckoning {
  let course: Course = { ...begin, moved: 0 };
  let dueAt = dueOn(course, counting);
  const counted: Stop[] = [];
  for (const stop of stops) {
    if (stop.from > dueAt) break;
    counted.push(stop);
    course = afterStop(course, stop, counting);
    dueAt = dueOn(course, counting);
  }
  const stopped = counted.at(-1)?.open === true;
  return { ...course, term: counting.term, dueAt, stopped, counted };
}

const dueOn = ({ startedAt, fixedAt, moved }: Course, { term, calendar }: Counting): Instant =>
  fixedAt === null
    ? termDue(term, startedAt, moved, calendar)
    : movedDue(term, fixedAt, moved, calendar);

function afterStop(course: Course, stop: Stop, { term, policy, calendar }: Counting): Course {
  if (term.unit === 'sameDay' || (policy === 'restart' && stop.supplement)) {
    return { startedAt: stop.to, fixedAt: null, moved: 0 };
  }
  return { ...course, moved: course.moved + measureStop(term, stop.from, stop.to, calendar) };
}
