import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { propertyRuns } from '../../../test/support/property-runs.ts';
import { type Component, componentsIn, componentsText } from './component.ts';

describe('what was handed in', () => {
  it('is read as it was written down, whatever papers are called', () => {
    const name = fc
      .string({ unit: 'grapheme', minLength: 1 })
      .map((text) => text.replaceAll(/[\t\r\n]/g, ' ').trim())
      .filter((text) => text !== '');
    const component: fc.Arbitrary<Component> = fc.record(
      {
        name,
        kind: fc.constantFrom('original', 'certified', 'copy', 'electronic'),
        copies: fc.integer({ min: 1, max: 1_000 }),
      },
      { requiredKeys: ['name'] },
    );
    fc.assert(
      fc.property(fc.array(component), (components) => {
        expect(componentsIn(componentsText(components))).toEqual(components);
      }),
      { numRuns: propertyRuns(0.02) },
    );
  });

  it('is a name alone where nobody said of which kind or how many', () => {
    expect(componentsIn('Tờ khai × 2\n\nGiấy chứng sinh\tgone\tmany')).toEqual([
      { name: 'Tờ khai × 2' },
      { name: 'Giấy chứng sinh' },
    ]);
  });

  it('stays one line a paper', () => {
    expect(componentsText([{ name: 'Tờ\nkhai', copies: 1 }])).toBe('Tờ khai\t\t1');
  });
});
