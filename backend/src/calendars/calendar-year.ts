import type { CalendarDay, LayerName } from '#contract/calendars';
import {
  DEFAULT_WEEKLY_HOURS,
  NATIONAL_DAYS,
  WEEKDAYS,
  dayOfDate,
  describeDay,
  formatDay,
  isWorkingDay,
  plusDays,
  weekdayPlace,
  type CalendarLayer,
  type Day,
  type HoursText,
  type WorkingCalendar,
} from '#domain/working-time';

/** Who says what of a unit's working time, from the top down. */
export type NamedLayers = readonly { readonly name: LayerName; readonly layer: CalendarLayer }[];

/** What the nation says: shipped with the product, and never edited by an office. */
export const NATIONAL_LAYER: CalendarLayer = {
  weeklyHours: DEFAULT_WEEKLY_HOURS,
  days: NATIONAL_DAYS,
};

/** Every day of a year as a calendar has it, with who said so where somebody did. */
export function daysOfYear(
  calendar: WorkingCalendar,
  layers: NamedLayers,
  year: number,
): readonly CalendarDay[] {
  const [first, next] = [dayOfDate(year, 1, 1), dayOfDate(year + 1, 1, 1)];
  const said = new Map<string, LayerName>();
  for (const { name, layer } of layers) {
    for (const { date } of layer.days ?? []) said.set(date, name);
  }
  const days: CalendarDay[] = [];
  for (let day = first; day < next; day = plusDays(day, 1)) {
    days.push(told(calendar, day, said.get(formatDay(day))));
  }
  return days;
}

function told(calendar: WorkingCalendar, day: Day, layer: LayerName | undefined): CalendarDay {
  const { kind, name, provisional } = describeDay(calendar, day);
  const source = calendar.specialDays.get(day)?.source;
  return {
    date: formatDay(day),
    kind,
    ...(name !== undefined && { name }),
    ...(source !== undefined && { source }),
    hours: hoursOn(calendar, day),
    provisional,
    ...(layer !== undefined && { layer }),
  };
}

function hoursOn(calendar: WorkingCalendar, day: Day): readonly HoursText[] {
  if (!isWorkingDay(calendar, day)) return [];
  const special = calendar.specialDays.get(day);
  if (special?.hours !== undefined) return special.hours;
  const { weeklyHours } = calendar.definition;
  const ordinary = weeklyHours[WEEKDAYS[weekdayPlace(day)] ?? 'mon'];
  return special?.kind === 'worked' ? fullDayHours(calendar) : ordinary;
}

/** *Làm bù* without hours of its own is a full day: the longest of the week. */
const fullDayHours = ({ fullDay: { bounds } }: WorkingCalendar): readonly HoursText[] =>
  bounds.flatMap((from, index) => {
    const to = bounds[index + 1];
    return index % 2 === 0 && to !== undefined ? [[timeOf(from), timeOf(to)] as const] : [];
  });

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
