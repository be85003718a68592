import { describe, expect, it } from '@jest/globals';
import { periodOf, type NamedPeriod } from '../report/index.ts';
import { parseDay } from '../working-time/index.ts';
import { namedByDays } from './named-by-days.ts';
import type { TextTemplate } from './text-figures.ts';

const day = (text: string) => {
  const found = parseDay(text);
  if (found === undefined) throw new Error(text);
  return found;
};

describe('what a report over some days is called', () => {
  it.each<readonly [TextTemplate, NamedPeriod]>([
    ['monthly', { kind: 'month', year: 2026, month: 1 }],
    ['monthly', { kind: 'month', year: 2026, month: 12 }],
    ['quarterly', { kind: 'quarter', year: 2026, quarter: 1 }],
    ['quarterly', { kind: 'quarter', year: 2026, quarter: 4 }],
    ['halfYear', { kind: 'halfYear', year: 2026, half: 1 }],
    ['nineMonths', { kind: 'nineMonths', year: 2026 }],
    ['yearly', { kind: 'year', year: 2026 }],
  ])('%s is found again from its days', (template, named) => {
    expect(namedByDays(template, periodOf(named))).toEqual(named);
  });

  it('is a range where the days are its own', () => {
    const days = { from: day('2026-01-01'), to: day('2026-01-22') };
    expect(namedByDays('monthly', days)).toEqual({ kind: 'range', ...days });
    expect(namedByDays('yearToDate', days)).toEqual({ kind: 'range', ...days });
  });
});
