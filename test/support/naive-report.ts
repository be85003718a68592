import type { DossierEvent, Intake } from '#domain/dossier';
import type { RandomDossier } from './random-dossiers.ts';

/**
 * The report as somebody would make it with a pencil: every column asked for on its own, every question
 * answered by going through the whole history again. Shares no code with the report and none with the fold.
 */
export interface NaiveRules {
  readonly lateAgainst: 'beforeExtension' | 'current';
  readonly earlyBy: 'minute' | 'day';
  readonly lateAfter: 'dueMoment' | 'endOfDueDay';
}

const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;

/** Columns (3) to (16) by their numbers on the form, as ids. */
export function naiveReport(
  dossiers: readonly RandomDossier[],
  fromDay: number,
  toDay: number,
  rules: NaiveRules,
): Readonly<Record<number, readonly string[]>> {
  const [start, end] = [fromDay * DAY - OFFSET, (toDay + 1) * DAY - OFFSET];
  const told = dossiers
    .map(({ id, history }) => ({ id, events: believed(history) }))
    .filter(({ events }) => isOurs(events) && !isLeftOut(events));
  const ids = (test: (events: readonly Believed[]) => boolean): readonly string[] =>
    told.filter(({ events }) => test(events)).map(({ id }) => id);
  const isNew = (events: readonly Believed[]): boolean => {
    const receipt = receiptOf(events);
    return receipt !== undefined && receipt >= start && receipt < end;
  };
  const carried = (events: readonly Believed[]): boolean => isOpenAt(events, start);
  const finished = (events: readonly Believed[]): Believed | undefined => {
    const finish = finishOf(events);
    const counted = receiptOf(events) !== undefined;
    return counted && finish && finish.at >= start && finish.at < end ? finish : undefined;
  };
  const open = (events: readonly Believed[]): boolean => isOpenAt(events, end);
  const awaited = (events: readonly Believed[]): boolean =>
    open(events) && pausesOpenAt(events, end).some(({ cause }) => cause === 'supplement');
  const overdue = (events: readonly Believed[]): boolean =>
    open(events) && !awaited(events) && isOverdueAt(events, end, rules);
  const result = (events: readonly Believed[], outcome: string): boolean => {
    const finish = finished(events);
    return (
      finish?.type === 'resultIssued' &&
      outcomeOf(finish.at, duesAt(events, finish), rules) === outcome
    );
  };
  const ended = (events: readonly Believed[], ...types: readonly string[]): boolean =>
    types.includes(finished(events)?.type ?? '');
  return {
    3: ids((each) => isNew(each) || carried(each)),
    4: ids((each) => isNew(each) && channelOf(each) === 'online'),
    5: ids((each) => isNew(each) && channelOf(each) !== 'online'),
    6: ids(carried),
    7: ids((each) => finished(each) !== undefined),
    8: ids((each) => result(each, 'early')),
    9: ids((each) => result(each, 'onTime')),
    10: ids((each) => result(each, 'late')),
    11: ids((each) => ended(each, 'refused', 'stopped')),
    12: ids((each) => ended(each, 'withdrawn')),
    13: ids(open),
    14: ids((each) => open(each) && !awaited(each) && !overdue(each)),
    15: ids(overdue),
    16: ids(awaited),
  };
}

interface Believed {
  readonly type: string;
  readonly at: number;
  readonly intake: Intake | undefined;
  readonly due: Dues | undefined;
}

/** The history with its corrections believed: voids and moved moments, no more is random here. */
function believed(history: readonly DossierEvent[]): readonly Believed[] {
  const list: (Believed & { version: number })[] = [];
  for (const event of history) {
    if (event.type === 'voided') {
      const gone = list.findIndex(({ version }) => version === event.payload.version);
      list.splice(gone, 1);
      continue;
    }
    if (event.type === 'corrected') {
      const { payload } = event;
      const index = list.findIndex(
        (each) => 'version' in payload && each.version === payload.version,
      );
      const old = list[index];
      if (old !== undefined && 'changes' in payload) {
        list[index] = { ...old, at: payload.changes.occurredAt ?? old.at };
      }
      continue;
    }
    list.push({
      type: event.type,
      version: event.version,
      at: event.occurredAt,
      intake: 'intake' in event.payload ? event.payload.intake : undefined,
      due: event.due && { current: event.due.dueAt, before: event.due.beforeExtensionAt },
    });
  }
  return list.sort((a, b) => a.at - b.at || a.version - b.version);
}

const FINISHES = ['resultIssued', 'refused', 'stopped', 'withdrawn'];

const finishOf = (events: readonly Believed[]): Believed | undefined =>
  events.find(({ type }) => FINISHES.includes(type));

