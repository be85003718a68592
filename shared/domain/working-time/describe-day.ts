import { dayOf, instant, plusDays, type Day, type Instant } from './instant.ts';
import { member } from './known.ts';
import { WEEKDAYS, weekdayPlace } from './weekday.ts';
import type { WorkingCalendar } from './working-calendar.ts';
import { isWorkingDay, provisionalDaysIn } from './working-days.ts';

/** `makeUp`: worked although the plain week has it closed. */
export type DayKind = 'ordinary' | 'off' | 'weekend' | 'makeUp';

export interface DescribedDay {
  readonly kind: DayKind;
  readonly name?: string;
  readonly provisional: boolean;
}

/**
 * What a day is in this calendar, and under which name.
 *
 * @example describeDay(calendar, 2026-02-17) → { kind: 'off', name: 'Tết Nguyên đán', provisional: false }
 */
export function describeDay(calendar: WorkingCalendar, day: Day): DescribedDay {
  const name = calendar.specialDays.get(day)?.name;
  return {
    kind: kindOf(calendar, day),
    ...(name !== undefined && { name }),
    provisional: provisionalDaysIn(calendar, plusDays(day, -1), day) > 0,
  };
}

function kindOf(calendar: WorkingCalendar, day: Day): DayKind {
  if (calendar.specialDays.get(day)?.kind === 'off') return 'off';
  const weekday = member(WEEKDAYS, weekdayPlace(day));
  const openInPlainWeek = calendar.definition.weeklyHours[weekday].length > 0;
  if (!isWorkingDay(calendar, day)) return 'weekend';
  return openInPlainWeek ? 'ordinary' : 'makeUp';
}

/**
 * The day a due moment belongs to: one at 24:00 belongs to the day that ends there.
 *
 * @example dueDayOf(2026-03-03T00:00+07:00) → 2026-03-02
 */
export const dueDayOf = (at: Instant): Day => dayOf(instant(at - 1));
