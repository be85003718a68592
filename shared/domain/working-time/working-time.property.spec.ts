import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { anyCalendar } from '../../../test/support/any-calendar.ts';
import { anyMoment } from '../../../test/support/any-clock.ts';
import {
  closingOf,
  countDays,
  countWorking,
  walkDays,
  walkWorking,
} from '../../../test/support/naive-clock.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import {
  FIRST_DAY,
  LAST_DAY,
  addWorking,
  dayEnd,
  dayOf,
  dayStart,
  formatDay,
  formatInstant,
  instant,
  isWorkingDay,
  millis,
  nthWorkingDayAfter,
  parseDay,
  parseInstant,
  startOf,
  workingBetween,
  workingDaysIn,
  type Day,
} from './index.ts';

const few = { numRuns: propertyRuns(0.02) };
const many = { numRuns: propertyRuns(0.05) };

/** Up to five working days of eight hours. */
const anyWork = fc.oneof(
  fc.integer({ min: 0, max: 2400 }).map((n) => n * 60_000),
  fc.nat(144_000_000),
);

describe('working hours, against a walk from minute to minute', () => {
  it('adds exactly the open minutes, and ends where they run out', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyWork, ({ calendar, office }, at, work) => {
        expect(addWorking(calendar, at, millis(work))).toBe(walkWorking(office, at, work));
      }),
      many,
    );
  });

  it('measures exactly the open minutes between two moments', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        anyMoment,
        fc.nat(7 * 86_400_000),
        ({ calendar, office }, at, length) => {
          const to = instant(at + length);
          const counted = countWorking(office, at, to);
          expect(workingBetween(calendar, at, to)).toBe(counted);
          expect(workingBetween(calendar, to, at)).toBe(0 - counted);
        },
      ),
      many,
    );
  });

  it('measures what it has added, in one part or in two', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyWork, anyWork, ({ calendar }, at, first, second) => {
        const middle = addWorking(calendar, at, millis(first));
        const end = addWorking(calendar, at, millis(first + second));
        expect(workingBetween(calendar, at, end)).toBe(first + second);
        if (first > 0) expect(addWorking(calendar, middle, millis(second))).toBe(end);
      }),
      few,
    );
  });

  it('never comes to an earlier end from a later beginning', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyMoment, anyWork, ({ calendar }, a, b, work) => {
        const [early, late] = [instant(Math.min(a, b)), instant(Math.max(a, b))];
        const [first, second] = [early, late].map((at) =>
          addWorking(calendar, at, millis(work + 1)),
        );
        expect(first).toBeLessThanOrEqual(second ?? NaN);
      }),
      few,
    );
  });

  it('does not count closed time: waiting through it changes no end', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyWork, ({ calendar }, at, work) => {
        const opening = addWorking(calendar, at, millis(1));
        const closedUntil = instant(opening - 1);
        expect(addWorking(calendar, closedUntil, millis(work + 1))).toBe(
          addWorking(calendar, at, millis(work + 1)),
        );
      }),
      few,
    );
  });
});

describe('working days, against a walk from day to day', () => {
  it('finds the nth working day, and how many there are up to it', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, fc.nat(60), ({ calendar, office }, at, n) => {
        const day = dayOf(at);
        const nth = nthWorkingDayAfter(calendar, day, n);
        expect(nth).toBe(walkDays(office, day, n));
        expect(workingDaysIn(calendar, day, nth)).toBe(n);
        expect(workingDaysIn(calendar, day, nth)).toBe(countDays(office, day, nth));
      }),
      few,
    );
  });

  it('opens and closes each day as its hours say', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, ({ calendar, office }, at) => {
        const day = dayOf(at);
        expect(isWorkingDay(calendar, day)).toBe(office.isWorkingDay(day));
        fc.pre(office.isWorkingDay(day));
        expect(dayEnd(calendar, day)).toBe(closingOf(office, day));
        expect(dayStart(calendar, day)).toBe(
          startOf(day) + office.minutesOf(day).indexOf(1) * 60_000,
        );
      }),
      few,
    );
  });
});

describe('dates, against Temporal', () => {
  const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) => day as Day);

  it('names every day as the civil calendar does, and reads the name back', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, fc.integer({ min: -700_000, max: 2_900_000 })), (number) => {
        const day = number as Day;
        const text = new Temporal.PlainDate(1970, 1, 1).add({ days: number }).toString();
        expect(formatDay(day)).toBe(text);
        expect(parseDay(text)).toBe(day);
      }),
      few,
    );
  });

  it('reads and writes moments as Temporal does at +07:00', () => {
    fc.assert(
      fc.property(anyMoment, fc.constantFrom('Z', '+07:00', '-03:30', '+14:00'), (at, offset) => {
        const moment = Temporal.Instant.fromEpochMilliseconds(at);
        const zone = offset === 'Z' ? 'UTC' : offset;
        const text = moment.toString({ timeZone: zone }).replace('+00:00', 'Z');
        expect(parseInstant(text)).toBe(at);
        expect(Temporal.Instant.from(formatInstant(at)).epochMilliseconds).toBe(at);
        const local = moment.toZonedDateTimeISO('Asia/Ho_Chi_Minh');
        expect(formatInstant(at).startsWith(local.toPlainDateTime().toString().slice(0, 16))).toBe(
          true,
        );
        expect(formatDay(dayOf(at))).toBe(local.toPlainDate().toString());
      }),
      few,
    );
  });
});
