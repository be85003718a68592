import {
  MINUTE_MS,
  addWorking,
  millis,
  workingBetween,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import type { Countdown } from './countdown.ts';
import { LOOKS_AHEAD, type Threshold } from './threshold.ts';
import {
  openingOf,
  workingDaysAfter,
  workingDaysBefore,
  workingTimeBefore,
} from './working-moment.ts';

/** Counted back from the due moment, so that time in which the clock stood still is left out. */
function shareMoment(countdown: Countdown, percent: number, calendar: WorkingCalendar): Instant {
  const whole = workingBetween(calendar, countdown.startedAt, countdown.dueAt);
  const counted = Math.max(0, whole - countdown.pausedFor);
  const left = Math.floor((counted * (100 - percent)) / 100);
  return workingTimeBefore(calendar, countdown.dueAt, millis(left));
}

function momentOf(threshold: Threshold, countdown: Countdown, calendar: WorkingCalendar): Instant {
  const { dueAt } = countdown;
  switch (threshold.at) {
    case 'moment':
      return dueAt;
    case 'dayStart':
      return openingOf(calendar, dueAt);
    case 'share':
      return shareMoment(countdown, threshold.percent, calendar);
    case 'daysBefore':
      return workingDaysBefore(calendar, dueAt, threshold.days);
    case 'minutesBefore':
      return workingTimeBefore(calendar, dueAt, millis(threshold.minutes * MINUTE_MS));
    case 'minutesAfter':
      return addWorking(calendar, dueAt, millis(threshold.minutes * MINUTE_MS));
    case 'daysAfter':
      return workingDaysAfter(calendar, dueAt, threshold.days);
  }
}

/**
 * When the threshold is passed; null where it would lie at or before the start: a dossier accepted with two
 * hours to go is not told at once that two hours are left (ADR 0041).
 * @example thresholdMoment({ at: 'daysBefore', days: 1 }, dueFriday17h, calendar) // Thursday 17:00
 */
export function thresholdMoment(
  threshold: Threshold,
  countdown: Countdown,
  calendar: WorkingCalendar,
): Instant | null {
  const moment = momentOf(threshold, countdown, calendar);
  return LOOKS_AHEAD[threshold.at] && moment <= countdown.startedAt ? null : moment;
}
