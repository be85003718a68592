import type { PauseCause } from '../../deadline/index.ts';
import type { OfficeEvent, OfficeEventType } from '../event.ts';
import { isMove } from '../event-kinds.ts';
import type { DossierState } from '../state.ts';
import type { Telling, ToldHistory } from './telling.ts';

/** An event we know at another moment than the source tells now. */
export interface Moved {
  readonly event: OfficeEvent;
  readonly telling: Telling;
}

/** What a source tells, held against what is known. */
export interface Match {
  readonly moved: readonly Moved[];
  /** Told for the first time. */
  readonly fresh: readonly Telling[];
  /** Told by a source before, and not any more. */
  readonly untold: readonly OfficeEvent[];
}

/** What lies between two rounds of the same wait. */
const ROUNDS: Partial<Record<OfficeEventType, readonly OfficeEventType[]>> = {
  supplementRequested: ['supplementReceived', 'supplementSubmitted'],
  supplementReceived: ['supplementRequested'],
  paymentRequested: ['paymentReceived'],
  paymentReceived: ['paymentRequested'],
  held: ['resumed'],
  resumed: ['held'],
};

const OPENS: Partial<Record<OfficeEventType, PauseCause>> = {
  supplementRequested: 'supplement',
  paymentRequested: 'payment',
  held: 'hold',
};

type Known = Pick<DossierState, 'underway' | 'outcome' | 'openPauses'>;

/** Finds for each telling the event it tells of: the same moment first, then the same kind of event. */
export function match(events: readonly OfficeEvent[], state: Known, told: ToldHistory): Match {
  const sure = told.tellings.filter(({ sureOf }) => sureOf === undefined);
  const facts = told.tellings.filter(({ sureOf }) => sureOf === 'fact');
  const left = new Set(events);
  const unheard = sure.filter((telling) => !takeExact(telling, left));
  const moved: Moved[] = [];
  const fresh: Telling[] = [];
  for (const telling of unheard) {
    const event = counterpart(telling, left, told);
    if (event === undefined) fresh.push(telling);
    else moved.push({ event, telling });
    if (event !== undefined) left.delete(event);
  }
  const news = facts.filter((fact) => !isKnown(fact, state, events));
  return { moved, fresh: [...fresh, ...news], untold: untoldOf(left, told) };
}

/** A list tells the last round only; but what has finished is in each list after. */
function untoldOf(left: ReadonlySet<OfficeEvent>, { tells, tellings }: ToldHistory) {
  if (tells === 'all') return [...left];
  if (tellings.some(({ type }) => isFinish(type))) return [];
  return [...left].filter(({ type }) => isFinish(type));
}

function takeExact({ type, at }: Telling, left: Set<OfficeEvent>): boolean {
  const event = [...left].find((each) => each.type === type && each.occurredAt === at);
  return event !== undefined && left.delete(event);
}

function counterpart(
  telling: Telling,
  left: ReadonlySet<OfficeEvent>,
  told: ToldHistory,
): OfficeEvent | undefined {
  const alike = [...left].filter(({ type }) => type === telling.type);
  if (told.tells === 'all') return alike[0];
  return alike.findLast((event) => !isAnotherRound(event, telling, left, told));
}

/** A list tells the last round only: a later date after the wait has ended is a new round, not another date. */
function isAnotherRound(
  { occurredAt }: OfficeEvent,
  { type, at }: Telling,
  left: ReadonlySet<OfficeEvent>,
  { tellings }: ToldHistory,
): boolean {
  const between = ROUNDS[type] ?? [];
  const [from, to] = [Math.min(occurredAt, at), Math.max(occurredAt, at)];
  const moments = [
    ...[...left].filter((event) => between.includes(event.type)).map((event) => event.occurredAt),
    ...tellings.filter((each) => between.includes(each.type)).map((each) => each.at),
  ];
  return moments.some((moment) => moment >= from && moment <= to);
}

function isKnown({ type }: Telling, state: Known, events: readonly OfficeEvent[]): boolean {
  const cause = OPENS[type];
  if (cause !== undefined) return state.openPauses.some((pause) => pause.cause === cause);
  if (type === 'assigned') return state.underway || state.outcome !== null;
  return events.some((event) => event.type === type);
}

/** Whether a list that no longer tells of a wait leaves it to us to end it. */
export function endedSilently(
  events: readonly OfficeEvent[],
  open: DossierState['openPauses'],
  stillOpen: DossierState['openPauses'],
): readonly PauseCause[] {
  return open
    .map(({ cause }) => cause)
    .filter((cause) => !stillOpen.some((pause) => pause.cause === cause))
    .filter((cause) => begunBySource(events, cause));
}

const begunBySource = (events: readonly OfficeEvent[], cause: PauseCause): boolean =>
  events.findLast(({ type }) => OPENS[type] === cause)?.source !== undefined;

const FINISHES: ReadonlySet<OfficeEventType> = new Set([
  'resultIssued',
  'refused',
  'stopped',
  'withdrawn',
]);

export const isFinish = (type: OfficeEventType): boolean => FINISHES.has(type);

/** Of the moves only `returned` may follow a finish. */
export const mayFollowFinish = (type: OfficeEventType): boolean =>
  !isMove(type) || type === 'returned' || type === 'backFromAgency';
