import type { ClockHistory, FixedDue, Pause, PauseCause, ToldDue } from '../deadline/index.ts';
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
    fixed: fixedOf(events),
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

const fixedOf = (events: readonly OfficeEvent[]): readonly FixedDue[] =>
  events.reduce<Promises>(withEvent, { fixed: [], declaredStands: true }).fixed;

interface Promises {
  readonly fixed: readonly FixedDue[];
  /** Whether what was declared last held when no extension did: else it had become our own counting. */
  readonly declaredStands: boolean;
}

function withEvent(promises: Promises, event: OfficeEvent): Promises {
  const { due, occurredAt: at } = event;
  const fixed = [...stillPromised(promises.fixed, event), ...fixedBy(event)];
  if (due === undefined) return { ...promises, fixed };
  const { by } = due.rule;
  const declaredStands = by === 'extended' ? promises.declaredStands : by === 'declared';
  const declared = declaredStands ? fixed.findLast(({ kind }) => kind === 'declared') : undefined;
  const extended = by === 'extended' ? fixed.at(-1) : undefined;
  const told = fixed.map((each) => {
    if (each === extended) return heard(each, { at, ...due });
    return each === declared ? heard(each, { at, ...due, dueAt: due.beforeExtensionAt }) : each;
  });
  return { fixed: told, declaredStands };
}

/** Only the primary source's due moment is the dossier's. */
const stillPromised = (fixed: readonly FixedDue[], event: OfficeEvent): readonly FixedDue[] =>
  event.type === 'dueRevised' && event.payload.primary !== undefined
    ? fixed.filter(({ bySource }) => bySource !== true)
    : fixed;

type Told = Omit<ToldDue, 'dueAt'> & { readonly dueAt: Instant | null };

/** What the citizen was told of a promise is kept with it, should another calendar come into force. */
const heard = (fixed: FixedDue, { at, dueAt, calendarVersion }: Told): FixedDue =>
  dueAt === null
    ? fixed
    : { ...fixed, told: [...(fixed.told ?? []), { at, dueAt, calendarVersion }] };

function fixedBy(event: OfficeEvent): readonly FixedDue[] {
  const at = event.occurredAt;
  if (event.type === 'extended') return [{ kind: 'extended', at, dueAt: event.payload.dueAt }];
  const declared = declaredBy(event);
  if (declared === undefined) return [];
  return [
    {
      kind: 'declared',
      at,
      dueAt: declared,
      ...(isOfSource(event) && { bySource: true as const }),
    },
  ];
}

const isOfSource = (event: OfficeEvent): boolean =>
  event.source !== undefined ||
  (event.type === 'dueRevised' && event.payload.cause === 'source') ||
  (intakeOf(event)?.sources.length ?? 0) > 0;

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
