import { describe, expect, it } from '@jest/globals';
import type { IndicatorDefinition } from '../report/index.ts';
import { dayOfDate, type Day } from '../working-time/index.ts';
import { feedbackAim } from './feedback-aim.ts';
import { registerTelling } from './telling.ts';

const JANUARY = { from: dayOfDate(2025, 12, 21), to: dayOfDate(2026, 1, 20) };

const came = (day: Day, dueOn: string, answeredOn?: string) => ({
  ...{ id: `${String(day)} ${dueOn}`, day },
  values: {
    ...{
      about: 'conduct',
      via: 'portal',
      content: 'Chậm trả kết quả',
      satisfied: 'unknown',
      dueOn,
    },
    ...(answeredOn !== undefined && { answeredOn }),
  },
});

/** One carried over and late, three of the period: in time on its last day, in time, still open. */
const REGISTER = [
  came(dayOfDate(2025, 12, 10), '2025-12-30', '2026-01-02'),
  came(dayOfDate(2025, 12, 22), '2026-01-10', '2026-01-10'),
  came(dayOfDate(2026, 1, 5), '2026-01-20', '2026-01-20'),
  came(dayOfDate(2026, 1, 19), '2026-02-10', '2026-01-25'),
];

const target = (
  population: 'new' | 'total',
  from = dayOfDate(2026, 1, 1),
): IndicatorDefinition => ({
  ...{ indicator: 'feedbackInTime', population, effectiveFrom: from, targetPercent: 95 },
});

const aimed = (entries: typeof REGISTER, ...definitions: readonly IndicatorDefinition[]) =>
  feedbackAim(
    registerTelling(new Map([['feedback', entries]]), { main: JANUARY, feedback: JANUARY }),
    definitions,
  );

describe('the target for feedback', () => {
  it('is held against what was answered, with what was carried over or without', () => {
    expect(aimed(REGISTER, target('total'))).toEqual({
      ...{ population: 'total', targetPercent: 95, numerator: 2, denominator: 3, needed: 1 },
    });
    expect(aimed(REGISTER, target('new'))).toMatchObject({
      ...{ numerator: 2, denominator: 2, needed: 0 },
    });
  });

  it('is none until the city gives one, and from its day on', () => {
    expect(aimed(REGISTER)).toBeNull();
    expect(aimed(REGISTER, target('total', dayOfDate(2026, 1, 21)))).toBeNull();
  });

  it('is not missed where nothing was answered yet', () => {
    expect(aimed([], target('total'))).toMatchObject({ denominator: 0, needed: null });
  });
});
