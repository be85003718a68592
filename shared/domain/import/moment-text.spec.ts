import { describe, expect, it } from '@jest/globals';
import { at } from '../../../test/support/moment.ts';
import { parseDay } from '../working-time/index.ts';
import { readMoment } from './moment-text.ts';

describe('a date of a list', () => {
  it.each([
    ['15/01/2026 08:02', '2026-01-15 08:02'],
    ['15/01/2026 08:02:30', '2026-01-15 08:02:30'],
    ['5/1/2026 8:02', '2026-01-05 08:02'],
    ['15-01-2026, 08:02', '2026-01-15 08:02'],
    ['08:02 15/01/2026', '2026-01-15 08:02'],
    ['08:02:30 ngày 15/01/2026', '2026-01-15 08:02:30'],
    ['08:02:30 - 15/01/2026', '2026-01-15 08:02:30'],
    ['2026-01-15T08:02:30', '2026-01-15 08:02:30'],
    ['2026-01-15 08:02', '2026-01-15 08:02'],
    ['2026-01-15T01:02:00Z', '2026-01-15 08:02'],
    ['2026-01-15 08:02:00+07:00', '2026-01-15 08:02'],
    ['20260115080230', '2026-01-15 08:02:30'],
    ['15/01/2026 Từ 13:00 đến 17:00', '2026-01-15 17:00'],
    ['15/01/2026\u00A0từ 13:00 đến 17:00'.normalize('NFD'), '2026-01-15 17:00'],
  ])('%s is read as the moment it says', (cell, moment) => {
    expect(readMoment(cell)).toEqual({ kind: 'moment', at: at(moment) });
  });

  it.each(['15/01/2026', '2026-01-15', '20260115'])('%s is a day without an hour', (cell) => {
    expect(readMoment(cell)).toEqual({ kind: 'day', day: parseDay('2026-01-15') });
  });

  it.each([
    ['2.02601E+13', 'date-ruined'],
    ['2,02601E+13', 'date-ruined'],
    ['0001-01-01T00:00:00', 'date-empty'],
    ['01/01/0001 00:00', 'date-empty'],
    ['30/02/2026 08:00', 'wrong-format'],
    ['15/13/2026 08:00', 'wrong-format'],
    ['15/01/2026 25:00', 'wrong-format'],
    ['15/01/26 08:00', 'wrong-format'],
    ['46037.335', 'wrong-format'],
    ['hôm qua', 'wrong-format'],
    ['15/01/1926 08:00', 'out-of-range'],
  ])('%s is no date: %s', (cell, code) => {
    expect(readMoment(cell)).toEqual({ kind: 'fault', code });
  });
});
