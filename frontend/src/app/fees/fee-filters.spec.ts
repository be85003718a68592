import { describe, expect, it } from '@jest/globals';
import { type Day, parseDay } from '#domain/working-time';
import { type FeeFilters, listQuery, namedPeriod, viewOf } from './fee-filters.ts';

const on = (text: string): Day => {
  const day = parseDay(text);
  if (day === undefined) throw new Error(`No day: ${text}`);
  return day;
};

const filters = (changes: Partial<FeeFilters> = {}): FeeFilters => ({
  ...{ view: 'due', from: '2026-03-02', to: '2026-03-04' },
  ...{ method: 'cash', officer: undefined, procedure: '2.000815' },
  ...changes,
});

describe('what the fees are asked for', () => {
  it.each([
    ['today', '2026-03-04', '2026-03-04'],
    ['yesterday', '2026-03-03', '2026-03-03'],
    ['week', '2026-03-02', '2026-03-04'],
    ['month', '2026-03-01', '2026-03-04'],
  ] as const)('%s is from %s to %s', (name, from, to) => {
    expect(namedPeriod(name, on('2026-03-04'))).toEqual({ from, to });
  });

  it('begins the week on Monday, on a Sunday and on a Monday too', () => {
    expect(namedPeriod('week', on('2026-03-01')).from).toBe('2026-02-23');
    expect(namedPeriod('week', on('2026-03-02')).from).toBe('2026-03-02');
  });

  it('are payments of some days, or dossiers whenever their fee arose', () => {
    expect(listQuery(filters({ view: 'taken' }), 7)).toMatchObject({
      ...{ unitId: 7, from: '2026-03-02', to: '2026-03-04', method: 'cash' },
    });
    const due = listQuery(filters(), 7);
    expect(due).toMatchObject({ standing: 'due', procedure: '2.000815' });
    expect(due).not.toHaveProperty('from');
  });

  it('are those that owe where an address says nothing, or nonsense', () => {
    expect([viewOf(undefined), viewOf('x'), viewOf('taken')]).toEqual(['due', 'due', 'taken']);
  });
});
