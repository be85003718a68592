import { describe, expect, it } from '@jest/globals';
import { parseDay, type Day } from '#domain/working-time';
import { periodChoices, reportOf } from './period-choices.ts';

const day = (text: string): Day => {
  const read = parseDay(text);
  if (read === undefined) throw new Error(text);
  return read;
};

describe('the periods a city asks for', () => {
  it('begin with the one that is over, then the one under way, then older ones', () => {
    const [last, underWay, before] = periodChoices('monthly', day('2026-01-15'));
    expect(last).toEqual({ from: '2025-12-15', to: '2026-01-14' });
    expect(underWay).toEqual({ from: '2026-01-15', to: '2026-02-14' });
    expect(before).toEqual({ from: '2025-11-15', to: '2025-12-14' });
  });

  it('are there for every kind, and of an unknown kind those of the month', () => {
    expect(periodChoices('yearly', day('2026-01-15')).length).toBeGreaterThanOrEqual(2);
    expect([reportOf('weekly'), reportOf('hàng ngày')]).toEqual(['weekly', 'monthly']);
  });
});
