import { accepted, refused, type Result } from '../kernel/index.ts';
import {
  dayEnd,
  dayOf,
  isWorkingDay,
  nextWorkingDay,
  type Instant,
} from '../working-time/index.ts';
import type { Command } from './command.ts';
import { effectiveEvents } from './effective.ts';
import { isMove } from './event-kinds.ts';
import type { Office } from './office.ts';
import type { DossierRefusal } from './refusal-code.ts';
import type { DossierState } from './state.ts';

/** When a command happened, and whether it was told too late to be taken for granted. */
export interface Occurrence {
  readonly occurredAt: Instant;
  readonly backdated: boolean;
  /** Asked for where it is back-dated, and then kept. */
  readonly backdateReason?: string;
}

/**
 * Places a command in time: not in the future, not before the move that came before it, and with a reason
 * when it is told after the working day on which it happened.
 */
export function occurrenceOf(
  command: Pick<Command, 'occurredAt' | 'backdateReason'>,
  state: DossierState | null,
  office: Office,
): Result<Occurrence, DossierRefusal> {
  const occurredAt = command.occurredAt ?? office.now;
  if (occurredAt > office.now) return refused('occurs-in-future', { occurredAt });
  const previous = state === null ? undefined : lastMoveAt(state);
  if (previous !== undefined && occurredAt < previous) {
    return refused('occurs-before-previous', { occurredAt, previous });
  }
  return backdating(occurredAt, command.backdateReason, office);
}

function backdating(
  occurredAt: Instant,
  backdateReason: string | undefined,
  office: Office,
): Result<Occurrence, DossierRefusal> {
  if (!isLate(occurredAt, office)) return accepted({ occurredAt, backdated: false });
  if (backdateReason === undefined || backdateReason.trim() === '') {
    return refused('backdate-reason-required', { occurredAt });
  }
  return accepted({ occurredAt, backdated: true, backdateReason });
}

function isLate(occurredAt: Instant, { now, actor, calendar, unit, issuedUntil }: Office): boolean {
  if (actor.kind === 'import') return false;
  if (issuedUntil !== undefined && occurredAt < issuedUntil) return true;
  return unit.backdatedAfter === 'endOfWorkingDay' && now > lastMomentToTell(occurredAt, calendar);
}

/** The end of the working day on which it happened; after hours or on a day off, of the next one. */
function lastMomentToTell(occurredAt: Instant, calendar: Office['calendar']): Instant {
  const day = dayOf(occurredAt);
  if (isWorkingDay(calendar, day) && occurredAt <= dayEnd(calendar, day)) {
    return dayEnd(calendar, day);
  }
  return dayEnd(calendar, nextWorkingDay(calendar, day));
}

function lastMoveAt(state: DossierState): Instant | undefined {
  return effectiveEvents(state.history).findLast((event) => isMove(event.type))?.occurredAt;
}
