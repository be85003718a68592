export {
  DAY_MS,
  HOUR_MS,
  MINUTE_MS,
  dayOf,
  hours,
  instant,
  millis,
  plusDays,
  startOf,
  timeOfDay,
  type Day,
  type Instant,
  type Millis,
} from './instant.ts';
export { dayOfDate, formatDay, parseDay } from './day-text.ts';
export { formatInstant, parseInstant } from './instant-text.ts';
export { WEEKDAYS, weekdayPlace, type Weekday } from './weekday.ts';
export { isTimeOfDay, minutesOf, type HoursRefusal, type HoursText } from './hours.ts';
export type { CalendarLayer, SpecialDay, SpecialDayKind } from './calendar-layer.ts';
export { canonicalText, type CalendarDefinition } from './calendar-definition.ts';
export { DEFAULT_WEEKLY_HOURS } from './default-week.ts';
export { NATIONAL_DAYS, OFFICIAL_YEARS } from './national-days.ts';
export { mergeLayers, type CalendarRefusal } from './merge-layers.ts';
export { FIRST_DAY, LAST_DAY, OutsideCalendarError, withinCalendar } from './calendar-range.ts';
export type { WorkingCalendar } from './working-calendar.ts';
export { compileCalendar } from './compile-calendar.ts';
export {
  dayEnd,
  dayStart,
  endOfNthWorkingDay,
  isWorkingDay,
  nextWorkingDay,
  nthWorkingDayAfter,
  provisionalDaysIn,
  workingDayFrom,
  workingDaysIn,
} from './working-days.ts';
export { addWorking, workingBetween } from './working-time.ts';
export { describeDay, dueDayOf, type DayKind, type DescribedDay } from './describe-day.ts';
