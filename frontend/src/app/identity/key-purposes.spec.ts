import { describe, expect, it } from '@jest/globals';
import { keyPermissions } from '#contract/identity';
import { DAY_MS, instant } from '#domain/working-time';
import { expiryAt, keyPurposes, purposesOf, rightsOf, standingOf } from './key-purposes.ts';

describe('what a key is for', () => {
  it.each(keyPurposes)('%s asks for rights a key can have, all of them', (purpose) => {
    const rights = rightsOf([purpose]);
    expect(rights.length).toBeGreaterThan(0);
    for (const right of rights) expect(keyPermissions).toContain(right);
    expect(purposesOf(rights)).toContain(purpose);
  });

  it('together asks for each right once', () => {
    const rights = rightsOf(keyPurposes);
    expect(new Set(rights).size).toBe(rights.length);
    expect(purposesOf(['dossiers.read'])).toEqual([]);
  });
});

describe('the end of a key', () => {
  const now = instant(Date.UTC(2026, 2, 2));

  it('comes after so many days, or never', () => {
    expect(expiryAt('quarter', now)).toBe(now + 90 * DAY_MS);
    expect(expiryAt('never', now)).toBeUndefined();
  });

  it('is told two weeks before', () => {
    expect(standingOf(undefined, now)).toBe('good');
    expect(standingOf(expiryAt('month', now), now)).toBe('good');
    expect(standingOf(instant(now + 13 * DAY_MS), now)).toBe('soon');
    expect(standingOf(now, now)).toBe('expired');
  });
});
