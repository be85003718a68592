import { accepted, refused, type Result } from '../kernel/index.ts';

/** When a countdown is worth a word. All amounts are working time or working days of the unit. */
export type Threshold =
  | { readonly at: 'moment' }
  | { readonly at: 'dayStart' }
  | { readonly at: 'share'; readonly percent: number }
  | { readonly at: 'daysBefore'; readonly days: number }
  | { readonly at: 'minutesBefore'; readonly minutes: number }
  | { readonly at: 'minutesAfter'; readonly minutes: number }
  | { readonly at: 'daysAfter'; readonly days: number };

/** Whether a threshold speaks of time that is left, rather than of the moment itself or of time since. */
export const LOOKS_AHEAD = {
  moment: false,
  dayStart: true,
  share: true,
  daysBefore: true,
  minutesBefore: true,
  minutesAfter: false,
  daysAfter: false,
} as const satisfies Record<Threshold['at'], boolean>;

/** Stable text of a threshold; part of the alert's identity. */
export type ThresholdKey = string;

const minutesKey = (minutes: number): string =>
  minutes % 60 === 0 ? `${String(minutes / 60)}h` : `${String(minutes)}m`;

/**
 * The threshold as it stands in an alert row.
 * @example thresholdKey({ at: 'minutesBefore', minutes: 120 }) // '-2h'
 */
export function thresholdKey(threshold: Threshold): ThresholdKey {
  switch (threshold.at) {
    case 'moment':
      return 'moment';
    case 'dayStart':
      return 'day';
    case 'share':
      return `${String(threshold.percent)}%`;
    case 'daysBefore':
      return `-${String(threshold.days)}d`;
    case 'minutesBefore':
      return `-${minutesKey(threshold.minutes)}`;
    case 'minutesAfter':
      return `+${minutesKey(threshold.minutes)}`;
    case 'daysAfter':
      return `+${String(threshold.days)}d`;
  }
}

/** A quarter is the longest any procedure of a commune looks ahead; beyond it an amount is a slip of the hand. */
const LONGEST_DAYS = 90;

const isWhole = (amount: number, most: number): boolean =>
  Number.isInteger(amount) && amount >= 1 && amount <= most;

function amountIsSound(threshold: Threshold): boolean {
  if ('percent' in threshold) return isWhole(threshold.percent, 99);
  if ('days' in threshold) return isWhole(threshold.days, LONGEST_DAYS);
  if ('minutes' in threshold) return isWhole(threshold.minutes, LONGEST_DAYS * 24 * 60);
  return true;
}

/**
 * Refuses an amount that is not a whole number in its range.
 * @example checkThreshold({ at: 'share', percent: 120 }) // refused 'threshold-out-of-range'
 */
export function checkThreshold(threshold: Threshold): Result<Threshold, 'threshold-out-of-range'> {
  return amountIsSound(threshold)
    ? accepted(threshold)
    : refused('threshold-out-of-range', { threshold: thresholdKey(threshold) });
}
