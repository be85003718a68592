import {
  FIRST_DAY,
  LAST_DAY,
  WEEKDAYS,
  dayOfDate,
  parseDay,
  type CalendarDefinition,
  type Day,
  type SpecialDay,
} from '#domain/working-time';

/** The first and the last day that two calendars have differently. */
export interface ChangedDays {
  readonly first: Day;
  readonly last: Day;
}

/**
 * Where two calendars differ; undefined where they count alike. Other hours of the week are other hours of
 * every week, past ones too: a due moment is counted whole from its receipt.
 *
 * @example 24/11/2026 off here, worked there → { first: 2026-11-24, last: 2026-11-24 }
 */
export function changedDays(
  before: CalendarDefinition,
  after: CalendarDefinition,
): ChangedDays | undefined {
  if (WEEKDAYS.some((day) => textOf(before.weeklyHours[day]) !== textOf(after.weeklyHours[day]))) {
    return { first: FIRST_DAY, last: LAST_DAY };
  }
  const days = [...changedSpecialDays(before, after), ...changedYears(before, after)];
  if (days.length === 0) return undefined;
  return { first: Math.min(...days) as Day, last: Math.max(...days) as Day };
}

function changedSpecialDays(before: CalendarDefinition, after: CalendarDefinition): readonly Day[] {
  const said = new Map(before.days.map((day) => [day.date, day]));
  const changed = after.days.filter((day) => {
    const same = countsAlike(said.get(day.date), day);
    said.delete(day.date);
    return !same;
  });
  return [...changed, ...said.values()].flatMap(({ date }) => parseDay(date) ?? []);
}

/** Names and sources explain a day; they do not count it. */
const countsAlike = (a: SpecialDay | undefined, b: SpecialDay): boolean =>
  a !== undefined &&
  a.kind === b.kind &&
  textOf(a.hours) === textOf(b.hours) &&
  (a.provisional ?? false) === (b.provisional ?? false);

/** A year whose official days became known, or were taken back, is certain on other days. */
const changedYears = (before: CalendarDefinition, after: CalendarDefinition): readonly Day[] =>
  [...before.officialYears, ...after.officialYears]
    .filter((year) => before.officialYears.includes(year) !== after.officialYears.includes(year))
    .flatMap((year) => [dayOfDate(year, 1, 1), dayOfDate(year, 12, 31)]);

const textOf = (value: unknown): string => JSON.stringify(value ?? null);
