import {
  effectiveEvents,
  type DossierEvent,
  type EventType,
  type OfficeEvent,
  type StateName,
} from '../dossier/index.ts';
import {
  HOUR_MS,
  workingBetween,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { Table } from './cells.ts';
import { passagesIn, type ReportScope } from './passages.ts';
import { boundsOf, isWithin } from './period.ts';
import type { ReportedDossier } from './reported-dossier.ts';
import { getSpanBefore } from './span-at.ts';
import { tabulate, type Place, type RowNames } from './tabulate.ts';

/** *Cần xem lại*: what honest work does now and then, and what hides lateness when it is done often. */
export const REVIEW_ROWS = [
  'supplementAfterDue',
  'refusedAfterDue',
  'supplementAtLast',
  'manySupplements',
  'held',
] as const;
export type ReviewRow = (typeof REVIEW_ROWS)[number];

/** What lists of lives ask of an event; the rest of a history need not be kept for them. */
const ASKED_OF = [
  'received',
  'supplementRequested',
  'held',
  'extended',
  'refused',
  'stopped',
  'apologyIssued',
] as const satisfies readonly EventType[];

export interface LifeEvent {
  readonly type: (typeof ASKED_OF)[number];
  readonly occurredAt: Instant;
  /** The due moment that stood when it happened; null while it was suspended, or where there was none. */
  readonly dueAt: Instant | null;
  /** On what ground, where it was refused or stopped. */
  readonly reasonCode?: string;
}

/** A dossier with the effective events that lists ask about, in their order. */
export interface Life {
  readonly dossier: ReportedDossier;
  readonly events: readonly LifeEvent[];
}

/**
 * A history as lists of lives read it.
 *
 * @example lifeEventsOf([received, supplementRequested 05/03 16:00]).at(-1).dueAt // 04/03 17:00: asked too late
 */
export function lifeEventsOf(history: readonly DossierEvent[]): readonly LifeEvent[] {
  const events: LifeEvent[] = [];
  let dueAt: Instant | null = null;
  for (const event of effectiveEvents(history)) {
    const type = ASKED_OF.find((asked) => asked === event.type);
    if (type !== undefined) {
      events.push({ type, occurredAt: event.occurredAt, dueAt, ...groundOf(event) });
    }
    if (event.due !== undefined) dueAt = event.due.dueAt;
  }
  return events;
}

const groundOf = (event: OfficeEvent): Pick<LifeEvent, 'reasonCode'> =>
  event.type === 'refused' || event.type === 'stopped'
    ? { reasonCode: event.payload.reasonCode }
    : {};

export type Listed = Table<'dossiers'>;

const LAST_HOURS_MS = 2 * HOUR_MS;

/** The dossiers of a row, each once; in the total each once, too, in however many rows it stands. */
function listed(places: readonly Place<'dossiers'>[], names?: RowNames): Listed {
  const { rows, total } = tabulate(['dossiers'], places, names);
  return { rows, total: { dossiers: [...new Set(total.dossiers)] } };
}

const place = (id: string, row: string): Place<'dossiers'> => ({ id, row, columns: ['dossiers'] });

/** The lives that II.06b counts in the period: no form of it speaks of other dossiers. */
function countedLives(lives: readonly Life[], scope: ReportScope): readonly Life[] {
  const ids = new Set<string>();
  for (const { dossier } of passagesIn(
    lives.map((life) => life.dossier),
    scope,
  )) {
    ids.add(dossier.id);
  }
  return lives.filter(({ dossier }) => ids.has(dossier.id));
}

/**
 * What somebody should look at again, row by row.
 *
 * @example reviewOf(lives, { ...january, calendar }).rows // supplementAfterDue: 3 dossiers
 */
export function reviewOf(
  lives: readonly Life[],
  { calendar, ...scope }: ReportScope & { readonly calendar: WorkingCalendar },
): Listed {
  const bounds = boundsOf(scope);
  const places = countedLives(lives, scope).flatMap(({ dossier: { id }, events }) => {
    const inPeriod = events.filter(({ occurredAt }) => isWithin(occurredAt, bounds));
    const rows = new Set(inPeriod.flatMap((each) => rowsOf(each, calendar)));
    if (asksAgain(events, bounds)) rows.add('manySupplements');
    return [...rows].map((row) => place(id, row));
  });
  return listed(places, { order: REVIEW_ROWS });
}

function rowsOf(event: LifeEvent, calendar: WorkingCalendar): readonly ReviewRow[] {
  const { type, dueAt } = event;
  if (type === 'held') return ['held'];
  if (dueAt === null) return [];
  const isAfter = event.occurredAt > dueAt;
  if (isRefusal(event)) return isAfter ? ['refusedAfterDue'] : [];
  if (type !== 'supplementRequested') return [];
  if (isAfter) return ['supplementAfterDue'];
  const left = workingBetween(calendar, event.occurredAt, dueAt);
  return left <= LAST_HOURS_MS ? ['supplementAtLast'] : [];
}

const isRefusal = ({ type }: LifeEvent): boolean => type === 'refused' || type === 'stopped';

/** Asked after acceptance at least twice by the end, the last time in the period. */
function asksAgain(events: readonly LifeEvent[], bounds: ReturnType<typeof boundsOf>): boolean {
  const receivedAt = events.findIndex(({ type }) => type === 'received');
  if (receivedAt < 0) return false;
  const asked = events
    .slice(receivedAt)
    .filter(({ type, occurredAt }) => type === 'supplementRequested' && occurredAt < bounds.end);
  return asked.length >= 2 && asked.some(({ occurredAt }) => isWithin(occurredAt, bounds));
}

/**
 * Why dossiers were refused or stopped in the period, by the ground that was given.
 *
 * @example refusalsOf(lives, january).rows // khong-du-dieu-kien: 4 dossiers
 */
export function refusalsOf(lives: readonly Life[], scope: ReportScope, names?: RowNames): Listed {
  const bounds = boundsOf(scope);
  const places = countedLives(lives, scope).flatMap(({ dossier, events }) => {
    const { finish } = dossier;
    const event = events.find(isRefusal);
    if (finish === null || event?.reasonCode === undefined) return [];
    const isOurs = finish.at === event.occurredAt && isWithin(finish.at, bounds);
    return isOurs ? [place(dossier.id, event.reasonCode)] : [];
  });
  return listed(places, names);
}

/** *Trả lại, tạm dừng*: what stands still when the period ends, and what was given back in it. */
export const STOOD_ROWS = [
  'refused',
  'awaitingSupplement',
  'awaitingPayment',
  'onHold',
] as const satisfies readonly StateName[];
export type StoodRow = (typeof STOOD_ROWS)[number];

const isStill = (state: StateName): state is StoodRow =>
  (STOOD_ROWS as readonly StateName[]).includes(state);

/**
 * The line of its own under a report by steps.
 *
 * @example stoodStill(lives, january).rows // onHold: 2 dossiers at the end of the period
 */
export function stoodStill(lives: readonly Life[], scope: ReportScope): Listed {
  const { end } = boundsOf(scope);
  const places = countedLives(lives, scope).flatMap(({ dossier: { id, finish, spans } }) => {
    if (finish !== null && finish.at < end) {
      const isBack = finish.outcome === 'refused' || finish.outcome === 'stopped';
      return isBack ? [place(id, 'refused')] : [];
    }
    const { state } = getSpanBefore(spans, end);
    return isStill(state) ? [place(id, state)] : [];
  });
  return listed(places, { order: STOOD_ROWS });
}
