import { describe, expect, it } from '@jest/globals';
import { componentsText, type OfficeEvent } from '#domain/dossier';
import { componentRows } from './components.ts';

const opened = (items?: string): readonly OfficeEvent[] => [
  { ...(items !== undefined && { texts: { items } }) } as unknown as OfficeEvent,
];

describe('the papers on a slip', () => {
  it('are those that were handed over, each with its kind and number', () => {
    const items = componentsText([
      { name: 'Giấy chứng sinh', kind: 'original', copies: 1 },
      { name: 'Sổ hộ khẩu', kind: 'certified', copies: 12 },
      { name: 'Ảnh' },
    ]);
    expect(componentRows(opened(items))).toEqual([
      ['1', 'Giấy chứng sinh', 'Bản chính', '01'],
      ['2', 'Sổ hộ khẩu', 'Bản sao chứng thực', '12'],
      ['3', 'Ảnh', '', ''],
    ]);
  });

  it('are lines to write on where nobody entered any', () => {
    expect(componentRows(opened())).toEqual([1, 2, 3].map((place) => [String(place), '', '', '']));
  });
});
