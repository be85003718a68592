import { describe, expect, it } from '@jest/globals';
import type { DossierItem } from '#contract/dossiers';
import { ChosenRows } from './chosen-rows.ts';

const item = (id: string): DossierItem =>
  ({ id, code: `MC-${id}`, officialCode: null }) as DossierItem;

describe('dossiers chosen in a long list', () => {
  it('are still called by their codes when their rows have been let go', () => {
    const chosen = new ChosenRows();
    chosen.take(new Set(['a', 'b']), [item('a'), item('b')]);
    chosen.take(new Set(['a', 'z']), [item('y'), item('z')]);
    expect([...chosen.codes]).toEqual([
      ['a', 'MC-a'],
      ['z', 'MC-z'],
    ]);
  });

  it('are no longer all of them once somebody chooses anew', () => {
    const chosen = new ChosenRows();
    chosen.takeWhole();
    expect(chosen.isWhole()).toBe(true);
    chosen.clear();
    expect([chosen.isWhole(), chosen.ids().size, chosen.codes.size]).toEqual([false, 0, 0]);
  });
});
