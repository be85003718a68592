import {
  type Instant,
  MINUTE_MS,
  type WorkingCalendar,
  dayEnd,
  dayOf,
  isWorkingDay,
} from '#domain/working-time';

/** So long before the office closes the day is handed over: at 16:45 where it closes at 17:00. */
const BEFORE_MS = 15 * MINUTE_MS;

/** From then on, and for as long as somebody stays that day. */
export const isHandoverTime = (calendar: WorkingCalendar, now: Instant): boolean => {
  const today = dayOf(now);
  return isWorkingDay(calendar, today) && now >= dayEnd(calendar, today) - BEFORE_MS;
};
