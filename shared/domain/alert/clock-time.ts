import {
  MINUTE_MS,
  instant,
  minutesOf,
  startOf,
  type Day,
  type Instant,
} from '../working-time/index.ts';

/**
 * A time of day, `HH:MM`, on a day.
 * @example clockTime(dayOf(Friday), '16:30') // Friday 16:30
 */
export const clockTime = (day: Day, text: string): Instant =>
  instant(startOf(day) + minutesOf(text) * MINUTE_MS);
