import type { SpecialDay } from './calendar-layer.ts';
import type { HoursText } from './hours.ts';
import { WEEKDAYS, type Weekday } from './weekday.ts';

/** What a calendar version says, all layers merged: plain data to be stored, hashed and compiled. */
export interface CalendarDefinition {
  readonly weeklyHours: Readonly<Record<Weekday, readonly HoursText[]>>;
  /** One per date, in order of date. */
  readonly days: readonly SpecialDay[];
  /** Years whose official days are known; every day of another year is provisional. */
  readonly officialYears: readonly number[];
}

/**
 * The same text for the same calendar, whatever layers it came from: the store hashes it.
 *
 * @example canonicalText(a) === canonicalText(b) ⇔ a and b count every dossier alike and explain it alike
 */
export function canonicalText({ weeklyHours, days, officialYears }: CalendarDefinition): string {
  return JSON.stringify([
    WEEKDAYS.map((weekday) => weeklyHours[weekday]),
    days.map(({ date, kind, name, hours, source, provisional }) => [
      ...[date, kind, name ?? null, hours ?? null],
      ...[source ?? null, provisional ?? false],
    ]),
    officialYears,
  ]);
}
