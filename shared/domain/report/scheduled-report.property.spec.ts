import { describe, it, expect } from '@jest/globals';
import * as fc from 'fast-check';
import { at } from '../../../test/support/moment.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { dayOf, formatDay, plusDays, type Day } from '../working-time/index.ts';
import { periodOf } from './named-period.ts';
import { SCHEDULED_REPORTS, endedPeriods, type ScheduledReport } from './scheduled-report.ts';

const FIRST = dayOf(at('2025-11-01'));
const DAYS = 420;

/** On which mornings a cut-off has just passed, read off the calendar by its dates alone. */
const CUT_OFFS: Readonly<Record<ScheduledReport, (date: string) => boolean>> = {
  weekly: (date) => new Date(`${date}T00:00:00Z`).getUTCDay() === 1,
  monthly: (date) => date.endsWith('-15'),
  quarterly: (date) => /-(03|06|09|12)-15$/.test(date),
  halfYear: (date) => date.endsWith('-06-15'),
  nineMonths: (date) => date.endsWith('-09-15'),
  yearly: (date) => date.endsWith('-12-15'),
};

const lastDays = (report: ScheduledReport, looks: readonly Day[], from: Day): readonly string[] => {
  let last = from;
  return looks.flatMap((today) =>
    endedPeriods(report, today, last).map((named) => {
      last = periodOf(named).to;
      return formatDay(last);
    }),
  );
};

describe('drafts', () => {
  it('are made for every cut-off once, however seldom and in whatever order somebody looks', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...SCHEDULED_REPORTS),
        fc.array(fc.nat(DAYS), { minLength: 1, maxLength: 40 }),
        fc.nat(DAYS),
        (report, places, begin) => {
          // Never away for so long that the rest is not worth making up for: eleven weeks.
          const steps = Array.from({ length: Math.ceil(DAYS / 70) }, (_, step) => step * 70);
          const looks = [...places, ...steps].filter((place) => place >= begin);
          const from = plusDays(FIRST, begin - 1);
          const days = looks.map((place) => plusDays(FIRST, place));
          const seen = lastDays(report, sorted(days, looks), from);
          const latest = Math.max(begin, ...looks);
          const expected = Array.from({ length: latest - begin + 1 }, (_, index) =>
            formatDay(plusDays(FIRST, begin + index)),
          )
            .filter(CUT_OFFS[report])
            .map((date) => formatDay(plusDays(dayOf(at(date)), -1)));
          expect(seen).toEqual(expected.filter((date) => date > formatDay(from)));
        },
      ),
      { numRuns: propertyRuns(0.1) },
    );
  });
});

/** Forward in time, with a step back of a few days here and there as clocks do. */
function sorted(days: readonly Day[], places: readonly number[]): readonly Day[] {
  return days
    .toSorted((one, other) => one - other)
    .flatMap((today, index) => [
      today,
      ...(((places[index] ?? 0) % 3 === 0 ? [plusDays(today, -3)] : []) satisfies Day[]),
    ]);
}
