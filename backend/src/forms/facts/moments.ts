import {
  MINUTE_MS,
  dayOf,
  formatDay,
  timeOfDay,
  type Day,
  type Instant,
} from '#domain/working-time';
import { momentText } from '#wording/moment';

const two = (number: number): string => String(number).padStart(2, '0');

const dayParts = (day: Day): readonly [string, number, number] => {
  const [year = '', month = '', date = ''] = formatDay(day).split('-');
  return [year, Number(month), Number(date)];
};

/** As decrees want days written: nought before days under ten, and before January and February. */
export const writtenDay = (day: Day): string => {
  const [year, month, date] = dayParts(day);
  return `ngày ${two(date)} tháng ${month < 3 ? two(month) : month} năm ${year}`;
};

/** `08 giờ 02 phút, ngày 15 tháng 01 năm 2026` */
export const writtenMoment = (at: Instant | null): string | null => {
  if (at === null) return null;
  const minutes = Math.floor(timeOfDay(at) / MINUTE_MS);
  return `${two(Math.floor(minutes / 60))} giờ ${two(minutes % 60)} phút, ${writtenDay(dayOf(at))}`;
};

/** `15/01/2026 08:02`, where room is short. */
export const shortMoment = (at: Instant | null): string => (at === null ? '' : momentText(at));
