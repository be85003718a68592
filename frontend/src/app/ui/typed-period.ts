import {
  type Day,
  type Instant,
  DAY_MS,
  instant,
  plusDays,
  startOf,
  timeOfDay,
} from '#domain/working-time';
import { typedMoment } from './typed-moment.ts';

export interface TypedPeriod {
  readonly from: string;
  readonly to: string;
}

/** From a moment, or from now on, until a moment that is no longer part of it. */
export interface Period {
  readonly from: Instant | undefined;
  readonly to: Instant;
}

export type PeriodFault = 'from' | 'to';

const begin = (day: Day): Instant => startOf(day);
const end = (day: Day): Instant => startOf(plusDays(day, 1));

/** As people write it: a day alone is a whole day, at its beginning as at its end. */
export const periodTyped = (
  typed: TypedPeriod,
  now: Instant,
): { readonly period: Period } | { readonly fault: PeriodFault } => {
  const isOpen = typed.from.trim() === '';
  const from = isOpen ? undefined : typedMoment(typed.from, now, begin);
  if (!isOpen && from === undefined) return { fault: 'from' };
  const to = typed.to.trim() === '' ? undefined : typedMoment(typed.to, now, end);
  return to === undefined ? { fault: 'to' } : { period: { from, to } };
};

/** The last day of a period that ends with a day; undefined for one that ends within. */
export const lastDayOf = (to: Instant): Instant | undefined =>
  timeOfDay(to) === 0 ? instant(to - DAY_MS) : undefined;
