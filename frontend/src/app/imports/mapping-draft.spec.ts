import { describe, expect, it } from '@jest/globals';
import type { ImportLayoutAnswer } from '#contract/imports';
import {
  draftOf,
  isComplete,
  isUnclear,
  mappingOf,
  tellsChannel,
  unclearIn,
} from './mapping-draft.ts';

const layout: ImportLayoutAnswer = {
  ...{ sheets: ['S1'], ready: false, needsChannel: true, lacksFinish: false, mapping: null },
  lacksHours: false,
  columns: [
    { title: 'Số', place: 0, column: null, samples: ['1'] },
    { title: 'Mã TTHC', place: 1, column: 'MaTTHC', samples: [] },
    { title: 'Tình trạng', place: 3, column: 'TrangThai', samples: ['Mở'] },
  ],
  values: [
    { column: 'TrangThai', value: 'Mở', rows: 2, known: false },
    { column: 'TrangThai', value: 'Đang xử lý', rows: 2, known: true },
  ],
};

describe('what somebody says of a list', () => {
  it('begins with what its titles say, and is whole once the dossier’s code is named', () => {
    const draft = draftOf(layout);
    expect([isComplete(draft), tellsChannel(draft)]).toEqual([false, false]);
    const columns = new Map(draft.columns).set(0, 'MaHoSo').set(7, 'KenhNop');
    const whole = { ...draft, columns };
    expect([isComplete(whole), tellsChannel(whole)]).toEqual([true, true]);
  });

  it('is kept by titles and values; what is left a wrong row is not in it', () => {
    const draft = {
      ...draftOf(layout),
      values: new Map([
        ['TrangThai\nMở', '2'],
        ['TrangThai\nLạ', ''],
      ]),
    };
    expect(mappingOf(layout.columns, draft)).toEqual({
      columns: [
        { title: 'Số', column: null },
        { title: 'Mã TTHC', column: 'MaTTHC' },
        { title: 'Tình trạng', column: 'TrangThai' },
      ],
      values: [{ column: 'TrangThai', value: 'Mở', means: '2' }],
      rules: { handoverIsFinish: false, daysOnly: false },
    });
  });

  it('is asked for only where something is not clear', () => {
    const ready = { ...layout, ready: true };
    expect(unclearIn(ready)).toEqual([layout.values[0]]);
    expect(isUnclear(ready)).toBe(true);
    const known = ready.values.filter((value) => value.known);
    expect(isUnclear({ ...ready, values: known })).toBe(false);
    expect(isUnclear({ ...ready, values: known, lacksFinish: true })).toBe(true);
    expect(isUnclear({ ...ready, values: known, lacksHours: true })).toBe(true);
  });
});
