import {
  instant,
  workingBetween,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { ClockHistory, ClockRules } from './history.ts';
import { momentsOf } from './moments.ts';
import type { Reckoning } from './reckoning.ts';
import { policyWithoutTerm, stopsOf, type Stop } from './stops.ts';

/** The clock as people look at it: when it began, when it ends, and when it stood still between. */
export interface ClockView {
  readonly reckoning: Reckoning | null;
  readonly startedAt: Instant;
  readonly stops: readonly Stop[];
}

/**
 * A promise of a source already contains the pauses it told us of: they move nothing, yet the office waited,
 * so here every stop begun by the due moment is one.
 */
export function clockView(
  history: ClockHistory,
  rules: ClockRules,
  calendar: WorkingCalendar,
): ClockView {
  const { current, ours } = momentsOf(history, rules, calendar);
  const startedAt = current?.startedAt ?? history.startedAt;
  if (current?.fixedAt === null) return { reckoning: current, startedAt, stops: current.counted };
  const { onSupplement } = rules;
  const policy = ours === null ? policyWithoutTerm(onSupplement) : onSupplement;
  const all = stopsOf(history.pauses, policy);
  const stops = all.filter(({ from }) => current === null || from <= current.dueAt);
  return { reckoning: current, startedAt, stops };
}

/** Working time in a stretch during which the clock stood still. */
export function stoppedBetween(
  stops: readonly Stop[],
  from: Instant,
  to: Instant,
  calendar: WorkingCalendar,
): number {
  return stops.reduce((sum, stop) => {
    const begin = instant(Math.max(from, stop.from));
    const end = instant(Math.min(to, stop.to));
    return begin < end ? sum + workingBetween(calendar, begin, end) : sum;
  }, 0);
}
