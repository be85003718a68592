import type { Day } from './instant.ts';

export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

/** 1970-01-01 was a Thursday, three places after Monday. */
const EPOCH_PLACE = 3;

/**
 * The place of a day in its week, Monday being 0.
 *
 * @example weekdayPlace(2026-04-26) → 6, a Sunday
 */
export const weekdayPlace = (day: Day): number => (((day + EPOCH_PLACE) % 7) + 7) % 7;
