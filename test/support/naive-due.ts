import {
  closingOf,
  countDays,
  countWorking,
  localDay,
  midnightOf,
  walkDays,
  walkWorking,
  type NaiveOffice,
} from './naive-clock.ts';

/** Contract of the due moment, read aloud: an oracle that shares no code with the product. */
export interface NaiveAllowance {
  readonly kind: 'sameDay' | 'workingHours' | 'workingDays' | 'calendarDays';
  readonly amount?: number;
  readonly cutoff?: string;
}

interface NaivePause {
  readonly cause: string;
  readonly from: number;
  readonly to?: number;
  readonly endedBySource?: boolean;
}

export interface NaiveCase {
  readonly receivedAt: number;
  readonly allowance: NaiveAllowance;
  readonly runningHours: boolean;
  readonly onSupplement: string;
  readonly pauses: readonly NaivePause[];
}

export interface Wait {
  from: number;
  to: number;
  supplement: boolean;
}

const HOUR = 3_600_000;

/** Minute by minute on one line: waits that share or touch a moment become one. */
function waitsOf(pauses: readonly NaivePause[], onSupplement: string): Wait[] {
  const waits: Wait[] = [];
  for (const { cause, from, to } of pauses) {
    if (to === undefined) throw new Error('The oracle knows closed pauses only');
    if (onSupplement === 'continue' && cause === 'supplement') continue;
    let wait: Wait = { from, to, supplement: cause === 'supplement' };
    for (let again = true; again;) {
      const other = waits.findIndex((w) => w.from <= wait.to && wait.from <= w.to);
      again = other >= 0;
      const [met] = again ? waits.splice(other, 1) : [];
      if (met !== undefined) {
        wait = {
          from: Math.min(met.from, wait.from),
          to: Math.max(met.to, wait.to),
          supplement: met.supplement || wait.supplement,
        };
      }
    }
    waits.push(wait);
  }
  return waits.sort((a, b) => a.from - b.from);
}

const countsHours = ({ allowance, runningHours }: NaiveCase): boolean =>
  allowance.kind === 'workingHours' || (allowance.kind === 'workingDays' && runningHours);

const hoursOf = ({ allowance }: NaiveCase): number =>
  (allowance.amount ?? 0) * (allowance.kind === 'workingDays' ? 8 : 1) * HOUR;

function rolled(office: NaiveOffice, day: number): number {
  let at = day;
  while (!office.isWorkingDay(at)) at += 1;
  return at;
}

/** Due when received then, with so many more days (or so much more working time) allowed. */
export function dueFrom(
  office: NaiveOffice,
  c: NaiveCase,
  receivedAt: number,
  more: number,
): number {
  const day = localDay(receivedAt);
  if (c.allowance.kind === 'sameDay') {
    const [hour, minute] = (c.allowance.cutoff ?? '').split(':').map(Number);
    const cutoff = midnightOf(day) + (hour ?? NaN) * HOUR + (minute ?? NaN) * 60_000;
    const inTime =
      office.isWorkingDay(day) && receivedAt <= cutoff && receivedAt <= closingOf(office, day);
    return closingOf(office, inTime ? day : walkDays(office, day, 1));
  }
  if (countsHours(c)) return walkWorking(office, receivedAt, hoursOf(c) + more);
  const amount = (c.allowance.amount ?? 0) + more;
  return c.allowance.kind === 'calendarDays'
    ? closingOf(office, rolled(office, day + amount))
    : closingOf(office, walkDays(office, day, amount));
}

export function lengthOf(office: NaiveOffice, c: NaiveCase, { from, to }: Wait): number {
  if (countsHours(c)) return countWorking(office, from, to);
  return c.allowance.kind === 'calendarDays'
    ? localDay(to) - localDay(from)
    : countDays(office, localDay(from), localDay(to));
}

export const isNewReceipt = (c: NaiveCase, wait: Wait): boolean =>
  c.allowance.kind === 'sameDay' || (c.onSupplement === 'restart' && wait.supplement);

/** Our own due moment: for every wait, the whole count is done again from the last receipt. */
export function naiveDue(office: NaiveOffice, c: NaiveCase): number {
  const waits = waitsOf(c.pauses, c.onSupplement);
  const upTo = (count: number): number => {
    let receipt = c.receivedAt;
    let more = 0;
    for (const wait of waits.slice(0, count)) {
      if (isNewReceipt(c, wait)) {
        receipt = wait.to;
        more = 0;
      } else more += lengthOf(office, c, wait);
    }
    return dueFrom(office, c, receipt, more);
  };
  let counted = 0;
  while (counted < waits.length && (waits[counted]?.from ?? 0) <= upTo(counted)) counted += 1;
  return upTo(counted);
}

/** A due moment somebody fixed at `at`, moved one day or one wait at a time. */
export function naiveFixedDue(
  office: NaiveOffice,
  c: NaiveCase,
  fixed: { readonly at: number; readonly dueAt: number },
): number {
  const unknown = c.pauses.filter(
    ({ to, endedBySource }) => endedBySource !== true && (to === undefined || to > fixed.at),
  );
  const waits = waitsOf(unknown, c.onSupplement);
  const moves: Wait[] = [];
  let due = fixed.dueAt;
  for (const [index, wait] of waits.entries()) {
    if (wait.from > due) return due;
    if (isNewReceipt(c, wait)) {
      const rest = waits.slice(index + 1).map((w) => ({ ...w, cause: causeOf(w) }));
      return naiveDue(office, { ...c, receivedAt: wait.to, pauses: rest });
    }
    moves.push(wait);
    due = movedBy(office, c, fixed.dueAt, moves);
  }
  return due;
}

const causeOf = ({ supplement }: Wait): string => (supplement ? 'supplement' : 'hold');

export function movedBy(
  office: NaiveOffice,
  c: NaiveCase,
  dueAt: number,
  waits: readonly Wait[],
): number {
  const length = waits.reduce((total, wait) => total + lengthOf(office, c, wait), 0);
  if (length === 0) return dueAt;
  if (countsHours(c)) return walkWorking(office, dueAt, length);
  const day = localDay(dueAt - 1);
  const target =
    c.allowance.kind === 'calendarDays'
      ? rolled(office, day + length)
      : walkDays(office, day, length);
  return midnightOf(target) + (dueAt - midnightOf(day));
}
