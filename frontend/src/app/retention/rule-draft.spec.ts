import { describe, expect, it } from '@jest/globals';
import { draftsOf, isFaulty, isSame, rulesOf } from './rule-draft.ts';

describe('how long something is kept, as it is typed', () => {
  it('says again what was set', () => {
    const rules = { applicants: 60, words: null };
    expect(rulesOf(draftsOf(rules))).toEqual(rules);
    expect(isSame(rules, { applicants: 60, words: 24 })).toBe(false);
  });

  it.each([
    ['', true],
    ['11', true],
    ['12', false],
    ['12,5', true],
    ['600', false],
    ['601', true],
  ])('of %j months is refused: %s', (months, expected) => {
    expect(isFaulty({ isOn: true, months })).toBe(expected);
    expect(isFaulty({ isOn: false, months })).toBe(false);
  });
});
