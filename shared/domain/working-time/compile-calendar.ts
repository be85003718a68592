import type { CalendarDefinition } from './calendar-definition.ts';
import type { SpecialDay } from './calendar-layer.ts';
import { FIRST_DAY, LAST_DAY, OutsideCalendarError } from './calendar-range.ts';
import { dayOfDate, parseDay } from './day-text.ts';
import { minutesOf, openMinutes, type HoursText } from './hours.ts';
import { MINUTE_MS, plusDays, startOf, type Day } from './instant.ts';
import { member } from './known.ts';
import { WEEKDAYS, weekdayPlace } from './weekday.ts';
import type { DayHours, WorkingCalendar } from './working-calendar.ts';

const DAYS = LAST_DAY - FIRST_DAY + 1;

/**
 * Makes a calendar ready for counting: once per version, some milliseconds for a century.
 *
 * @example compileCalendar(merged.value, 'v3') → the calendar every due moment of version v3 is counted with
 */
export function compileCalendar(definition: CalendarDefinition, version: string): WorkingCalendar {
  const specialDays = new Map(definition.days.map((day) => [dayNamed(day.date), day]));
  const week = WEEKDAYS.map((weekday) => dayHours(definition.weeklyHours[weekday]));
  const fullDay = week.reduce((longest, day) => (day.length > longest.length ? day : longest));
  const rules = { definition, week, fullDay, specialDays };
  return {
    ...{ version, definition, fullDay, specialDays },
    ...layOutWorkingDays(rules),
    provisionalBefore: countProvisional(rules),
  };
}

function dayNamed(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new OutsideCalendarError();
  return day;
}

interface DayRules {
  readonly definition: CalendarDefinition;
  readonly week: readonly DayHours[];
  readonly fullDay: DayHours;
  readonly specialDays: ReadonlyMap<Day, SpecialDay>;
}

function layOutWorkingDays(
  rules: DayRules,
): Pick<WorkingCalendar, 'placeOf' | 'dayAt' | 'closesAt' | 'minutesBefore' | 'kindAt' | 'kinds'> {
  const placeOf = new Int32Array(DAYS + 1);
  const dayAt = new Int32Array(DAYS);
  const closesAt = new Int32Array(DAYS);
  const minutesBefore = new Int32Array(DAYS + 1);
  const kindAt = new Int32Array(DAYS);
  const kinds = new Map<DayHours, number>();
  let place = 0;
  let minutes = 0;
  for (let index = 0; index < DAYS; index += 1) {
    const day = plusDays(FIRST_DAY, index);
    const hours = hoursOf(day, rules);
    placeOf[index] = place;
    if (hours === undefined || hours.length === 0) continue;
    dayAt[place] = day;
    closesAt[place] = startOf(day) / MINUTE_MS + hours.closes;
    kindAt[place] = kindNumber(hours, kinds);
    minutes += hours.length;
    place += 1;
    minutesBefore[place] = minutes;
  }
  placeOf[DAYS] = place;
  return {
    placeOf,
    dayAt: dayAt.slice(0, place),
    closesAt: closesAt.slice(0, place),
    minutesBefore: minutesBefore.slice(0, place + 1),
    kindAt: kindAt.slice(0, place),
    kinds: [...kinds.keys()],
  };
}

/** Hours that are given hold, on whatever day; *làm bù* without hours is a full day even on a short weekday. */
function hoursOf(day: Day, { week, fullDay, specialDays }: DayRules): DayHours | undefined {
  const special = specialDays.get(day);
  if (special?.kind === 'off') return undefined;
  if (special?.hours !== undefined) return dayHours(special.hours);
  return special === undefined ? member(week, weekdayPlace(day)) : fullDay;
}

function kindNumber(hours: DayHours, kinds: Map<DayHours, number>): number {
  const number = kinds.get(hours) ?? kinds.size;
  kinds.set(hours, number);
  return number;
}

function dayHours(hours: readonly HoursText[]): DayHours {
  const bounds = hours.flatMap(([from, to]) => [minutesOf(from), minutesOf(to)]);
  return {
    bounds,
    opens: bounds[0] ?? 0,
    closes: bounds.at(-1) ?? 0,
    length: openMinutes(hours),
  };
}

/** In a year without official days nothing is certain; in the others only what is marked is not. */
function countProvisional({ definition, specialDays }: DayRules): Int32Array {
  const before = new Int32Array(DAYS + 1).fill(1);
  before[0] = 0;
  for (const year of definition.officialYears) {
    const first = Math.max(dayOfDate(year, 1, 1), FIRST_DAY) - FIRST_DAY;
    const next = Math.min(dayOfDate(year + 1, 1, 1) - FIRST_DAY, DAYS);
    if (first < next) before.fill(0, first + 1, next + 1);
  }
  for (const [day, special] of specialDays) {
    if (special.provisional === true) before[day - FIRST_DAY + 1] = 1;
  }
  let count = 0;
  return before.map((provisional) => (count += provisional));
}
