import type { Absence } from '#contract/identity';
import {
  type Day,
  type Instant,
  dayOf,
  instant,
  parseInstant,
  plusDays,
  startOf,
} from '#domain/working-time';

export const STRIP_DAYS = 28;

/** An absence as a bar over days: columns from 1, the end not included. */
interface Bar {
  readonly absence: Absence;
  readonly from: number;
  readonly to: number;
}

export interface StripLine {
  readonly id: string;
  readonly name: string;
  readonly bars: readonly Bar[];
}

/** The Monday of the week in which the moment lies; 1 January 1970 was a Thursday. */
export const mondayOf = (now: Instant): Day => {
  const day = dayOf(now);
  return plusDays(day, -((((day + 3) % 7) + 7) % 7));
};

const barOf = (absence: Absence, first: Day): Bar | undefined => {
  const [from, to] = [parseInstant(absence.from), parseInstant(absence.to)];
  if (from === undefined || to === undefined) return undefined;
  const [begins, ends] = [dayOf(from) - first, dayOf(instant(to - 1)) - first + 1];
  if (ends <= 0 || begins >= STRIP_DAYS) return undefined;
  return { absence, from: Math.max(begins, 0) + 1, to: Math.min(ends, STRIP_DAYS) + 1 };
};

/** Whoever is away within four weeks, each on a line, with bars over the days. */
export const stripOf = (absences: readonly Absence[], first: Day): readonly StripLine[] => {
  const lines = new Map<string, StripLine>();
  for (const absence of absences) {
    const bar = barOf(absence, first);
    if (bar === undefined) continue;
    const { id, displayName: name } = absence.user;
    lines.set(id, { id, name, bars: [...(lines.get(id)?.bars ?? []), bar] });
  }
  return [...lines.values()];
};

export interface StripDay {
  readonly at: Instant;
  readonly isWeekend: boolean;
  readonly isToday: boolean;
}

export const daysFrom = (first: Day, now: Instant): readonly StripDay[] =>
  Array.from({ length: STRIP_DAYS }, (_none, number) => {
    const day = plusDays(first, number);
    return { at: startOf(day), isWeekend: number % 7 > 4, isToday: day === dayOf(now) };
  });
