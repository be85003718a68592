import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { NATIONAL_CALENDAR } from '../../../test/support/office.ts';
import {
  MAPPED_COLUMNS,
  findHeader,
  isExample,
  isNoDossier,
  listTemplate,
  readRow,
  type NationalCells,
} from './index.ts';
import { isUnderstood } from './mapping.ts';

const titles = { number: 1, cells: listTemplate.map(({ name }) => name) };
const example = { number: 2, cells: listTemplate.map((column) => column.example) };

describe('the template of a dossier list', () => {
  it('is read without anybody saying what its columns mean', () => {
    const header = findHeader([titles, example]);
    if (!('places' in header)) throw new Error(header.code);
    expect([...header.places.keys()]).toEqual(listTemplate.map(({ name }) => name));
    expect(isNoDossier(example, header)).toBe(true);
  });

  it('shows an example that would be right if it were not marked as one', () => {
    const cells = listTemplate.flatMap((column) =>
      column.example === '' ? [] : [[column.name, column.example.replace('VÍ DỤ ', '')]],
    );
    const reading = readRow(Object.fromEntries(cells) as NationalCells, {
      ...{ now: at('2026-03-20 09:00'), exportedAt: at('2026-03-20 08:00'), endsWait: false },
      ...{ calendar: NATIONAL_CALENDAR, citySource: 'mot-cua-hai-phong' },
      defaultSource: 'mot-cua-hai-phong',
    });
    expect(reading).toMatchObject({ ok: true, value: { externalCode: 'H24.99-260302-0001' } });
  });

  it('lists only values that are understood', () => {
    const wrong = listTemplate.flatMap(({ name, values = [] }) => {
      const mapped = MAPPED_COLUMNS.find((each) => each === name);
      return mapped === undefined ? [] : values.filter((value) => !isUnderstood(mapped, value));
    });
    expect(wrong).toEqual([]);
  });
});

describe('an example', () => {
  it.each([
    ['VÍ DỤ H24.99-260302-0001', true],
    ['  ví dụ', true],
    ['VÍ DỤ'.normalize('NFD'), true],
    ['VIDU-1', false],
    ['Ví dụng', false],
    ['', false],
  ])('%j: %s', (cell, expected) => {
    expect(isExample(cell)).toBe(expected);
  });
});
