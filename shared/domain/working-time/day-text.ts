import type { Day } from './instant.ts';

const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS_PER_ERA = 146_097;
/** From 0000-03-01, where the arithmetic below begins, to 1970-01-01. */
const DAYS_TO_EPOCH = 719_468;

/**
 * The day named by `YYYY-MM-DD`, or undefined where the calendar has no such day.
 *
 * @example parseDay('2026-02-29') → undefined
 */
export function parseDay(text: string): Day | undefined {
  const [, year, month, date] = PATTERN.exec(text) ?? [];
  if (year === undefined) return undefined;
  const day = dayOfDate(Number(year), Number(month), Number(date));
  return formatDay(day) === text ? day : undefined;
}

/**
 * A day as `YYYY-MM-DD`.
 *
 * @example formatDay(parseDay('2026-08-31')) → '2026-08-31'
 */
export function formatDay(day: Day): string {
  const shifted = day + DAYS_TO_EPOCH;
  const era = Math.floor(shifted / DAYS_PER_ERA);
  const dayOfEra = shifted - era * DAYS_PER_ERA;
  const yearOfEra = Math.floor(
    (dayOfEra - div(dayOfEra, 1460) + div(dayOfEra, 36_524) - div(dayOfEra, 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + div(yearOfEra, 4) - div(yearOfEra, 100));
  const monthFromMarch = div(5 * dayOfYear + 2, 153);
  const date = dayOfYear - div(153 * monthFromMarch + 2, 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(date, 2)}`;
}

/** The year begins in March here, so that the leap day is its last and needs no case of its own. */
export function dayOfDate(year: number, month: number, date: number): Day {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = div(153 * monthFromMarch + 2, 5) + date - 1;
  const dayOfEra = yearOfEra * 365 + div(yearOfEra, 4) - div(yearOfEra, 100) + dayOfYear;
  return (era * DAYS_PER_ERA + dayOfEra - DAYS_TO_EPOCH) as Day;
}

const div = (a: number, b: number): number => Math.floor(a / b);

const pad = (value: number, width: number): string => String(value).padStart(width, '0');
