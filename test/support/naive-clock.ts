import type { CalendarLayer } from '#domain/working-time';

/**
 * Oracles for the clock: the words of the rules taken literally, one minute and one day at a time. They share
 * no code with the product and are allowed to be slow, never clever.
 */
export interface NaiveOffice {
  /** 1440 minutes of a day, 1 where the office is open. */
  minutesOf(day: number): Uint8Array;
  /** How many of them are open. */
  openMinutesOn(day: number): number;
  isWorkingDay(day: number): boolean;
  /** Minute of the day at which the last open minute ends. */
  closingMinute(day: number): number;
}

const MINUTE = 60_000;
const DAY = 86_400_000;
const OFFSET = 7 * 3_600_000;
const NAMES = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const;

type Hours = readonly (readonly [string, string])[];

const OFFICE_DAY: Hours = [
  ['07:30', '11:30'],
  ['13:00', '17:00'],
];

export const localDay = (at: number): number => Math.floor((at + OFFSET) / DAY);
export const midnightOf = (day: number): number => day * DAY - OFFSET;

export function naiveOffice(layers: readonly CalendarLayer[]): NaiveOffice {
  const week = new Map<string, Hours>(
    NAMES.map((name) => [name, name === 'sat' || name === 'sun' ? [] : OFFICE_DAY]),
  );
  const special = new Map<string, { kind: string; hours?: Hours | undefined }>();
  for (const layer of layers) {
    for (const name of NAMES) {
      const hours = layer.weeklyHours?.[name];
      if (hours !== undefined) week.set(name, hours);
    }
    for (const { date, kind, hours } of layer.days ?? []) special.set(date, { kind, hours });
  }
  const paint = (hours: Hours): Uint8Array => {
    const minutes = new Uint8Array(1440);
    for (const [from, to] of hours) minutes.fill(1, toMinutes(from), toMinutes(to));
    return minutes;
  };
  const monday = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((n) => week.get(n) ?? []);
  let longest: Hours = [];
  for (const hours of monday) if (sum(paint(hours)) > sum(paint(longest))) longest = hours;
  const cache = new Map<number, Uint8Array>();
  const minutesOf = (day: number): Uint8Array => {
    const cached = cache.get(day);
    if (cached !== undefined) return cached;
    const date = new Date(day * DAY);
    const plain = week.get(NAMES[date.getUTCDay()] ?? '') ?? [];
    const said = special.get(date.toISOString().slice(0, 10));
    let hours = plain;
    if (said?.kind === 'off') hours = [];
    else if (said?.hours !== undefined) hours = said.hours;
    else if (said?.kind === 'worked') hours = longest;
    const painted = paint(hours);
    cache.set(day, painted);
    return painted;
  };
  const sums = new Map<number, number>();
  const openMinutesOn = (day: number): number => {
    const open = sums.get(day) ?? sum(minutesOf(day));
    sums.set(day, open);
    return open;
  };
  return {
    minutesOf,
    openMinutesOn,
    isWorkingDay: (day) => minutesOf(day).includes(1),
    closingMinute: (day) => minutesOf(day).lastIndexOf(1) + 1,
  };
}

const toMinutes = (time: string): number => {
  const [hour, minute] = time.split(':');
  return Number(hour) * 60 + Number(minute);
};
const sum = (minutes: Uint8Array): number => minutes.reduce((a, b) => a + b, 0);

/** After so many working days the walk goes on from day to day, and by minutes only on the last one. */
const DAYS_BY_MINUTES = 5;

/** The moment at which so much working time has passed. */
export function walkWorking(office: NaiveOffice, from: number, length: number): number {
  let at = from;
  let left = length;
  let walked = 0;
  while (left > 0) {
    const day = localDay(at);
    const midnight = midnightOf(day);
    const whole = office.openMinutesOn(day) * MINUTE;
    if (whole > 0) walked += 1;
    if (at === midnight && walked > DAYS_BY_MINUTES && whole < left) {
      left -= whole;
      at = midnight + DAY;
      continue;
    }
    const minutes = office.minutesOf(day);
    for (let index = Math.floor((at - midnight) / MINUTE); index < 1440; index += 1) {
      const end = midnight + (index + 1) * MINUTE;
      if (minutes[index] === 1) {
        if (end - at >= left) return at + left;
        left -= end - at;
      }
      at = end;
    }
  }
  return at;
}

/** Working time between two moments. */
export function countWorking(office: NaiveOffice, from: number, to: number): number {
  let worked = 0;
  let walked = 0;
  for (let at = from; at < to;) {
    const day = localDay(at);
    const midnight = midnightOf(day);
    walked += 1;
    if (at === midnight && walked > DAYS_BY_MINUTES && midnight + DAY <= to) {
      worked += office.openMinutesOn(day) * MINUTE;
      at = midnight + DAY;
      continue;
    }
    const minutes = office.minutesOf(day);
    for (let index = Math.floor((at - midnight) / MINUTE); index < 1440 && at < to; index += 1) {
      const end = Math.min(to, midnight + (index + 1) * MINUTE);
      if (minutes[index] === 1) worked += end - at;
      at = end;
    }
  }
  return worked;
}

export function walkDays(office: NaiveOffice, day: number, count: number): number {
  let at = day;
  for (let left = count; left > 0;) {
    at += 1;
    if (office.isWorkingDay(at)) left -= 1;
  }
  return at;
}

/** Days d with after < d ≤ through that are worked. */
export function countDays(office: NaiveOffice, after: number, through: number): number {
  let count = 0;
  for (let day = after + 1; day <= through; day += 1) if (office.isWorkingDay(day)) count += 1;
  return count;
}

export const closingOf = (office: NaiveOffice, day: number): number =>
  midnightOf(day) + office.closingMinute(day) * MINUTE;
