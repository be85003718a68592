import { describe, expect, it } from '@jest/globals';
import { at, local } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import { ageingOf, bandOf, weekEndOf } from './index.ts';

const bandAt = (now: string, due: string) => bandOf(ageingOf(NATIONAL_CALENDAR, at(now)), at(due));

describe('how late, or how near, in working days', () => {
  it.each([
    ['a minute ago', '2026-03-04 10:00', '2026-03-04 09:59', 'lateOne'],
    ['in this very minute', '2026-03-04 10:00:40', '2026-03-04 10:00', 'today'],
    ['tonight at midnight', '2026-03-04 10:00', '2026-03-05 00:00', 'today'],
    ['yesterday', '2026-03-04 10:00', '2026-03-03 17:00', 'lateOne'],
    ['the day before yesterday', '2026-03-04 10:00', '2026-03-02 17:00', 'lateTwoToFive'],
    ['five working days ago', '2026-03-04 10:00', '2026-02-25 17:00', 'lateTwoToFive'],
    ['six working days ago', '2026-03-04 10:00', '2026-02-24 17:00', 'lateOverFive'],
    ['tomorrow', '2026-03-04 10:00', '2026-03-05 17:00', 'inOne'],
    ['on Monday, seen on Friday', '2026-03-06 10:00', '2026-03-09 17:00', 'inOne'],
    ['on Friday, seen on Monday', '2026-03-09 08:00', '2026-03-06 17:00', 'lateOne'],
    ['in three working days', '2026-03-04 10:00', '2026-03-09 17:00', 'inTwoToThree'],
    ['in five', '2026-03-04 10:00', '2026-03-11 17:00', 'inFourToFive'],
    ['in ten', '2026-03-04 10:00', '2026-03-18 17:00', 'inSixToTen'],
    ['in eleven', '2026-03-04 10:00', '2026-03-19 17:00', 'later'],
    ['after Tết, the day before it', '2026-02-13 10:00', '2026-02-23 17:00', 'inOne'],
  ])('due %s', (_when, now, due, band) => {
    expect(bandAt(now, due)).toBe(band);
  });
});

describe('this week', () => {
  it.each([
    ['2026-03-02 00:00', '2026-03-09 00:00'],
    ['2026-03-04 10:00', '2026-03-09 00:00'],
    ['2026-03-08 23:59', '2026-03-09 00:00'],
  ])('of %s ends at %s', (now, end) => {
    expect(local(weekEndOf(at(now)))).toBe(end);
  });
});
