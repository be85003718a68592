import type { Allowance } from '../deadline/index.ts';
import type { UserId } from '../dossier/index.ts';
import { millis, type Instant, type Millis } from '../working-time/index.ts';

/** A fact of the record: since when the product has known it, which event said it, whose act it was. */
export interface Mark {
  /** When it was recorded. An alert never claims to have been raised before its cause was known. */
  readonly at: Instant;
  /** Version of the event: the alert's *due revision*, so that a new cause raises a new alert. */
  readonly version: number;
  /** Null for imports and schedules. */
  readonly by: UserId | null;
  /** When it happened, where a source told us of it later: from then on it counts, and is old news or not. */
  readonly happenedAt?: Instant;
}

/** A stretch of time that somebody has, or the single moment from which something is owed. */
export interface Countdown {
  readonly startedAt: Instant;
  readonly dueAt: Instant;
  /** Working time of the stretch during which the clock stood still. */
  readonly pausedFor: Millis;
  /** What put this due moment into force. */
  readonly since: Mark;
}

/** The dossier's own clock, while a due moment stands. */
export interface PromiseClock extends Countdown {
  /** Null when only a source or a slip told the due moment. */
  readonly allowance: Allowance | null;
  /** Whether the due moment is that of an extension (Mẫu 04). */
  readonly extended: boolean;
}

/** The clock of the step the dossier stays at. */
export interface StepClock extends Countdown {
  readonly allowance: Allowance;
}

/** The moment of a fact, as a countdown that begins and ends there. */
export const fromMark = (mark: Mark): Countdown => ({
  startedAt: mark.happenedAt ?? mark.at,
  dueAt: mark.happenedAt ?? mark.at,
  pausedFor: millis(0),
  since: mark,
});
