import { HOUR_MS, MINUTE_MS } from '#domain/working-time';
import type { UiWords } from '#wording/ui';

/** As the office says "một ngày làm việc" of time on the clock. */
const WORKING_DAY_MS = 8 * HOUR_MS;

/**
 * Working time in two units at most, never rounded up: who has two hours left is not told three.
 *
 * @example 2 working days and 3 hours and 10 minutes → `2 ngày 3 giờ`
 */
export const spanText = (milliseconds: number, words: UiWords['span']): string => {
  const whole = Math.abs(milliseconds);
  const days = Math.floor(whole / WORKING_DAY_MS);
  const hours = Math.floor((whole % WORKING_DAY_MS) / HOUR_MS);
  const minutes = Math.floor((whole % HOUR_MS) / MINUTE_MS);
  const parts = [
    days > 0 ? words.days(days) : '',
    hours > 0 ? words.hours(hours) : '',
    minutes > 0 ? words.minutes(minutes) : '',
  ].filter((part) => part !== '');
  return parts.slice(0, 2).join(' ') || words.lessThanMinute;
};
