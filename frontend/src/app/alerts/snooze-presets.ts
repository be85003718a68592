import {
  type Instant,
  MINUTE_MS,
  type WorkingCalendar,
  addWorking,
  dayOf,
  dayStart,
  hours,
  instant,
  millis,
  nextWorkingDay,
  startOf,
} from '#domain/working-time';
import type { AlertWords } from '#wording/alerts';

export interface SnoozePreset {
  readonly name: keyof AlertWords['presets'];
  readonly at: Instant;
}

/** When work goes on after the break of noon, while that is still to come today. */
const afternoonOf = (calendar: WorkingCalendar, now: Instant): Instant | undefined => {
  const noon = instant(startOf(dayOf(now)) + hours(12));
  const begins = instant(addWorking(calendar, noon, millis(1)) - 1);
  return begins > now && dayOf(begins) === dayOf(now) ? begins : undefined;
};

/**
 * When somebody may want to be reminded, in the office's own time: each moment once, the nearest first.
 *
 * @example snoozePresets(calendar, Friday 16:50)[0] // the next working day at 07:30
 */
export const snoozePresets = (calendar: WorkingCalendar, now: Instant): readonly SnoozePreset[] => {
  const next = nextWorkingDay(calendar, dayOf(now));
  const moments: readonly (readonly [SnoozePreset['name'], Instant | undefined])[] = [
    ['soon', addWorking(calendar, now, millis(30 * MINUTE_MS))],
    ['later', addWorking(calendar, now, hours(2))],
    ['afternoon', afternoonOf(calendar, now)],
    ['nextDay', dayStart(calendar, next)],
    ['twoDays', dayStart(calendar, nextWorkingDay(calendar, next))],
  ];
  const told = moments.flatMap(([name, at]) => (at === undefined ? [] : [{ name, at }]));
  return told
    .filter(({ at }, place) => told.findIndex((other) => other.at === at) === place)
    .toSorted((one, other) => one.at - other.at);
};