function receiptOf(events: readonly Believed[]): number | undefined {
  for (const { type, at } of events) {
    if (type === 'received' || type === 'refused') return at;
    if (type === 'withdrawn') return undefined;
  }
  return undefined;
}

function isOpenAt(events: readonly Believed[], moment: number): boolean {
  const [receipt, finish] = [receiptOf(events), finishOf(events)];
  return receipt !== undefined && receipt < moment && (finish === undefined || finish.at >= moment);
}

const intakeOf = (events: readonly Believed[]): Intake | undefined =>
  events.find(({ intake }) => intake !== undefined)?.intake;
const channelOf = (events: readonly Believed[]): string | undefined => intakeOf(events)?.channel;
const isOurs = (events: readonly Believed[]): boolean =>
  intakeOf(events)?.procedure.authority === 'commune';

function isLeftOut(events: readonly Believed[]): boolean {
  const link = events.findLast(({ type }) => type === 'linked' || type === 'unlinked');
  return events.some(({ type }) => type === 'annulled') || link?.type === 'linked';
}

interface Open {
  readonly cause: string;
  readonly since: number;
}

const BEGINS: Record<string, string> = {
  supplementRequested: 'supplement',
  paymentRequested: 'payment',
  held: 'hold',
};
const ENDS: Record<string, string> = {
  supplementReceived: 'supplement',
  paymentReceived: 'payment',
  resumed: 'hold',
};

function pausesOpenAt(events: readonly Believed[], moment: number): readonly Open[] {
  let open: Open[] = [];
  for (const { type, at } of events.filter((event) => event.at < moment)) {
    const cause = BEGINS[type];
    if (cause !== undefined && !open.some((pause) => pause.cause === cause)) {
      open.push({ cause, since: at });
    }
    if (type === 'received' || FINISHES.includes(type)) open = [];
    open = open.filter((pause) => pause.cause !== ENDS[type]);
  }
  return open;
}

/**
 * Without a pause the last due moment told; with one the due moment that was in force when waiting began,
 * and only if it had passed by then.
 */
function isOverdueAt(events: readonly Believed[], moment: number, rules: NaiveRules): boolean {
  const told = events.filter((event) => event.at < moment);
  const waiting = waitingSince(events, moment);
  if (waiting === undefined) {
    const due = lastDue(told, rules);
    return due !== null && lateFrom(due, rules) < moment;
  }
  const due = lastDue(told.slice(0, told.indexOf(waiting)), rules);
  return due !== null && due < waiting.at && lateFrom(due, rules) < moment;
}

/** The event with which the unbroken wait that is still going on began. */
function waitingSince(events: readonly Believed[], moment: number): Believed | undefined {
  let since: Believed | undefined;
  const told = events.filter((event) => event.at < moment);
  for (const [index, event] of told.entries()) {
    const open = new Set<string>();
    for (const { type } of told.slice(0, index + 1)) {
      if (type === 'received') open.clear();
      if (BEGINS[type] !== undefined) open.add(BEGINS[type]);
      if (ENDS[type] !== undefined) open.delete(ENDS[type]);
    }
    if (open.size === 0) since = undefined;
    else since ??= event;
  }
  return since;
}

function lastDue(events: readonly Believed[], rules: NaiveRules): number | null {
  const due = events.findLast((event) => event.due !== undefined)?.due;
  if (due === undefined) return null;
  return rules.lateAgainst === 'current' ? due.current : due.before;
}

interface Dues {
  readonly current: number | null;
  readonly before: number | null;
}

/** The last due moments told by the finish, its own included. */
const duesAt = (events: readonly Believed[], finish: Believed): Dues =>
  events.slice(0, events.indexOf(finish) + 1).findLast(({ due }) => due !== undefined)?.due ?? {
    current: null,
    before: null,
  };

const minute = (at: number): number => Math.floor(at / 60_000);
const localDay = (at: number): number => Math.floor((at + OFFSET) / DAY);
/** A due moment at midnight belongs to the day that ends with it. */
const dueDay = (due: number): number => localDay(due - 1);

const lateFrom = (due: number, { lateAfter }: NaiveRules): number =>
  lateAfter === 'dueMoment' ? due : (dueDay(due) + 1) * DAY - OFFSET;

function outcomeOf(
  finish: number,
  dues: Dues,
  { lateAgainst, earlyBy, lateAfter }: NaiveRules,
): string {
  const due = lateAgainst === 'current' ? dues.current : dues.before;
  if (due === null) return 'early';
  const pastMinute = minute(finish) > minute(due);
  const pastDay = localDay(finish) > dueDay(due);
  if (lateAfter === 'dueMoment' ? pastMinute : pastMinute && pastDay) return 'late';
  const early = earlyBy === 'day' ? localDay(finish) < dueDay(due) : minute(finish) < minute(due);
  return early ? 'early' : 'onTime';
}
