import { describe, expect, it } from '@jest/globals';
import { given, act, receivedAt } from '../../../test/support/dossier-case.ts';
import { anIntake, director, reception } from '../../../test/support/office.ts';
import { becomesPrimary, displayedCode, primarySource } from './source.ts';

const city = { source: 'mot-cua-hai-phong', externalCode: 'H24.99-1' };
const ministry = { source: 'ho-tich', externalCode: 'HT-9' };

describe('a dossier known in several systems', () => {
  it('has one primary source: the first in the unit’s list that knows it', () => {
    expect(primarySource([ministry, city], ['mot-cua-hai-phong', 'ho-tich'])).toBe(city);
  });

  it('has the first one that ever knew it where the unit lists none of them', () => {
    expect(primarySource([ministry, city], ['ho-kinh-doanh'])).toBe(ministry);
    expect(primarySource([], ['ho-kinh-doanh'])).toBeUndefined();
  });

  it('takes the source the unit asks first as soon as that one tells of it', () => {
    const received = receivedAt('2026-03-02 08:00', reception, anIntake({ sources: [ministry] }));
    const state = given(received).state();
    expect(becomesPrimary(city, state, ['mot-cua-hai-phong'])).toBe(true);
    expect(becomesPrimary(city, state, ['ho-tich', 'mot-cua-hai-phong'])).toBe(false);
    expect(becomesPrimary(city, state, [])).toBe(false);
    const withdrawn = given(received, act('2026-03-02 09:00', director, 'withdraw', {})).state();
    expect(becomesPrimary(city, withdrawn, ['mot-cua-hai-phong'])).toBe(false);
    const typed = given(receivedAt('2026-03-02 08:00', reception)).state();
    expect(becomesPrimary(city, typed, [])).toBe(true);
  });

  it('shows the official code, and ours only where there is none', () => {
    expect(displayedCode({ code: 'MC.H24.99-260302-0001', officialCode: 'H24.99-1' })).toBe(
      'H24.99-1',
    );
    expect(displayedCode({ code: 'MC.H24.99-260302-0001' })).toBe('MC.H24.99-260302-0001');
  });
});
