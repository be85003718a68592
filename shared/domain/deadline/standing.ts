import { MINUTE_MS, dayOf, dueDayOf, instant, type Instant } from '../working-time/index.ts';

/** The five heaps of a work list; every open dossier lies in exactly one. */
export type Standing = 'overdue' | 'near' | 'today' | 'later' | 'none';

export interface DueWatch {
  readonly dueAt: Instant | null;
  /** The first *sắp đến hạn* threshold; null where the alert rules set none. */
  readonly nearFrom: Instant | null;
}

/**
 * Due moments before this one are over: what happens within the due minute itself is in time, as it is for
 * the outcome.
 *
 * @example overdueBefore(17:00:59) → 17:00, so that what is due at 17:00 is not over yet
 */
export const overdueBefore = (now: Instant): Instant =>
  instant(Math.floor(now / MINUTE_MS) * MINUTE_MS);

/**
 * How near an open dossier is to its due moment.
 *
 * @example due today 17:00, near from 15:00, now 15:30 → 'near'; now 14:00 → 'today'
 */
export function standingOf({ dueAt, nearFrom }: DueWatch, now: Instant): Standing {
  if (dueAt === null) return 'none';
  if (dueAt < overdueBefore(now)) return 'overdue';
  if (nearFrom !== null && now >= nearFrom) return 'near';
  return dueDayOf(dueAt) <= dayOf(now) ? 'today' : 'later';
}
