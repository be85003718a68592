import type { Instant } from '../working-time/index.ts';
import type { ClockHistory, FixedDue, Pause } from './history.ts';
import { reckon, type Counting, type Reckoning } from './reckoning.ts';
import { stopsOf } from './stops.ts';

type Promised = Pick<ClockHistory, 'startedAt' | 'pauses' | 'fixed'>;

/**
 * A moment fixed by somebody else, moved by the waits it does not know of. Where another calendar has come
 * into force since, what was told by the old one stays told, and only what came after it is counted.
 */
export function reckonFixed(fixed: FixedDue, history: Promised, counting: Counting): Reckoning {
  const startedAt = startBefore(fixed, history, counting);
  const told = fixed.told?.findLast(
    ({ calendarVersion }) => calendarVersion !== counting.calendar.version,
  );
  return reckonFrom(told ?? fixed, { ...history, startedAt }, counting);
}

/** It knows of the waits that were over by then, and of those a source has told the end of. */
function reckonFrom(
  { at, dueAt }: Pick<FixedDue, 'at' | 'dueAt'>,
  { startedAt, pauses }: Promised,
  counting: Counting,
): Reckoning {
  const unknown = pauses.filter(
    ({ to, endedBySource }) => endedBySource !== true && (to === undefined || to > at),
  );
  return reckon(counting, { startedAt, fixedAt: dueAt }, stopsOf(unknown, counting.policy));
}

/** Where the clock that ran when the moment was fixed had begun: at the receipt, or after the last new one. */
function startBefore(fixed: FixedDue, history: Promised, counting: Counting): Instant {
  const { startedAt } = history;
  if (counting.policy !== 'restart' && counting.term.unit !== 'sameDay') return startedAt;
  const pauses = endedBy(fixed.at, history.pauses);
  if (pauses.length === 0) return startedAt;
  const earlier = history.fixed.slice(0, history.fixed.indexOf(fixed));
  const last = earlier.at(-1);
  return last === undefined
    ? reckon(counting, { startedAt, fixedAt: null }, stopsOf(pauses, counting.policy)).startedAt
    : reckonFixed(last, { startedAt, pauses, fixed: earlier }, counting).startedAt;
}

const endedBy = (at: Instant, pauses: readonly Pause[]): readonly Pause[] =>
  pauses.filter(({ to }) => to !== undefined && to <= at);
