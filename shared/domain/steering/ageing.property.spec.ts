import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { anyCalendar } from '../../../test/support/any-calendar.ts';
import { anyMoment } from '../../../test/support/any-clock.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { overdueBefore } from '../deadline/index.ts';
import {
  dayOf,
  dueDayOf,
  isWorkingDay,
  plusDays,
  type Day,
  type Instant,
  type WorkingCalendar,
} from '../working-time/index.ts';
import { AGEING_BANDS, ageingOf, bandOf, type AgeingBand } from './index.ts';

const some = { numRuns: propertyRuns(0.02) };

/** Day by day, as one counts on a wall calendar. */
const walked = (calendar: WorkingCalendar, after: Day, through: Day): number => {
  let count = 0;
  for (let day = plusDays(after, 1); day <= through; day = plusDays(day, 1)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
};

const naiveBand = (calendar: WorkingCalendar, now: Instant, dueAt: Instant): AgeingBand => {
  const [today, dueDay] = [dayOf(now), dueDayOf(dueAt)];
  if (dueAt < overdueBefore(now)) {
    const late = walked(calendar, dueDay, today);
    if (late > 5) return 'lateOverFive';
    return late > 1 ? 'lateTwoToFive' : 'lateOne';
  }
  if (dueDay <= today) return 'today';
  // A due moment on a day off has as long as the working days before it, and one more to see to it.
  const left = walked(calendar, today, plusDays(dueDay, -1)) + 1;
  const bands = [
    ...([
      [10, 'later'],
      [5, 'inSixToTen'],
      [3, 'inFourToFive'],
    ] as const),
    ...([
      [1, 'inTwoToThree'],
      [0, 'inOne'],
    ] as const),
  ] as const;
  return bands.find(([more]) => left > more)?.[1] ?? 'inOne';
};

describe('the bands of ageing', () => {
  it('are where a wall calendar has them, whatever the office works', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, anyMoment, ({ calendar }, now, dueAt) => {
        expect(bandOf(ageingOf(calendar, now), dueAt)).toBe(naiveBand(calendar, now, dueAt));
      }),
      some,
    );
  });

  it('follow one another without a gap', () => {
    fc.assert(
      fc.property(anyCalendar, anyMoment, ({ calendar }, now) => {
        const ageing = ageingOf(calendar, now);
        const bounds = AGEING_BANDS.map((band) => ageing[band]);
        expect(bounds).toEqual(bounds.toSorted((a, b) => a - b));
        expect(new Set(bounds).size).toBe(bounds.length);
      }),
      some,
    );
  });
});
