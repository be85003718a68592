import { describe, expect, it } from '@jest/globals';
import { ON_THE_SPOT, changesIn, named, rulesOf, snapshotOf } from './definition.ts';
import { partsOf, versionNumber } from './version-number.ts';

describe('a procedure of which only the name is known', () => {
  const unknown = named('Thủ tục lạ');

  it('has no limit, so that no due moment is invented for it', () => {
    expect(rulesOf(unknown)).toEqual({
      limits: {},
      variants: [],
      steps: [],
      onSupplement: 'pause',
      clockStart: 'acceptance',
    });
  });

  it('is the commune’s, and not counted among those that are fully online', () => {
    expect(snapshotOf('9.000001', 1, unknown)).toMatchObject({
      authority: 'commune',
      onlineLevel: 'none',
    });
  });
});

describe('a change of a procedure', () => {
  it('says of the procedure only what was sent', () => {
    expect(changesIn({ unitId: 3, effectiveFrom: '2026-12-01', fee: 5_000 })).toEqual({
      fee: 5_000,
    });
  });

  it('turns “on the spot” into all that one desk does, and “not” into nothing', () => {
    expect(changesIn({ onTheSpot: true })).toEqual({ onTheSpot: ON_THE_SPOT });
    expect(changesIn({ onTheSpot: false })).toEqual({ onTheSpot: null });
    expect(changesIn({ onTheSpot: ['received', 'resultIssued'] }).onTheSpot).toEqual([
      'received',
      'resultIssued',
    ]);
  });
});

describe('the number of a version', () => {
  it('is the city’s own where the unit has laid nothing over it', () => {
    expect(versionNumber({ base: 7, overlay: 0 })).toBe(7);
  });

  it.each([
    { base: 1, overlay: 0 },
    { base: 9_999, overlay: 0 },
    { base: 12, overlay: 345 },
  ])('tells both parts again: %p', (parts) => {
    expect(partsOf(versionNumber(parts))).toEqual(parts);
  });
});
