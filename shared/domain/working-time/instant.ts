import type { Brand } from '../kernel/index.ts';

/** A moment, in whole milliseconds since 1970-01-01T00:00Z. */
export type Instant = Brand<number, 'Instant'>;

/** A local day of Việt Nam, as the number of days since 1970-01-01. */
export type Day = Brand<number, 'Day'>;

/** A length of time in milliseconds. */
export type Millis = Brand<number, 'Millis'>;

export const MINUTE_MS = 60_000;
export const HOUR_MS = 3_600_000;
export const DAY_MS = 86_400_000;

/** Asia/Ho_Chi_Minh has kept UTC+7 without daylight saving since 1975: an integer, not a zone. */
const OFFSET_MS = 7 * HOUR_MS;

export const instant = (epochMs: number): Instant => epochMs as Instant;
export const millis = (ms: number): Millis => ms as Millis;
export const hours = (count: number): Millis => millis(count * HOUR_MS);

export const dayOf = (at: Instant): Day => Math.floor((at + OFFSET_MS) / DAY_MS) as Day;

/** 00:00 local of the day. */
export const startOf = (day: Day): Instant => instant(day * DAY_MS - OFFSET_MS);

export const plusDays = (day: Day, count: number): Day => (day + count) as Day;

/** Milliseconds passed since local midnight. */
export const timeOfDay = (at: Instant): Millis => millis(at - startOf(dayOf(at)));
