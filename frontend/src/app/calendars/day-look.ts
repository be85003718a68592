import type { CalendarDay, LayerName } from '#contract/calendars';
import {
  WEEKDAYS,
  parseDay,
  weekdayPlace,
  type HoursText,
  type SpecialDay,
  type Weekday,
} from '#domain/working-time';
import type { DayLook } from '#wording/calendars';

export type Week = Readonly<Record<Weekday, readonly HoursText[]>>;

/** Notices of the State call a working day taken off by this name, and a day that makes up for it *Làm bù*. */
const SWAPPED = /^hoán đổi/i;

export const weekdayOf = (date: string): Weekday => {
  const day = parseDay(date);
  return (day === undefined ? undefined : WEEKDAYS[weekdayPlace(day)]) ?? 'mon';
};

const textOf = (hours: readonly HoursText[]): string => JSON.stringify(hours);

/**
 * What a day looks like: off, swapped, made up, with other hours than its weekday, or taken back by a lower
 * layer.
 */
export const lookOf = (
  { kind, name = '', date, hours, layer }: CalendarDay,
  week: Week,
): DayLook => {
  if (kind === 'off') return SWAPPED.test(name) ? 'swapped' : 'off';
  if (kind !== 'ordinary') return kind;
  if (textOf(hours) !== textOf(week[weekdayOf(date)])) return 'hours';
  return layer === undefined ? 'ordinary' : 'takenBack';
};

/** Days that are unlike others: what the table under the picture tells. */
export const isTold = (day: CalendarDay, week: Week): boolean =>
  day.layer !== undefined || !['ordinary', 'weekend'].includes(lookOf(day, week));

/** As one layer alone has the year: what the others say is left out. */
export const ofLayer = (day: CalendarDay, layer: LayerName, week: Week): CalendarDay => {
  if (day.layer === layer) return day;
  const hours = week[weekdayOf(day.date)];
  const kind = hours.length === 0 ? 'weekend' : 'ordinary';
  return { date: day.date, kind, hours, provisional: false };
};

const openHours = (
  { kind, hours }: SpecialDay,
  usual: readonly HoursText[],
  full: readonly HoursText[],
): readonly HoursText[] => {
  if (kind === 'off') return [];
  if (hours !== undefined) return hours;
  return kind === 'worked' && usual.length === 0 ? full : usual;
};

const kindOf = (
  said: SpecialDay,
  open: readonly HoursText[],
  usual: readonly HoursText[],
): CalendarDay['kind'] => {
  if (open.length === 0) return said.kind === 'off' ? 'off' : 'weekend';
  return usual.length > 0 ? 'ordinary' : 'makeUp';
};

/** What was said of a day but is not in force, as it will look. */
export const drafted = (
  { date, provisional }: CalendarDay,
  said: SpecialDay,
  week: Week,
): CalendarDay => {
  const usual = week[weekdayOf(date)];
  const hours = openHours(said, usual, week.mon);
  const { name, source } = said;
  return {
    ...{ date, hours, layer: 'unit', kind: kindOf(said, hours, usual) },
    provisional: said.kind !== 'off' && provisional,
    ...(name !== undefined && { name }),
    ...(source !== undefined && { source }),
  };
};
