import * as z from 'zod';
import { specialDaySchema, type CalendarChange } from '#contract/calendars';
import { weekChangeSchema } from '#contract/time';
import {
  formatDay,
  parseDay,
  plusDays,
  type SpecialDay,
  type SpecialDayKind,
} from '#domain/working-time';
import { type Week, weekdayOf } from './day-look.ts';

/** What somebody means to change: kept in the tab until it is applied or dropped. */
export const draftSchema = z.object({
  days: z.array(specialDaySchema),
  weeklyHours: weekChangeSchema,
  officialYears: z.array(z.number()),
});

export interface Draft {
  readonly days: readonly SpecialDay[];
  readonly weeklyHours: Partial<Week>;
  readonly officialYears: readonly number[];
}

export const NO_DRAFT: Draft = { days: [], weeklyHours: {}, officialYears: [] };

/** A stretch of days and what they shall be. */
export interface RangeEdit {
  readonly from: string;
  readonly to: string;
  readonly kind: SpecialDayKind;
  readonly name: string;
  readonly source: string;
  readonly hours?: SpecialDay['hours'];
}

/** As many days as the server takes in a change, and no stretch longer than a year. */
const MOST_DAYS = 366;

export const datesBetween = (from: string, to: string): readonly string[] => {
  const [first, last] = [parseDay(from), parseDay(to)];
  if (first === undefined || last === undefined || last < first) return [];
  const count = last - first + 1;
  if (count > MOST_DAYS) return [];
  return Array.from({ length: count }, (_none, place) => formatDay(plusDays(first, place)));
};

/**
 * What an edit says of each day. Of a longer stretch only days that the week has open are taken off: a weekend
 * needs no holiday, and would be listed as one.
 */
export const daysOfEdit = (edit: RangeEdit, week: Week): readonly SpecialDay[] => {
  const { kind, hours } = edit;
  const [name, source] = [edit.name.trim(), edit.source.trim()];
  const dates = datesBetween(edit.from, edit.to);
  const isMeant = (date: string): boolean =>
    kind !== 'off' || dates.length === 1 || week[weekdayOf(date)].length > 0;
  return dates.filter(isMeant).map((date) => ({
    ...{ date, kind },
    ...(name !== '' && { name }),
    ...(source !== '' && { source }),
    ...(hours !== undefined && hours.length > 0 && kind !== 'off' && { hours }),
  }));
};

/** What is said last of a day is what counts. */
export const withDays = (draft: Draft, said: readonly SpecialDay[]): Draft => {
  const named = new Set(said.map(({ date }) => date));
  const days = [...draft.days.filter(({ date }) => !named.has(date)), ...said];
  return { ...draft, days: days.sort((a, b) => (a.date < b.date ? -1 : 1)) };
};

export const isEmpty = ({ days, weeklyHours, officialYears }: Draft): boolean =>
  days.length + Object.keys(weeklyHours).length + officialYears.length === 0;

export const changeOf = (draft: Draft): Omit<CalendarChange, 'unitId'> => ({
  ...(draft.days.length > 0 && { days: draft.days }),
  ...(Object.keys(draft.weeklyHours).length > 0 && { weeklyHours: draft.weeklyHours }),
  ...(draft.officialYears.length > 0 && { officialYears: draft.officialYears }),
});

/** Days one after another of which the same is said. */
export interface Run {
  readonly from: string;
  readonly to: string;
  readonly said: SpecialDay;
}

const isSame = (a: SpecialDay, b: SpecialDay): boolean =>
  JSON.stringify([a.kind, a.name, a.source, a.hours]) ===
  JSON.stringify([b.kind, b.name, b.source, b.hours]);

const isNextDay = (date: string, next: string): boolean => {
  const day = parseDay(date);
  return day !== undefined && formatDay(plusDays(day, 1)) === next;
};

/** A change of ten days is one line to read, not ten. */
export const runsOf = (days: readonly SpecialDay[]): readonly Run[] => {
  const runs: Run[] = [];
  for (const said of days) {
    const last = runs.at(-1);
    if (last !== undefined && isNextDay(last.to, said.date) && isSame(last.said, said)) {
      runs[runs.length - 1] = { ...last, to: said.date };
    } else {
      runs.push({ from: said.date, to: said.date, said });
    }
  }
  return runs;
};
