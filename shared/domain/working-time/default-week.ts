import type { HoursText } from './hours.ts';
import type { Weekday } from './weekday.ts';

const OFFICE_DAY: readonly HoursText[] = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
];

/** Hours published by wards of Hải Phòng; a unit with others has a layer that says so. */
export const DEFAULT_WEEKLY_HOURS: Readonly<Record<Weekday, readonly HoursText[]>> = {
  mon: OFFICE_DAY,
  tue: OFFICE_DAY,
  wed: OFFICE_DAY,
  thu: OFFICE_DAY,
  fri: OFFICE_DAY,
  sat: [],
  sun: [],
};
