import { formatDay, parseDay } from './day-text.ts';
import { HOUR_MS, MINUTE_MS, dayOf, instant, startOf, timeOfDay, type Instant } from './instant.ts';

const PATTERN =
  /^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,9}))?)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/;
const LOCAL_OFFSET = 7 * HOUR_MS;

/**
 * The moment named by an ISO 8601 text with an offset, or undefined; a text without one names no moment.
 * What is finer than a millisecond is cut off.
 *
 * @example parseInstant('2026-03-02T01:00:00Z') = parseInstant('2026-03-02T08:00+07:00')
 */
export function parseInstant(text: string): Instant | undefined {
  const parts = PATTERN.exec(text);
  const day = parseDay(text.slice(0, 10));
  if (parts === null || day === undefined) return undefined;
  const [hour, minute, second, fraction = ''] = parts.slice(1);
  const wall = Number(hour) * HOUR_MS + Number(minute) * MINUTE_MS + Number(second ?? 0) * 1000;
  const thousandths = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return instant(startOf(day) + wall + thousandths + LOCAL_OFFSET - offsetMs(text));
}

/**
 * A moment as officers read it: ISO 8601 at +07:00, with milliseconds only where there are any.
 *
 * @example formatInstant(dayEnd(calendar, parseDay('2026-02-25'))) → '2026-02-25T17:00:00+07:00'
 */
export function formatInstant(at: Instant): string {
  const day = dayOf(at);
  const ms = timeOfDay(at);
  const clock = [ms / HOUR_MS, (ms / MINUTE_MS) % 60, (ms / 1000) % 60].map(twoDigits).join(':');
  const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
  return `${formatDay(day)}T${clock}${fraction}+07:00`;
}

function offsetMs(text: string): number {
  if (text.endsWith('Z')) return 0;
  const offset = text.slice(-6);
  const length = Number(offset.slice(1, 3)) * HOUR_MS + Number(offset.slice(4)) * MINUTE_MS;
  return offset.startsWith('-') ? -length : length;
}

const twoDigits = (value: number): string => String(Math.floor(value)).padStart(2, '0');
