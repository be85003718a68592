import { effectiveEvents, isOfficeEvent } from '../effective.ts';
import type { OfficeEvent, OfficeEventType } from '../event.ts';
import type { SourceRecord } from '../intake.ts';
import { isMove } from '../event-kinds.ts';
import type { Office } from '../office.ts';
import { intakeOf } from '../opened.ts';
import type { DossierState } from '../state.ts';
import { instant, type Instant } from '../../working-time/index.ts';
import { takeOver } from './amend.ts';
import { endedSilently, isFinish, match, mayFollowFinish, type Match } from './match.ts';
import { stateTold } from './tell.ts';
import type { Teller, Telling, ToldHistory } from './telling.ts';

/** Something the source tells otherwise than we knew, and whether its word was taken over. */
export interface Difference {
  readonly kind: 'moved' | 'added' | 'untold' | 'promise' | 'against';
  readonly type: OfficeEventType;
  readonly ours?: Instant;
  readonly theirs?: Instant;
  readonly taken: boolean;
}

export interface Reconciled {
  /** The very state that was given where nothing was taken over. */
  readonly state: DossierState;
  /** What people should see: other dates, other promises. What is simply new is not among it. */
  readonly differences: readonly Difference[];
}

interface Reconciling {
  readonly office: Office;
  readonly teller: Teller;
  /** Of when the data were that this source told before; undefined where it is new to the dossier. */
  readonly asOf?: Instant | undefined;
  /** The source is the dossier's primary one from now on: its promise alone counts, or none. */
  readonly becomes?: SourceRecord;
}

/**
 * Takes over what a newer export of the primary source tells. An older one moves nothing back; what was entered
 * or corrected here stands until an export made after that repeats the source's own word.
 */
export function reconcile(
  state: DossierState,
  told: ToldHistory,
  { office, teller, asOf, becomes }: Reconciling,
): Reconciled {
  const events = effectiveEvents(state.history);
  const found = completed(match(events, state, told), { state, events, told, teller });
  const isOlder = asOf !== undefined && teller.exportedAt < asOf;
  const news = judged(silentByAge(found, told, isOlder), { state, events, teller, isOlder });
  const promising = { state, events, fresh: news.fresh, teller, isOlder };
  const promise =
    becomes === undefined ? promiseOf(told, promising) : firstPromise(told, promising, becomes);
  const fresh = promise.taken === undefined ? news.fresh : withPromise(news.fresh, promise.taken);
  const differences = [...news.differences, ...promise.differences];
  if (fresh.length === 0 && news.moved.length === 0) return { state, differences };
  const next = takeOver(state, { moved: news.moved, fresh }, office, teller.source);
  return next === undefined
    ? { state, differences: differences.map(notTaken) }
    : { state: next, differences };
}

/** Of what came later an older list cannot tell. */
const silentByAge = (found: Match, { tells }: ToldHistory, isOlder: boolean): Match =>
  isOlder && tells === 'standing' ? { ...found, untold: [] } : found;

const notTaken = (difference: Difference): Difference =>
  difference.taken ? { ...difference, kind: 'against', taken: false } : difference;

interface Subject {
  readonly state: DossierState;
  readonly events: readonly OfficeEvent[];
  readonly teller: Teller;
}

const ENDS = {
  supplement: { type: 'supplementReceived', payload: {} },
  payment: { type: 'paymentReceived', payload: { amount: 0, method: 'online' } },
  hold: { type: 'resumed', payload: {} },
} as const;

/** Facts get the moment at which we heard of them; a wait the list is silent about has ended by then. */
function completed(found: Match, { state, events, told, teller }: Subject & Told): Match {
  const heardAt = heard(events, teller);
  const fresh = found.fresh.map((telling) =>
    telling.sureOf === 'fact' ? { ...telling, at: heardAt } : telling,
  );
  const silent = told.tells === 'standing' && !fresh.some(({ type }) => isFinish(type));
  const causes = silent
    ? endedSilently(events, state.openPauses, stateTold(told.tellings).openPauses)
    : [];
  const ends = causes
    .map((cause): Telling => ({ ...ENDS[cause], at: heardAt, sureOf: 'fact' }))
    .filter(({ type }) => !fresh.some((telling) => telling.type === type));
  return { ...found, fresh: [...fresh, ...ends].toSorted((a, b) => a.at - b.at) };
}

interface Told {
  readonly told: ToldHistory;
}

function heard(events: readonly OfficeEvent[], { exportedAt }: Teller): Instant {
  const moves = events.filter(({ type }) => isMove(type)).map(({ occurredAt }) => occurredAt);
  return instant(Math.max(exportedAt, ...moves));
}

interface Judging extends Subject {
  readonly isOlder: boolean;
}

type Judged = Pick<Match, 'moved' | 'fresh'> & Pick<Reconciled, 'differences'>;

/** What of it is taken over, and what is only listed. */
function judged(found: Match, judging: Judging): Judged {
  const { state, teller, isOlder } = judging;
  const keptHere = (event: OfficeEvent): boolean => isOlder || isKept(event, state, teller);
  const moved = found.moved.filter(({ event }) => !keptHere(event));
  const fresh = found.fresh.filter((telling) => !isOlder && fits(telling, found, judging));
  const refused = found.fresh.filter((telling) => !fresh.includes(telling));
  return {
    moved,
    fresh,
    differences: [
      ...found.moved.map((each): Difference => movedDifference(each, moved.includes(each))),
      ...refused.filter(({ type }) => isMove(type)).map(addedDifference),
      ...untoldOf(found, judging),
    ],
  };
}

