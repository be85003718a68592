import { accepted, refused, type Result } from '../kernel/index.ts';

/** `['07:30', '11:30']`: open from the first to the second; only an end may be `24:00`. */
export type HoursText = readonly [from: string, to: string];

export type HoursRefusal = 'hours-not-a-time' | 'hours-inverted' | 'hours-overlap';

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** Whether a text names a time of day at which something may end: `00:00` … `24:00`. */
export const isTimeOfDay = (text: string): boolean => TIME.test(text) || text === '24:00';

/** Minutes from midnight of a text already known to be a time. */
export const minutesOf = (text: string): number =>
  Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));

/**
 * The hours of one day in order, those that touch joined; refused where they contradict themselves.
 *
 * @example normaliseHours([['13:00', '17:00'], ['07:30', '11:30']]) → morning first
 */
export function normaliseHours(
  given: readonly HoursText[],
): Result<readonly HoursText[], HoursRefusal> {
  const flawed = given.find(([from, to]) => !TIME.test(from) || !isTimeOfDay(to));
  if (flawed !== undefined) return refused('hours-not-a-time', factsOf(flawed));
  const inverted = given.find(([from, to]) => from >= to);
  if (inverted !== undefined) return refused('hours-inverted', factsOf(inverted));
  return joinTouching([...given].sort((a, b) => (a[0] < b[0] ? -1 : 1)));
}

function joinTouching(sorted: readonly HoursText[]): Result<readonly HoursText[], HoursRefusal> {
  const joined: HoursText[] = [];
  for (const hours of sorted) {
    const last = joined.at(-1);
    if (last !== undefined && hours[0] < last[1]) return refused('hours-overlap', factsOf(hours));
    if (last?.[1] === hours[0]) joined.splice(-1, 1, [last[0], hours[1]]);
    else joined.push(hours);
  }
  return accepted(joined);
}

const factsOf = ([from, to]: HoursText): { readonly from: string; readonly to: string } => ({
  from,
  to,
});

/** Minutes an office with these hours is open. */
export const openMinutes = (given: readonly HoursText[]): number =>
  given.reduce((sum, [from, to]) => sum + minutesOf(to) - minutesOf(from), 0);
