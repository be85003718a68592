import { describe, expect, it } from '@jest/globals';
import { sourceChanges } from './source-settings.ts';
import type { UnitRow } from './unit-row.ts';

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
