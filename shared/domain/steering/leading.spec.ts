import { describe, expect, it } from '@jest/globals';
import type { Role } from '../dossier/index.ts';
import { leadingOf } from './leading.ts';

const seat = (role: Role, ...departments: readonly string[]) => ({ roles: [role], departments });

describe('whom somebody leads', () => {
  it.each(['director', 'viceChair'] as const)('is the unit for a %s', (role) => {
    expect(leadingOf([seat(role)])).toEqual({ isWhole: true, headed: [] });
  });

  it('is the own departments for a head', () => {
    const told = leadingOf([seat('head', 'tu-phap', 'kinh-te')]);
    expect(told).toEqual({ isWhole: false, headed: ['tu-phap', 'kinh-te'] });
  });

  it('is the unit for a head without a department, whose officers nobody sees one by one', () => {
    expect(leadingOf([seat('head')])).toEqual({ isWhole: true, headed: [] });
  });

  it('is nobody for whoever only sits in a department', () => {
    expect(leadingOf([seat('processing', 'tu-phap')])).toEqual({ isWhole: false, headed: [] });
  });

  it('grows by those in whose place one stands, each department once', () => {
    const seats = [seat('head', 'tu-phap'), seat('head', 'tu-phap'), seat('director', 'kinh-te')];
    expect(leadingOf(seats)).toEqual({ isWhole: true, headed: ['tu-phap'] });
  });
});
