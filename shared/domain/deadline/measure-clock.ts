import {
  instant,
  millis,
  workingBetween,
  type Instant,
  type Millis,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { clockView, stoppedBetween, type ClockView } from './clock-view.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { endedNow } from './stops.ts';

/** Working time of a dossier's clock since it began, or since a new receipt began it anew. */
export interface ClockReading {
  /** When it began: the receipt, or the end of the last wait that was a new one. */
  readonly startedAt: Instant;
  readonly elapsed: Millis;
  /** Negative once late; null without a due moment to run to. While paused: as if the pause ended now. */
  readonly remaining: Millis | null;
  readonly paused: Millis;
}

/**
 * Reads the clock of a dossier: elapsed and paused make up the working time since its start; elapsed and
 * remaining the allowance, where that is counted in hours.
 *
 * @example eight hours, received Mon 07:30, now Mon 14:00 → elapsed 5 h, remaining 3 h, paused 0
 */
export function measureClock(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
  now: Instant,
): ClockReading {
  const ended = { ...history, pauses: endedNow(history.pauses, now) };
  const view = clockView(ended, rules, calendar);
  const { reckoning, startedAt, stops } = view;
  const at = instant(Math.max(now, startedAt));
  return {
    startedAt,
    elapsed: ranBetween(view, startedAt, at, calendar),
    remaining: reckoning === null ? null : ranBetween(view, at, reckoning.dueAt, calendar),
    paused: millis(stoppedBetween(stops, startedAt, at, calendar)),
  };
}

function ranBetween(
  { stops }: ClockView,
  from: Instant,
  to: Instant,
  calendar: WorkingCalendar,
): Millis {
  const stopped =
    from <= to
      ? stoppedBetween(stops, from, to, calendar)
      : -stoppedBetween(stops, to, from, calendar);
  return millis(workingBetween(calendar, from, to) - stopped);
}
