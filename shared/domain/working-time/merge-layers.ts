import { accepted, refused, type Result } from '../kernel/index.ts';
import type { CalendarDefinition } from './calendar-definition.ts';
import type { CalendarLayer, SpecialDay } from './calendar-layer.ts';
import { FIRST_DAY, LAST_DAY } from './calendar-range.ts';
import { parseDay } from './day-text.ts';
import { DEFAULT_WEEKLY_HOURS } from './default-week.ts';
import { normaliseHours, type HoursRefusal, type HoursText } from './hours.ts';
import { OFFICIAL_YEARS } from './national-days.ts';
import { WEEKDAYS, type Weekday } from './weekday.ts';

export type CalendarRefusal =
  | HoursRefusal
  | 'date-not-a-day'
  | 'date-outside-calendar'
  | 'date-given-twice'
  | 'day-off-with-hours'
  | 'open-day-without-hours'
  | 'week-never-open';

/**
 * One calendar out of the nation's, the city's and the unit's layer, in this order: a layer's weekday
 * replaces that weekday, its special day replaces that day.
 *
 * @example mergeLayers([nation, { days: [{ date: '2026-11-24', kind: 'plain' }] }]) → works on 24/11/2026
 */
export function mergeLayers(
  layers: readonly CalendarLayer[],
): Result<CalendarDefinition, CalendarRefusal> {
  const week = { ...DEFAULT_WEEKLY_HOURS };
  const days = new Map<string, SpecialDay>();
  const years = new Set<number>(OFFICIAL_YEARS);
  for (const layer of layers) {
    const placed = placeWeek(layer, week);
    if (!placed.ok) return placed;
    const added = placeDays(layer, days);
    if (!added.ok) return added;
    for (const year of layer.officialYears ?? []) years.add(year);
  }
  if (WEEKDAYS.every((weekday) => week[weekday].length === 0)) return refused('week-never-open');
  return accepted({
    weeklyHours: week,
    days: [...days.values()].filter(saysSomething).sort((a, b) => (a.date < b.date ? -1 : 1)),
    officialYears: [...years].sort((a, b) => a - b),
  });
}

function placeWeek(
  { weeklyHours = {} }: CalendarLayer,
  week: Record<Weekday, readonly HoursText[]>,
): Result<null, CalendarRefusal> {
  for (const weekday of WEEKDAYS) {
    const given = weeklyHours[weekday];
    if (given === undefined) continue;
    const hours = normaliseHours(given);
    if (!hours.ok) return refused(hours.refusal.code, { ...hours.refusal.facts, weekday });
    week[weekday] = hours.value;
  }
  return accepted(null);
}

function placeDays(
  { days = [] }: CalendarLayer,
  merged: Map<string, SpecialDay>,
): Result<null, CalendarRefusal> {
  const seen = new Set<string>();
  for (const given of days) {
    if (seen.has(given.date)) return refused('date-given-twice', { date: given.date });
    seen.add(given.date);
    const day = checkedDay(given);
    if (!day.ok) return refused(day.refusal.code, { ...day.refusal.facts, date: given.date });
    merged.set(given.date, day.value);
  }
  return accepted(null);
}

function checkedDay(given: SpecialDay): Result<SpecialDay, CalendarRefusal> {
  const day = parseDay(given.date);
  if (day === undefined) return refused('date-not-a-day');
  if (day < FIRST_DAY || day > LAST_DAY) return refused('date-outside-calendar');
  if (given.hours === undefined) return accepted(given);
  if (given.kind === 'off') return refused('day-off-with-hours');
  if (given.hours.length === 0) return refused('open-day-without-hours');
  const hours = normaliseHours(given.hours);
  return hours.ok ? accepted({ ...given, hours: hours.value }) : hours;
}

/** A plain day without hours of its own has done its work once it has cancelled the day above it. */
const saysSomething = ({ kind, hours }: SpecialDay): boolean =>
  kind !== 'plain' || hours !== undefined;
