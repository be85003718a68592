import type { ClockHistory, FixedDue, Pause, PauseCause } from '../deadline/index.ts';
import type { Instant } from '../working-time/index.ts';
import type { OfficeEvent } from './event.ts';
import { isOneOf } from './event-kinds.ts';
import { intakeOf } from './opened.ts';

/** Which pause an event begins or ends. */
const BEGINS: Partial<Record<OfficeEvent['type'], PauseCause>> = {
  supplementRequested: 'supplement',
  paymentRequested: 'payment',
  held: 'hold',
};
const ENDS: Partial<Record<OfficeEvent['type'], PauseCause>> = {
  supplementSubmitted: 'supplement',
  supplementReceived: 'supplement',
  paymentReceived: 'payment',
  resumed: 'hold',
};
const FINISHES: ReadonlySet<OfficeEvent['type']> = new Set([
  'resultIssued',
  'refused',
  'stopped',
  'withdrawn',
]);

/**
 * All of a dossier's effective events that its due moment depends on; null before acceptance, when no clock
 * of the office runs yet.
 */
export function clockHistoryOf(
  events: readonly OfficeEvent[],
  clockStart: 'acceptance' | 'submission',
): ClockHistory | null {
  const received = events.find((event) => event.type === 'received');
  if (received === undefined) return null;
  return {
    startedAt: clockStart === 'submission' ? lastSubmission(events, received) : received.occurredAt,
    ...termOf(events),
    pauses: pausesOf(events.slice(events.indexOf(received) + 1)),
    fixed: events.flatMap((event) => fixedBy(event)),
  };
}

/** The last moment before acceptance at which the dossier came to `submitted`. */
function lastSubmission(events: readonly OfficeEvent[], received: OfficeEvent): Instant {
  const before = events.slice(0, events.indexOf(received));
  const came = before.findLast(
    (event) => event.type === 'submitted' || event.type === 'supplementReceived',
  );
  return came?.occurredAt ?? received.occurredAt;
}

type Term = Pick<ClockHistory, 'variantKey' | 'termAgreedAt' | 'beforeExtension'>;

/** The term agreed last, else the variant chosen at receipt. */
function termOf(events: readonly OfficeEvent[]): Term {
  const agreed = events.findLast((event) => event.type === 'termAgreed');
  if (agreed !== undefined) {
    const { variantKey } = agreed.payload;
    return { variantKey, termAgreedAt: agreed.occurredAt, ...termWhenExtended(events, agreed) };
  }
  const variantKey = intakeOf(events[0])?.variantKey;
  return variantKey === undefined ? {} : { variantKey };
}

function termWhenExtended(
  events: readonly OfficeEvent[],
  agreed: OfficeEvent,
): Pick<ClockHistory, 'beforeExtension'> {
  const extended = events.findIndex((event) => event.type === 'extended');
  if (extended < 0 || extended > events.indexOf(agreed)) return {};
  return { beforeExtension: termOf(events.slice(0, extended)) };
}

/** Waits before acceptance are never pauses, so the caller passes what came after it. */
function pausesOf(events: readonly OfficeEvent[]): readonly Pause[] {
  const closed: Pause[] = [];
  let open: readonly Pause[] = [];
  for (const event of events) {
    const ending = open.filter((pause) => endsPause(event, pause.cause));
    closed.push(...ending.map((pause) => endedBy(pause, event)));
    open = open.filter((pause) => !ending.includes(pause));
    const cause = BEGINS[event.type];
    if (cause !== undefined && !open.some((pause) => pause.cause === cause)) {
      open = [...open, { cause, from: event.occurredAt }];
    }
  }
  return [...closed, ...open];
}

function endsPause(event: OfficeEvent, cause: PauseCause): boolean {
  if (FINISHES.has(event.type)) return true;
  if (event.type === 'supplementSubmitted' && !event.payload.endsWait) return false;
  return ENDS[event.type] === cause;
}

function endedBy(pause: Pause, event: OfficeEvent): Pause {
  return {
    ...pause,
    to: event.occurredAt,
    ...(event.source !== undefined && { endedBySource: true }),
  };
}

function fixedBy(event: OfficeEvent): readonly FixedDue[] {
  const at = event.occurredAt;
  if (event.type === 'extended') return [{ kind: 'extended', at, dueAt: event.payload.dueAt }];
  const declared = declaredBy(event);
  return declared === undefined ? [] : [{ kind: 'declared', at, dueAt: declared }];
}

function declaredBy(event: OfficeEvent): Instant | undefined {
  if (isOneOf(event, PROMISING) && event.payload.declaredDueAt !== undefined) {
    return event.payload.declaredDueAt;
  }
  return intakeOf(event)?.declaredDueAt;
}

/** Events with which a source, or the official slip, may promise another day. */
const PROMISING = [
  'received',
  'dueRevised',
  'supplementSubmitted',
  'supplementReceived',
  'paymentReceived',
  'resumed',
] as const;
