import type { CalendarVersion } from '#contract/calendars';
import {
  WEEKDAYS,
  formatInstant,
  instant,
  type CalendarDefinition,
  type SpecialDay,
} from '#domain/working-time';
import type { MadeVersion } from './calendar-store.ts';
import { versionId } from './version-id.ts';

type Changes = Pick<CalendarVersion, 'weekdays' | 'days' | 'officialYears'>;

/** Who first needs a unit's time makes its first version: nobody decided it. */
const FIRST_USE = 'first-use';

/**
 * What a calendar has otherwise than the one before.
 *
 * @example 23/11 becomes a day off → { weekdays: [], days: [{ date: '2026-11-23', kind: 'off' }], … }
 */
export function changesBetween(before: CalendarDefinition, after: CalendarDefinition): Changes {
  const [said, says] = [byDate(before), byDate(after)];
  const dates = [...new Set([...said.keys(), ...says.keys()])].sort();
  return {
    weekdays: WEEKDAYS.filter(
      (weekday) => textOf(before.weeklyHours[weekday]) !== textOf(after.weeklyHours[weekday]),
    ),
    days: dates
      .filter((date) => textOf(said.get(date)) !== textOf(says.get(date)))
      .map((date) => ({ date, ...toldOf(says.get(date)) })),
    officialYears: after.officialYears.filter((year) => !before.officialYears.includes(year)),
  };
}

const byDate = ({ days }: CalendarDefinition): ReadonlyMap<string, SpecialDay> =>
  new Map(days.map((day) => [day.date, day]));

const toldOf = (day: SpecialDay | undefined) => ({
  kind: day?.kind ?? ('plain' as const),
  ...(day?.name !== undefined && { name: day.name }),
});

/** In one order of members, whoever wrote the day. */
const textOf = (value: unknown): string =>
  JSON.stringify(value ?? null, (_name, inside: unknown) =>
    inside !== null && typeof inside === 'object' && !Array.isArray(inside)
      ? Object.fromEntries(Object.entries(inside).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inside,
  );

/** A version as people read it, beside the one it replaced. */
export function storyOf(made: MadeVersion, before: MadeVersion | undefined): CalendarVersion {
  const { number, hash, definition, madeAt, madeBy, moved } = made;
  return {
    ...{ version: versionId(number, hash), number, moved },
    inForceFrom: formatInstant(instant(madeAt)),
    madeBy: madeBy === FIRST_USE ? null : madeBy,
    ...(before === undefined
      ? { weekdays: [], days: [], officialYears: [] }
      : changesBetween(before.definition, definition)),
  };
}
