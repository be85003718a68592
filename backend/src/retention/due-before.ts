import { dayOf, formatDay, parseDay, startOf, type Day, type Instant } from '#domain/working-time';

const MONTHS = 12;

/** The same day of an earlier month, or its last one where it has no such day. */
function monthsBack(day: Day, months: number): Day {
  const [year = 0, month = 1, date = 1] = formatDay(day).split('-').map(Number);
  const at = year * MONTHS + (month - 1) - months;
  const start = `${String(Math.floor(at / MONTHS)).padStart(4, '0')}-${String((at % MONTHS) + 1).padStart(2, '0')}`;
  for (let last = date; last > 1; last -= 1) {
    const found = parseDay(`${start}-${String(last).padStart(2, '0')}`);
    if (found !== undefined) return found;
  }
  return parseDay(`${start}-01`) ?? day;
}

/**
 * Before when a dossier must have ended for its time to be over: whole days, as people count months.
 * @example dueBefore(at('2027-03-31T09:00'), 13) // 28/02/2026 00:00
 */
export const dueBefore = (now: Instant, months: number): Instant =>
  startOf(monthsBack(dayOf(now), months));
