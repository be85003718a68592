import {
  DAY_MS,
  addWorking,
  dayOf,
  dayStart,
  dueDayOf,
  instant,
  isWorkingDay,
  millis,
  nthWorkingDayAfter,
  plusDays,
  startOf,
  timeOfDay,
  workingBetween,
  type Day,
  type Instant,
  type Millis,
  type WorkingCalendar,
} from '../working-time/index.ts';

const WEEK_DAYS = 7;

/** A moment at least `amount` of working time before `at`, so that counting on from it reaches `at`. */
function wellBefore(calendar: WorkingCalendar, at: Instant, amount: Millis): Instant {
  const reach = (days: number): Instant => {
    const from = startOf(plusDays(dayOf(at), -days));
    return workingBetween(calendar, from, at) > amount ? from : reach(days * 2);
  };
  return reach(WEEK_DAYS);
}

/**
 * The first moment at which no more than `amount` of working time is left until `at`: the mirror of
 * `addWorking`, so over a lunch break it is the end of the morning.
 * @example workingTimeBefore(calendar, Friday 17:00, hours(4)) // Friday 11:30
 */
export function workingTimeBefore(calendar: WorkingCalendar, at: Instant, amount: Millis): Instant {
  const from = wellBefore(calendar, at, amount);
  return addWorking(calendar, from, millis(workingBetween(calendar, from, at) - amount));
}

function previousWorkingDay(calendar: WorkingCalendar, day: Day): Day {
  const before = plusDays(day, -1);
  return isWorkingDay(calendar, before) ? before : previousWorkingDay(calendar, before);
}

/**
 * The same time of day, that many working days earlier.
 * @example workingDaysBefore(calendar, Monday 17:00, 1) // Friday 17:00
 */
export function workingDaysBefore(calendar: WorkingCalendar, at: Instant, days: number): Instant {
  const dueDay = dueDayOf(at);
  let day = dueDay;
  for (let left = days; left > 0; left -= 1) day = previousWorkingDay(calendar, day);
  return instant(at - (dueDay - day) * DAY_MS);
}

/**
 * The same time of day, that many working days later.
 * @example workingDaysAfter(calendar, Friday 09:00, 1) // Monday 09:00
 */
export function workingDaysAfter(calendar: WorkingCalendar, at: Instant, days: number): Instant {
  return instant(startOf(nthWorkingDayAfter(calendar, dayOf(at), days)) + timeOfDay(at));
}

/**
 * When the office opens on the day that `at` belongs to.
 * @example openingOf(calendar, Friday 17:00) // Friday 07:30
 */
export const openingOf = (calendar: WorkingCalendar, at: Instant): Instant =>
  dayStart(calendar, dueDayOf(at));

/**
 * The moment itself inside working hours, otherwise the next opening.
 * @example nextWorkingMoment(calendar, Friday 17:00) // Monday 07:30
 */
export function nextWorkingMoment(calendar: WorkingCalendar, at: Instant): Instant {
  return instant(addWorking(calendar, at, millis(1)) - 1);
}
