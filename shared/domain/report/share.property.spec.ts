import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { percentageOf } from './share.ts';

const shares = fc
  .tuple(fc.integer({ min: 1, max: 4_000_000 }), fc.nat(4_000_000))
  .map(([denominator, part]) => ({ numerator: part % (denominator + 1), denominator }));

describe('a share as it is printed, for every part of every whole', () => {
  it('is the nearest hundredth, a half up, except that 0 and 100 mean none and all', () => {
    fc.assert(
      fc.property(shares, ({ numerator, denominator }) => {
        const printed = percentageOf({ numerator, denominator });
        if (printed.code !== 'percent') throw new Error('There is something to divide by');
        const { hundredths } = printed;
        expect(hundredths === 10_000).toBe(numerator === denominator);
        expect(hundredths === 0).toBe(numerator === 0);
        const excess = 2 * (numerator * 10_000 - hundredths * denominator);
        if (hundredths > 1) expect(excess).toBeGreaterThanOrEqual(-denominator);
        if (hundredths < 9999) expect(excess).toBeLessThan(denominator);
      }),
      { numRuns: propertyRuns(0.1) },
    );
  });

  it('never falls when the part grows', () => {
    fc.assert(
      fc.property(shares, ({ numerator, denominator }) => {
        const [less, more] = [Math.max(0, numerator - 1), numerator].map((part) =>
          percentageOf({ numerator: part, denominator }),
        );
        if (less?.code !== 'percent' || more?.code !== 'percent') throw new Error('A whole');
        expect(more.hundredths).toBeGreaterThanOrEqual(less.hundredths);
      }),
      { numRuns: propertyRuns(0.05) },
    );
  });
});
