import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { compareVietnamese } from './vietnamese-order.ts';

const LETTERS = 'aáạăằâấbcdđeèêệghiịklmnoỏôốơờpqrstuũưừvxyỳ0123 ';

const name = fc
  .array(fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase()), { minLength: 1, maxLength: 8 })
  .map((letters) => letters.join('').trim());

describe('the order of a Vietnamese register', () => {
  it('agrees with the collation of the Unicode consortium for Vietnamese names', () => {
    const collator = new Intl.Collator('vi');
    fc.assert(
      fc.property(name, name, (left, right) => {
        expect(Math.sign(compareVietnamese(left, right))).toBe(
          Math.sign(collator.compare(left, right)),
        );
      }),
      { numRuns: propertyRuns(0.02) },
    );
  });
});
