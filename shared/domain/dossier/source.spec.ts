import { describe, expect, it } from '@jest/globals';
import { displayedCode, primarySource } from './source.ts';

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

  it('shows the official code, and ours only where there is none', () => {
    expect(displayedCode({ code: 'MC.H24.99-260302-0001', officialCode: 'H24.99-1' })).toBe(
      'H24.99-1',
    );
    expect(displayedCode({ code: 'MC.H24.99-260302-0001' })).toBe('MC.H24.99-260302-0001');
  });
});
