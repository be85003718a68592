import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { at } from '../../../test/support/moment.ts';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { dayOf, plusDays, type Day } from '../working-time/index.ts';
import { countChange, knownPart, namedPeriodOf, pointChange } from './comparison.ts';
import { lastYearOf, previousOf } from './compared-period.ts';
import { periodOf, type NamedPeriod } from './named-period.ts';

const day = (text: string): Day => dayOf(at(text));

const named: readonly NamedPeriod[] = [
  { kind: 'month', year: 2026, month: 1 },
  { kind: 'month', year: 2026, month: 12 },
  { kind: 'quarter', year: 2026, quarter: 1 },
  { kind: 'halfYear', year: 2026, half: 2 },
  { kind: 'nineMonths', year: 2026 },
  { kind: 'year', year: 2026 },
];

describe('a comparison', () => {
  it.each(named)('knows the days of $kind by their name', (name) => {
    expect(namedPeriodOf(periodOf(name))).toEqual(name);
  });

  it('compares a week with a week, and other days with as many before them', () => {
    const week = periodOf({ kind: 'week', day: day('2026-03-04') });
    expect(periodOf(previousOf(namedPeriodOf(week)))).toEqual({
      ...{ from: plusDays(week.from, -7), to: plusDays(week.to, -7) },
    });
    const days = { from: day('2026-03-02'), to: day('2026-03-04') };
    expect(periodOf(previousOf(namedPeriodOf(days)))).toEqual({
      ...{ from: day('2026-02-27'), to: day('2026-03-01') },
    });
    expect(periodOf(lastYearOf(namedPeriodOf(days)))).toEqual({
      ...{ from: day('2025-03-02'), to: day('2025-03-04') },
    });
  });

  it('has no figures of days before the first dossier, and says where it has only some', () => {
    const january = { from: day('2025-12-15'), to: day('2026-01-14') };
    expect(knownPart(january, null)).toBe('none');
    expect(knownPart(january, at('2026-01-15 00:00'))).toBe('none');
    expect(knownPart(january, at('2026-01-14 23:59'))).toBe('partly');
    expect(knownPart(january, at('2025-12-15 08:00'))).toBe('whole');
  });

  it('tells by how many, and what part of nothing is nobody can say', () => {
    expect(countChange(3743, 3500)).toMatchObject({ difference: 243, change: { text: '6,94' } });
    expect(countChange(5, 0)).toEqual({ difference: 5, change: { code: 'not-arising' } });
  });

  it('agrees with the percentages that are printed beside it', () => {
    const share = fc
      .tuple(fc.nat(5000), fc.nat(5000))
      .map(([numerator, rest]) => ({ numerator, denominator: numerator + rest }));
    fc.assert(
      fc.property(share, share, (now, before) => {
        const points = pointChange(now, before);
        const isThere = now.denominator > 0 && before.denominator > 0;
        expect(points !== null).toBe(isThere);
        const back = pointChange(before, now);
        expect((points ?? 0) + (back ?? 0)).toBe(0);
        expect(Math.abs(points ?? 0)).toBeLessThanOrEqual(10_000);
      }),
      { numRuns: propertyRuns(0.05) },
    );
    expect(
      pointChange({ numerator: 3740, denominator: 3743 }, { numerator: 3480, denominator: 3500 }),
    ).toBe(9992 - 9943);
  });
});
