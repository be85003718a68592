import { describe, expect, it } from '@jest/globals';
import { partyOfGround } from './refusal-party.ts';

describe('who caused a refusal', () => {
  it.each([
    ['missing-papers', 'citizen'],
    ['not-supplemented', 'citizen'],
    ['agency-fault', 'agency'],
    ['by-law', 'agency'],
    ['office-fault', 'commune'],
    ['other', 'unknown'],
    ['constructor', 'unknown'],
  ] as const)('is told by its ground: of %s, %s', (ground, party) => {
    expect(partyOfGround(ground)).toBe(party);
  });
});
