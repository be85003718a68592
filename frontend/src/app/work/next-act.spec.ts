import { describe, expect, it } from '@jest/globals';
import { type DossierDetail, commandBodies } from '#contract/dossiers';
import { manyActs, actsFor } from './many-acts.ts';
import { nextActOf, usualBody } from './next-act.ts';

const everything = [...manyActs];
const dossier = (given: Partial<DossierDetail>): DossierDetail =>
  ({ state: 'processing', stepKey: null, allowed: everything, ...given }) as DossierDetail;

describe('the one key that brings a dossier on', () => {
  it.each([
    ['accepts what was sent in', { state: 'submitted' }, 'accept'],
    ['completes the step it is at', { stepKey: 'tham-dinh' }, 'complete-step'],
    ['begins with the first step', { state: 'received' }, 'complete-step'],
    ['gives the result where every step is done', {}, 'issue-result'],
    ['hands over what is ready', { state: 'resultReady' }, 'return'],
  ] as const)('%s', (_what, given, act) => {
    expect(nextActOf(dossier(given))).toBe(act);
  });

  it('does nothing that its reader may not do', () => {
    expect(nextActOf(dossier({ allowed: ['note'] }))).toBeUndefined();
  });

  it('tells each act what it has to be told, save whom to assign to', () => {
    const unasked = manyActs.filter((act) => act !== 'assign');
    for (const act of unasked) {
      expect(commandBodies[act].safeParse(usualBody(act)).success).toBe(true);
    }
  });
});

describe('what is offered for many', () => {
  it('is what the role may do', () => {
    expect(actsFor((permission) => permission === 'dossiers.archive')).toEqual(['archive']);
  });
});
