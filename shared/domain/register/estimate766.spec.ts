import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { estimate766, groupsOf766 } from './estimate766.ts';
import type { RegisterFigure } from './figures.ts';

const share = (
  indicator: 'handledInTime766' | 'componentsDigitised' | 'reused' | 'onlineReceipts',
  numerator: number,
  denominator: number,
) => ({ indicator, numerator, denominator });

const typed = (
  kind: RegisterFigure['kind'],
  told: Readonly<Record<string, number>>,
): readonly RegisterFigure[] =>
  Object.entries(told).map(([key, value]) => ({ kind, key, group: null, value }));

describe('the estimate of Bộ chỉ số 766', () => {
  it('gives all points from the target on, and below it what is reached of it', () => {
    const lines = estimate766(
      [
        share('handledInTime766', 12_535, 12_550),
        share('componentsDigitised', 81, 100),
        share('reused', 40, 100),
      ],
      [],
    );
    expect(lines.map(({ key, points }) => [key, points])).toEqual([
      ['handledInTime766', 19.98],
      ['componentsDigitised', 4],
      ['reused', 1],
    ]);
    expect(groupsOf766(lines)).toEqual([
      { group: 'progress', points: 19.98, max: 20 },
      { group: 'digitisation', points: 5, max: 6 },
    ]);
  });

  it('has nothing to say of what did not come up, nor of what has no published points', () => {
    expect(estimate766([share('reused', 0, 0), share('onlineReceipts', 9, 9)], [])).toEqual([]);
  });

  it('reads the registers: what was shown and answered in time, and who was content', () => {
    const lines = estimate766(
      [],
      [
        ...typed('publication', { inTime: 3, late: 1, openLate: 0, openInTime: 5 }),
        ...typed('feedback', {
          received: 9,
          carriedOver: 1,
          late: 1,
          openLate: 1,
          dissatisfied: 3,
        }),
      ],
    );
    expect(
      lines.map(({ key, numerator, denominator, points }) => [key, numerator, denominator, points]),
    ).toEqual([
      ['publishedInTime', 3, 4, 3],
      ['feedbackInTime766', 8, 10, 4.8],
      ['feedbackContent', 5, 10, 3],
    ]);
  });

  it('is never more than there is to have, and never less than nothing', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.nat(10_000), fc.nat(50), (one, other, late) => {
        const [numerator, denominator] = [Math.min(one, other), Math.max(one, other)];
        const lines = estimate766(
          [
            { indicator: 'onlinePayment', numerator, denominator },
            share('reused', numerator, denominator),
          ],
          typed('feedback', { received: 40, late, dissatisfied: late }),
        );
        for (const { points, max } of lines) {
          expect(points).toBeLessThanOrEqual(max);
          if (late <= 40) expect(points).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: propertyRuns(0.005) },
    );
  });
});