const movedDifference = ({ event, telling }: Match['moved'][number], taken: boolean) => ({
  kind: 'moved' as const,
  type: telling.type,
  ours: event.occurredAt,
  theirs: telling.at,
  taken,
});

const addedDifference = ({ type, at }: Telling): Difference => ({
  kind: 'added',
  type,
  theirs: at,
  taken: false,
});

/** Nothing comes before the event that opened the dossier, and no move after the one that finished it. */
function fits({ type, at }: Telling, { moved }: Match, { state, events }: Judging): boolean {
  const [opening] = events;
  if (opening !== undefined && at < opening.occurredAt) return false;
  if (state.finishedAt === null || mayFollowFinish(type)) return true;
  const finish = moved.find(({ event }) => event.occurredAt === state.finishedAt);
  return !isFinish(type) && at <= (finish === undefined ? state.finishedAt : finish.telling.at);
}

function untoldOf({ untold }: Match, { teller }: Judging): readonly Difference[] {
  return untold
    .filter(({ source, type }) => source === teller.source && type !== 'dueRevised')
    .map(({ type, occurredAt }) => ({ kind: 'untold', type, ours: occurredAt, taken: false }));
}

/** When an event was entered or corrected by somebody here; long ago where only the source told it. */
function enteredHereAt(event: OfficeEvent, { history }: DossierState): number {
  const amended = history
    .filter((each) => !isOfficeEvent(each) && each.source === undefined)
    .filter(({ payload }) => 'version' in payload && payload.version === event.version)
    .map(({ recordedAt }) => recordedAt);
  return Math.max(...amended, event.source === undefined ? event.recordedAt : -Infinity);
}

interface Promised {
  readonly taken?: Telling;
  readonly differences: readonly Difference[];
}

interface Promising extends Judging {
  readonly fresh: readonly Telling[];
}

/** A later promise of the source is told anew; of a finished dossier it is only listed. */
function promiseOf(
  told: ToldHistory,
  { state, events, fresh, teller, isOlder }: Promising,
): Promised {
  const theirs = lastPromise(told);
  const ours = promisedAlready(events, fresh);
  if (theirs === undefined || theirs === ours?.dueAt) return NOTHING_NEW;
  const taken = !isOlder && mayPromise(state, ours?.event, teller);
  const difference = promiseDifference(ours?.dueAt, theirs, taken);
  if (!taken) return { differences: [difference] };
  const payload = { cause: 'source', declaredDueAt: theirs } as const;
  return {
    taken: { type: 'dueRevised', at: heard(events, teller), payload },
    differences: [difference],
  };
}

/** With its first word a source that is asked before the others takes the promise over, or leaves none. */
function firstPromise(
  told: ToldHistory,
  { events, teller }: Pick<Promising, 'events' | 'teller'>,
  primary: SourceRecord,
): Promised {
  const theirs = lastPromise(told);
  const payload = {
    ...({ cause: 'source', primary } as const),
    ...(theirs !== undefined && { declaredDueAt: theirs }),
  };
  return { taken: { type: 'dueRevised', at: heard(events, teller), payload }, differences: [] };
}

const NOTHING_NEW: Promised = { differences: [] };

const mayPromise = (state: DossierState, event: OfficeEvent | undefined, teller: Teller): boolean =>
  state.outcome === null && !isKept(event, state, teller);

const isKept = (event: OfficeEvent | undefined, state: DossierState, teller: Teller): boolean =>
  event !== undefined && enteredHereAt(event, state) >= teller.exportedAt;

const promiseDifference = (
  ours: Instant | undefined,
  theirs: Instant,
  taken: boolean,
): Difference => ({
  ...{ kind: 'promise', type: 'dueRevised', theirs, taken },
  ...(ours !== undefined && { ours }),
});

const declaredIn = ({ payload }: Pick<Telling, 'payload'>): Instant | undefined =>
  'declaredDueAt' in payload ? payload.declaredDueAt : undefined;

const lastPromise = ({ intake, tellings }: ToldHistory): Instant | undefined =>
  tellings.map(declaredIn).findLast((at) => at !== undefined) ?? intake.declaredDueAt;

function promisedAlready(
  events: readonly OfficeEvent[],
  fresh: readonly Telling[],
): { readonly dueAt: Instant; readonly event: OfficeEvent } | undefined {
  const dues = events.flatMap((event) => {
    const dueAt = declaredIn(event) ?? intakeOf(event)?.declaredDueAt;
    return dueAt === undefined ? [] : [{ dueAt, event }];
  });
  const last = dues.at(-1);
  const coming = fresh.map(declaredIn).findLast((at) => at !== undefined);
  return coming === undefined || last === undefined ? last : { ...last, dueAt: coming };
}

const ENDING: readonly OfficeEventType[] = ['supplementReceived', 'paymentReceived', 'resumed'];

/** The promise holds from the end of the wait it was given for, and always before the finish it is for. */
function withPromise(fresh: readonly Telling[], promise: Telling): readonly Telling[] {
  const place = fresh.findIndex(({ type }) => isFinish(type) || ENDING.includes(type));
  const next = fresh[place];
  if (next === undefined) return [...fresh, promise];
  return [...fresh.slice(0, place), { ...promise, at: next.at }, ...fresh.slice(place)];
}
