import {
  type Day,
  type Instant,
  HOUR_MS,
  MINUTE_MS,
  dayOf,
  formatDay,
  instant,
  parseDay,
  startOf,
} from '#domain/working-time';

const DATE = /^(\d{1,2})[/.-](\d{1,2})(?:[/.-](\d{4}))?$/;
const TIME = /^(\d{1,2})[:hg](\d{2})?$/;

const dayTyped = (text: string, now: Instant): Day | undefined => {
  const [, day, month, year] = DATE.exec(text) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const thisYear = formatDay(dayOf(now)).slice(0, 4);
  return parseDay(`${year ?? thisYear}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
};

const timeTyped = (text: string): number | undefined => {
  const [, hours, minutes = '0'] = TIME.exec(text) ?? [];
  if (hours === undefined || Number(hours) > 24 || Number(minutes) > 59) return undefined;
  return Number(hours) * HOUR_MS + Number(minutes) * MINUTE_MS;
};

/**
 * A moment as people write it: `15/01/2026 08:30`, `15/1 8:30`, `8:30` for today, `15/1` where a day alone
 * has an end. Undefined where it cannot be read.
 */
export const typedMoment = (
  typed: string,
  now: Instant,
  endOfDay?: (day: Day) => Instant,
): Instant | undefined => {
  const words = typed.trim().split(/\s+/);
  const days = words.flatMap((word) => dayTyped(word, now) ?? []);
  const times = words.flatMap((word) => timeTyped(word) ?? []);
  const isRead =
    days.length <= 1 && times.length <= 1 && days.length + times.length === words.length;
  if (!isRead) return undefined;
  const [day = dayOf(now)] = days;
  const [time] = times;
  return time === undefined ? endOfDay?.(day) : instant(startOf(day) + time);
};
