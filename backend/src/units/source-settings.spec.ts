import { describe, expect, it } from '@jest/globals';
import { saysOtherOfSources, sourceChanges } from './source-settings.ts';
import { changedSettings, type UnitRow } from './unit-row.ts';

const rowOf = (settings: object, citySettings: object = {}): UnitRow => ({
  ...{ id: 2, code: 'H24.99', name: 'Xã Mẫu', kind: 'commune', level: 'xa', parentCode: 'H24' },
  ...{ settings, citySettings },
});
const item = (code: string, more: object = {}) => ({
  ...{ code, name: null, page: null, isAskedFirst: false },
  ...more,
});

describe('whom a unit asks first', () => {
  it('is kept in the order given, and names nobody else', () => {
    const items = [item('dvc', { isAskedFirst: true }), item('ho-tich'), item('constructor')];
    expect(sourceChanges(rowOf({}), { items, staleAfter: 8 })).toEqual({
      ...{ staleAfter: 8, sources: ['dvc'], sourceNames: {}, sourcePages: {} },
    });
  });

  it('keeps as its own only what it says otherwise than the city', () => {
    const row = rowOf(
      { sourceNames: { dvc: 'Cổng', 'da-bo': 'Cũ' } },
      { sourceNames: { 'ho-tich': 'Hộ tịch' } },
    );
    const items = [
      item('dvc', { name: 'Cổng dịch vụ công' }),
      item('ho-tich', { name: 'Hộ tịch' }),
      item('mot-cua-hai-phong', { name: 'Một cửa Hải Phòng' }),
    ];
    expect(sourceChanges(row, { items, staleAfter: 4 }).sourceNames).toEqual({
      ...{ dvc: 'Cổng dịch vụ công', 'da-bo': 'Cũ' },
    });
  });

  it('is called by the code, or as the city calls it, once its own name is taken back', () => {
    const row = rowOf({ sourceNames: { dvc: 'Cổng' }, sourcePages: { dvc: 'https://dvc/{code}' } });
    const changes = sourceChanges(row, { items: [item('dvc')], staleAfter: 4 });
    expect(changes).toMatchObject({ sourceNames: {}, sourcePages: {} });
  });
});

describe('the version of what a unit says of its sources', () => {
  const KNOWN = { sources: ['dvc'], sourceNames: { dvc: 'Cổng' }, mode: 'wholeDays' };

  it.each([
    ['the order', { sources: ['ho-tich', 'dvc'] }],
    ['a name', { sourceNames: { dvc: 'Cổng dịch vụ công' } }],
    ['a page', { sourcePages: { dvc: 'https://dvc/{code}' } }],
    ['whose codes are official', { citySource: 'dvc' }],
    ['the age', { staleAfter: 8 }],
  ])('moves on with %s', (_, change) => {
    expect(saysOtherOfSources(KNOWN, changedSettings(KNOWN, change))).toBe(true);
  });

  it('stays where nothing is said, the same is said, or something else', () => {
    expect(saysOtherOfSources(KNOWN, undefined)).toBe(false);
    expect(saysOtherOfSources(KNOWN, changedSettings(KNOWN, { sources: ['dvc'] }))).toBe(false);
    expect(saysOtherOfSources(KNOWN, changedSettings(KNOWN, { lockAfterMinutes: 5 }))).toBe(false);
  });
});
