import {
  DEFAULT_OUTCOME_RULES,
  outcomeOf,
  type DueOutcome,
  type DueResult,
  type OutcomeRules,
} from '../deadline/index.ts';
import type { Span } from '../dossier/index.ts';
import { dueDayOf, plusDays, startOf, type Instant } from '../working-time/index.ts';
import type { Pending, Settled } from './ii06b-columns.ts';
import type { Finish } from './reported-dossier.ts';

/** Parameters of the unit that decide what late means (contract §1.2, §1.3). */
export interface LatenessRules extends OutcomeRules {
  /** An extension (Mẫu 04) never erases lateness unless the unit says so. */
  readonly lateAgainst: 'beforeExtension' | 'current';
}

export const DEFAULT_LATENESS: LatenessRules = {
  ...DEFAULT_OUTCOME_RULES,
  lateAgainst: 'beforeExtension',
};

type DueMoments = Pick<DueOutcome, 'dueAt' | 'beforeExtensionAt'>;

/** The due moment that reports hold the office to; null while it is suspended or where there is none. */
export const dueUnder = (
  { lateAgainst }: Pick<LatenessRules, 'lateAgainst'>,
  due: DueMoments,
): Instant | null => (lateAgainst === 'current' ? due.dueAt : due.beforeExtensionAt);

/**
 * Columns (8) to (12): how a finished dossier is settled. Only a result is early, on time or late; without
 * any due moment nothing is late.
 *
 * @example settledAs({ outcome: 'issued', at: 13/01 16:00, … due 13/01 17:00 }, rules) // 'resolvedEarly'
 */
export function settledAs(finish: Finish, rules: LatenessRules): Settled {
  if (finish.outcome === 'withdrawn') return 'withdrawn';
  if (finish.outcome !== 'issued') return 'rejected';
  return SETTLED_BY_OUTCOME[outcomeOf(finish.at, dueUnder(rules, finish), rules)];
}

const SETTLED_BY_OUTCOME = {
  early: 'resolvedEarly',
  onTime: 'resolvedOnTime',
  late: 'resolvedLate',
} as const satisfies Record<DueResult, Settled>;

/**
 * Columns (14) to (16): how the end of a period finds an open dossier. Awaiting a supplement comes before
 * everything else. While a pause that counts is open the due moment is suspended (null), so that a dossier
 * paused for another reason is late only if the moment had passed before.
 *
 * @example standingAt(15/01/2026 00:00, { state: 'processing', dueAt: 14/01/2026 17:00 }, rules) // 'pendingLate'
 */
export function standingAt(end: Instant, span: Span, rules: LatenessRules): Pending {
  if (span.state === 'awaitingSupplement') return 'pendingSupplement';
  const dueAt = dueUnder(rules, span);
  return dueAt !== null && lateFrom(dueAt, rules) < end ? 'pendingLate' : 'pendingInTime';
}

/** The moment after which an unfinished dossier is late; a due moment at 24:00 belongs to the day it ends. */
export const lateFrom = (dueAt: Instant, { lateAfter }: LatenessRules): Instant =>
  lateAfter === 'dueMoment' ? dueAt : startOf(plusDays(dueDayOf(dueAt), 1));
